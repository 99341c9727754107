import type { Unit } from '../domain/catalogue/catalogue.ts';
import type { Day } from '../domain/days.ts';
import type { Care, LicenseKind } from '../domain/catalogue/terms.ts';
import { capacityIn, type Language } from '../languages/index.ts';
import type { Texts } from '../languages/texts.ts';
import type { MailBrand } from './brand.tsx';
import { named } from './written.ts';

/** A line of a delivery, as its e-mail names it. */
export type OrderMailLine = {
  applicationName: string;
  capacity: number;
  /** Null where the catalogue no longer knows the application. */
  unit: Unit | null;
  license: LicenseKind;
  startsOn: Day;
  endsOn: Day | null;
  care: Care | null;
};

/** Everything that the e-mail of a delivery is rendered from. */
export type OrderMail = {
  orderNumber: string;
  /** The day on which it was placed, at the customer. */
  placedOn: Day;
  /** Whether its reader may have got an e-mail about the delivery that said something else. */
  isCorrection: boolean;
  /** The buyer's own number of it; null where none was named. */
  purchaseOrder: string | null;
  customer: { name: string; email: string };
  /** Who sold it: a reseller, or a distributor alone; null where the customer bought directly, and reads this itself. */
  seller: { kind: 'reseller' | 'distributor'; name: string } | null;
  /** A distributor beside the reseller who sold it; null where there is none. */
  distributorName: string | null;
  lines: readonly OrderMailLine[];
  /** The unlock link, or a placeholder for it: it appears verbatim in both versions. */
  unlockUrl: string;
  portalUrl: string;
  locale: string;
  brand: MailBrand;
};

/** What depends on who reads it, whoever sold it or a customer who bought directly, and on what they were told before. */
export function addressed(mail: OrderMail, texts: Texts) {
  const { orderMail } = texts;
  const { subject, introduction, activateSteps, why } = toReader(mail, texts);
  if (!mail.isCorrection) return { subject, introduction, activateSteps, closing: orderMail.closing, why };
  const { corrected } = orderMail;
  return {
    subject: corrected.subject(subject),
    introduction: `${corrected.introduction} ${introduction}`,
    ...{ activateSteps, closing: corrected.closing, why },
  };
}

function toReader({ orderNumber, customer, seller }: OrderMail, texts: Texts) {
  const { introduction, activateSteps, direct } = texts.orderMail;
  const { why } = texts.letters;
  const [number, name] = [named(orderNumber, texts), named(customer.name, texts)];
  if (!seller) return { ...direct, subject: direct.subject(number), why: why.buyer(name) };
  const sold = { subject: texts.orderMail.subject(number, name), why: why.seller(named(seller.name, texts)) };
  return { introduction, activateSteps, ...sold };
}

/** Something that names a delivery; what it leads to, if anything. */
export type NamingFact = { label: string; value: string; url?: string };

/** What names a delivery, most of all to whoever placed the order. */
export function naming(mail: OrderMail, { words, letters }: Texts, format: Language['format']): NamingFact[] {
  const { orderNumber, purchaseOrder, placedOn, customer, seller, distributorName } = mail;
  return [
    { label: words.order, value: orderNumber, url: orderUrl(mail) },
    ...(purchaseOrder === null ? [] : [{ label: words.purchaseOrder, value: purchaseOrder }]),
    { label: letters.placedOn, value: format.day(placedOn) },
    { label: words.customer, value: customer.name },
    ...(seller ? [{ label: letters.contact, value: customer.email }] : []),
    ...(seller ? [{ label: words[seller.kind], value: seller.name }] : []),
    ...(distributorName === null ? [] : [{ label: words.distributor, value: distributorName }]),
  ];
}

/** The page of the order. */
export function orderUrl({ portalUrl, orderNumber }: Pick<OrderMail, 'portalUrl' | 'orderNumber'>): string {
  return `${portalUrl}/orders/${encodeURIComponent(orderNumber)}`;
}

/** A line as it is read in a language; both versions of the e-mail say the same. */
export type WordedLine = { application: string; license: string; capacity: string; term: string; care: string };

/** Puts a line into words. */
export function wordLine(line: OrderMailLine, language: Language): WordedLine {
  const { words } = language.texts;
  const { day } = language.format;
  const { license, endsOn } = line;
  return {
    application: line.applicationName,
    license: license === 'evaluation' ? words.evaluationUntil(day(endsOn!)) : words.licenses[license],
    capacity: capacityIn(language, line.capacity, line.unit),
    term: line.endsOn ? words.between(day(line.startsOn), day(line.endsOn)) : words.since(day(line.startsOn)),
    care: line.care ? words.careUntil(words.careLevels[line.care.level], day(line.care.endsOn)) : words.noCare,
  };
}
