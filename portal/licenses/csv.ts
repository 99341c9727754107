import { unitsIn, type Language } from '../../languages/index.ts';
import { writeCsv, type Cell } from '../parts/list/csv.ts';
import type { License } from '../services.ts';

/** The rows as CSV, in the reader's language; see {@link writeCsv}. */
export function licensesCsv(licenses: readonly License[], language: Language): string {
  const { licenses: texts, words, conditions } = language.texts;
  const { day } = language.format;
  const dayOrNone = (of: string | null | undefined) => (of ? day(of) : null);
  const columns = [
    ...[texts.columns.application, texts.sheet.license, words.capacity, texts.sheet.unit],
    ...[texts.assigned, texts.used, texts.free, texts.locked, conditions.line.suspended],
    ...[texts.columns.term, texts.sheet.state, texts.sheet.stateUnits, texts.sheet.stateUntil],
    ...[texts.columns.care, texts.sheet.careUntil, texts.sheet.orders, texts.sheet.planned],
  ];
  const rows = licenses.map((license): Cell[] => [
    license.name,
    license.licenses.map((kind) => words.licenses[kind]).join(`${words.comma} `),
    ...[license.owned, unitsIn(language, license.unit)],
    ...[license.assigned, license.used, license.free, license.locked, license.suspended],
    ...[dayOrNone(license.endsOn), conditions.line[license.condition.state]],
    ...[license.condition.capacity, dayOrNone(license.condition.until)],
    license.careCondition && words.careLevels[license.careCondition.level],
    dayOrNone(license.careCondition?.endsOn),
    [...new Set(license.lines.map(({ order }) => order))].join(' '),
    license.lines.flatMap((line) => plannedOf(line, day)).join(`${words.comma} `),
  ]);
  return writeCsv(language, [columns, ...rows]);
}

/** What is still to come of a line: the day and the capacity from then on, 0 where it is canceled. */
function plannedOf({ order, planned }: License['lines'][number], day: Language['format']['day']): string[] {
  return planned.map(({ on, capacity = 0 }) => `${order} ${day(on)} ${capacity}`);
}
