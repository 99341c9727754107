import { nameIn, unitIn, type Catalogue } from '../../domain/catalogue/catalogue.ts';
import { unitsIn, type Language } from '../../languages/index.ts';
import { rowsOf, writeCsvParts, type Cell } from '../parts/list/csv.ts';
import type { Renewal } from '../services.ts';
import { lastRenewableDay, stateOf } from './table.tsx';

/** What ends, as CSV in the reader's language; see {@link writeCsvParts}. */
export function renewalsCsv(
  parts: AsyncIterable<readonly Renewal[]>,
  language: Language,
  catalogue: Catalogue,
): AsyncGenerator<string> {
  const rows = rowsOf(parts, (renewal) => cells(renewal, language, catalogue));
  return writeCsvParts(language, headings(language), rows);
}

function headings({ texts: { renewals, licenses, words } }: Language): Cell[] {
  return [
    ...[renewals.lastDay, renewals.sheet.ends, licenses.sheet.state, renewals.sheet.renewableUntil],
    ...[words.customer, words.application, licenses.sheet.license, words.care],
    ...[words.capacity, licenses.sheet.unit, words.order, words.purchaseOrder, words.seller],
    ...[renewals.intent, renewals.sheet.note],
  ];
}

function cells(renewal: Renewal, language: Language, catalogue: Catalogue): Cell[] {
  const { renewals: texts, words } = language.texts;
  const { day } = language.format;
  const { what, lastDay, customer, application, license, careLevel, capacity, intent } = renewal;
  const until = lastRenewableDay(renewal);
  return [
    ...[day(lastDay), texts.whats[what], stateOf(renewal, language.texts).text, until && day(until)],
    ...[
      customer.name,
      nameIn(catalogue, application),
      words.licenses[license],
      careLevel && words.careLevels[careLevel],
    ],
    ...[capacity, unitsIn(language, unitIn(catalogue, application)), renewal.order, renewal.purchaseOrder],
    ...[renewal.seller.name, texts.intents[intent?.intent ?? 'undecided'], intent?.note ?? null],
  ];
}
