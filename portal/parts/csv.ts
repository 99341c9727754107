import { stringify } from 'csv-stringify/sync';
import type { Language } from '../../languages/index.ts';

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
