import type { Unit } from '../domain/catalogue.ts';
import type { Day } from '../domain/days.ts';
import type { MailBrand } from './brand.tsx';
import { capacityIn, type Language } from '../languages/index.ts';

/** Something that ends, as a digest names it: a subscription, the care of a perpetual license, or an evaluation. */
export type NoticeDigestLine = {
  what: 'term' | 'care' | 'evaluation';
  order: string;
  customerName: string;
  applicationName: string;
  capacity: number;
  /** Null where the catalogue no longer knows the application. */
  unit: Unit | null;
  endsOn: Day;
  /** Days until the midnight after `endsOn`. */
  daysLeft: number;
};

/** Everything that a digest is rendered from. */
export type NoticeDigest = { lines: readonly NoticeDigestLine[]; portalUrl: string; locale: string; brand: MailBrand };

/** A line as it is read in a language; both versions of the e-mail say the same. */
export type WordedNotice = { customer: string; order: string; what: string; capacity: string; ends: string };

/** Puts a line into words. */
export function wordNotice(line: NoticeDigestLine, language: Language): WordedNotice {
  const { noticeMail: texts } = language.texts;
  const { day, number } = language.format;
  const { customerName, order, applicationName, what, capacity, unit, endsOn, daysLeft } = line;
  return {
    ...{ customer: customerName, order },
    what: texts.what[what](applicationName),
    capacity: capacityIn(language, capacity, unit),
    ends: texts.ends(day(endsOn), texts.daysLeft(daysLeft, number(daysLeft))),
  };
}
