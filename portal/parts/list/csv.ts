import { stringify } from 'csv-stringify/sync';
import type { Language } from '../../../languages/index.ts';

/** A cell: what is absent is an empty one. */
export type Cell = string | number | null;

/**
 * Rows as CSV (RFC 4180), as spreadsheets in the reader's language open it: with a byte order mark, by which they know UTF-8,
 * and with semicolons between cells where numbers have another decimal sign than a point. A text that a spreadsheet would take
 * for a formula begins with an apostrophe (OWASP, CSV injection). Numbers are as programs read them. `more` is for rows that
 * follow others.
 */
export function writeCsv(
  { format }: Language,
  rows: readonly (readonly Cell[])[],
  { more = false }: { more?: boolean } = {},
): string {
  const delimiter = format.decimalSign === '.' ? ',' : ';';
  return stringify(
    rows.map((row) => [...row]),
    { delimiter, bom: !more, escape_formulas: true, record_delimiter: 'windows' },
  );
}

/** The same of rows that come some at a time, the headings before the first; what is refused before any comes is refused unwritten. */
export async function* writeCsvParts(
  language: Language,
  headings: readonly Cell[],
  parts: AsyncIterable<readonly (readonly Cell[])[]>,
): AsyncGenerator<string> {
  let more = false;
  for await (const rows of parts) {
    yield writeCsv(language, more ? rows : [headings, ...rows], { more });
    more = true;
  }
  if (!more) yield writeCsv(language, [headings]);
}

/** Each part of some, written as rows. */
export async function* rowsOf<Item>(
  parts: AsyncIterable<readonly Item[]>,
  cells: (item: Item) => Cell[],
): AsyncGenerator<Cell[][]> {
  for await (const items of parts) yield items.map(cells);
}
