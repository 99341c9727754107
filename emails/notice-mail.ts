import type { Unit } from '../domain/catalogue/catalogue.ts';
import type { Day } from '../domain/days.ts';
import { capacityIn, type Language } from '../languages/index.ts';
import type { MailBrand } from './brand.tsx';

/** Something that ends, as a digest names it: a subscription, the care of a perpetual license, or an evaluation. */
export type NoticeDigestLine = {
  what: 'term' | 'care' | 'evaluation';
  order: string;
  customer: { id: string; name: string };
  applicationName: string;
  capacity: number;
  /** Null where the catalogue no longer knows the application. */
  unit: Unit | null;
  endsOn: Day;
  /** To it, from the customer's today: 0 is today. */
  daysLeft: number;
};

/** Everything that a digest is rendered from. */
export type NoticeDigest = {
  /** Whom it tells. */
  accountName: string;
  lines: readonly NoticeDigestLine[];
  /** Where its reader says when he wants any, or a placeholder for it: it appears verbatim in both versions. */
  choiceUrl: string;
  portalUrl: string;
  locale: string;
  brand: MailBrand;
};

/** Something in words, and the page that it leads to. */
type Linked = { text: string; url: string };

/** A line as it is read in a language; both versions of the e-mail say the same. */
export type WordedNotice = { customer: Linked; order: Linked; what: string; capacity: string; ends: string };

/** Puts a line into words. */
export function wordNotice(line: NoticeDigestLine, portalUrl: string, language: Language): WordedNotice {
  const { noticeMail: texts } = language.texts;
  const { day, inDays } = language.format;
  const { customer, order, applicationName, what, capacity, unit, endsOn, daysLeft } = line;
  return {
    customer: { text: customer.name, url: `${portalUrl}/customers/${encodeURIComponent(customer.id)}` },
    order: { text: order, url: `${portalUrl}/orders/${encodeURIComponent(order)}` },
    what: texts.what[what](applicationName),
    capacity: capacityIn(language, capacity, unit),
    ends: texts.ends(day(endsOn), inDays(daysLeft)),
  };
}

/** Where everything that ends stands. */
export function renewalsUrl({ portalUrl }: Pick<NoticeDigest, 'portalUrl'>): string {
  return `${portalUrl}/renewals`;
}
