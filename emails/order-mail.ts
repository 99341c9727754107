import type { Unit } from '../domain/catalogue.ts';
import type { Day } from '../domain/days.ts';
import type { Care, LicenseKind } from '../domain/terms.ts';
import { capacityIn, type Language } from '../languages/index.ts';
import type { MailBrand } from './brand.tsx';
import type { Texts } from '../languages/texts.ts';

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
  /** Whether its reader may have got an e-mail about the delivery that said something else. */
  isCorrection: boolean;
  /** The buyer's own number of it; null where none was named. */
  purchaseOrder: string | null;
  customerName: string;
  /** Who sold it: a reseller, or a distributor alone; null where the customer bought directly, and reads this itself. */
  seller: { kind: 'reseller' | 'distributor'; name: string } | null;
  lines: readonly OrderMailLine[];
  /** The unlock link, or a placeholder for it: it appears verbatim in both versions. */
  unlockUrl: string;
  portalUrl: string;
  locale: string;
  brand: MailBrand;
};

/** What depends on who reads it, whoever sold it or a customer who bought directly, and on what they were told before. */
export function addressed(mail: OrderMail, { orderMail: texts }: Texts) {
  const { isCorrection } = mail;
  const { subject, introduction, activateSteps } = toReader(mail, texts);
  if (!isCorrection) return { subject, introduction, activateSteps, closing: texts.closing };
  const { corrected } = texts;
  return {
    subject: corrected.subject(subject),
    introduction: `${corrected.introduction} ${introduction}`,
    activateSteps,
    closing: corrected.closing,
  };
}

function toReader({ orderNumber, customerName, seller }: OrderMail, texts: Texts['orderMail']) {
  const { introduction, activateSteps, direct } = texts;
  if (seller) return { subject: texts.subject(orderNumber, customerName), introduction, activateSteps };
  return { ...direct, subject: direct.subject(orderNumber) };
}

/** What names a delivery, each with its label. */
export function labeled(mail: OrderMail, { words }: Texts): [label: string, value: string][] {
  const { orderNumber, purchaseOrder, customerName, seller } = mail;
  return [
    [words.order, orderNumber],
    ...(purchaseOrder === null ? [] : [[words.purchaseOrder, purchaseOrder] as [string, string]]),
    [words.customer, customerName],
    ...(seller ? [[words[seller.kind], seller.name] as [string, string]] : []),
  ];
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
