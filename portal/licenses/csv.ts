import { stringify } from 'csv-stringify/sync';
import type { Texts } from '../../languages/texts.ts';
import type { License } from '../services.ts';

/**
 * The rows as CSV (RFC 4180) with a byte order mark, by which spreadsheets know UTF-8. A text that a spreadsheet would
 * take for a formula begins with an apostrophe (OWASP, CSV injection). Numbers and days stay what programs read.
 */
export function licensesCsv(licenses: readonly License[], { licenses: texts, words, conditions }: Texts): string {
  const columns = [
    ...[texts.columns.application, texts.sheet.license, words.capacity, texts.sheet.unit],
    ...[texts.assigned, texts.used, texts.free, texts.locked, conditions.line.suspended],
    ...[texts.columns.term, texts.sheet.state, texts.sheet.stateUnits, texts.sheet.stateUntil],
    ...[texts.columns.care, texts.sheet.careUntil, texts.sheet.orders, texts.sheet.planned],
  ];
  const rows = licenses.map((license) => [
    ...[license.name, license.licenses.map((kind) => words.licenses[kind]).join(', '), license.owned, license.unit],
    ...[license.assigned, license.used ?? '', license.free, license.locked, license.suspended],
    ...[license.endsOn ?? '', conditions.line[license.condition.state]],
    ...[license.condition.capacity, license.condition.until ?? ''],
    ...[
      license.careCondition ? words.careLevels[license.careCondition.level] : '',
      license.careCondition?.endsOn ?? '',
    ],
    [...new Set(license.lines.map(({ order }) => order))].join(' '),
    license.lines.flatMap(plannedOf).join(', '),
  ]);
  return stringify([columns, ...rows], { bom: true, escape_formulas: true, record_delimiter: 'windows' });
}

/** What is still to come of a line, as programs read it: the day and the capacity from then on, 0 where it is canceled. */
function plannedOf({ order, planned }: License['lines'][number]): string[] {
  return planned.map(({ on, capacity = 0 }) => `${order} ${on} ${capacity}`);
}
