import type { FormBody } from '../../form.ts';
import type { Wrong } from './reading.ts';

/** Fields of lines that are sold, in an order or in what is added to one. */
export const LINE_FIELDS =
  /^\/lines\/\d{1,3}\/(application|capacity|license|startsOn|endsOn|reference|care\/(level|endsOn))$/;

const MOST_LINES = 200;
/** Rows that are offered empty, so that small orders need no press for more. */
const EMPTY_ROWS = 2;

/** What was typed with lines moved up to where rows without an application were left out: those are no lines. */
export function withoutEmptyLines(typed: FormBody): FormBody {
  const rows = rowsIn(typed).filter((row) => typed[`/lines/${row}/application`]);
  const others = Object.entries(typed).filter(([name]) => !LINE_FIELDS.test(name));
  const lines = rows.flatMap((row, index) =>
    Object.entries(typed).flatMap(([name, text]) =>
      LINE_FIELDS.test(name) && name.startsWith(`/lines/${row}/`)
        ? [[name.replace(`/lines/${row}/`, `/lines/${index}/`), text] as const]
        : [],
    ),
  );
  return Object.fromEntries([...others, ...lines]);
}

/** How many lines were typed, and how many rows a form shows for them: `more` asks for further ones. */
export function rowsOf(typed: FormBody, more: boolean): number {
  const lines = rowsIn(typed).length;
  return Math.min(MOST_LINES, Math.max(1, lines + (more || lines === 0 ? EMPTY_ROWS : 0)));
}

/** What every line that was typed needs, and that there is one. */
export function missingInLines(typed: FormBody): ReadonlyMap<string, Wrong> {
  const rows = rowsIn(typed);
  if (rows.length === 0) return new Map([['/lines/0/application', 'lines']]);
  if (rows.length > MOST_LINES) return new Map([[`/lines/${MOST_LINES}/application`, 'lines']]);
  const names = rows.flatMap((row) => ['capacity', 'license'].map((field) => `/lines/${row}/${field}`));
  return new Map(names.flatMap((name) => (typed[name] ? [] : [[name, 'missing' as const]])));
}

function rowsIn(typed: FormBody): number[] {
  const rows = Object.keys(typed).flatMap((name) => (LINE_FIELDS.test(name) ? [Number(name.split('/')[2])] : []));
  return [...new Set(rows)].sort((one, other) => one - other);
}

/** A line that was sold, as its fields have it: a subscription's care ends with it, and is not typed. */
export function fieldLine(line: {
  application: string;
  capacity: number;
  license: string;
  startsOn: string;
  endsOn: string | null;
  care: { level: string; endsOn: string } | null;
  reference: string | null;
}) {
  const { application, capacity, license, startsOn, endsOn, care, reference } = line;
  const kept = care && (license === 'perpetual' ? { level: care.level, endsOn: care.endsOn } : { level: care.level });
  return { application, capacity, license, startsOn, endsOn, care: kept, reference };
}
