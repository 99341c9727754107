/** A query string: a name that was given twice has both. */
export type Query = Readonly<Record<string, string | readonly string[] | undefined>>;

const LONGEST_TEXT = 400;
const LAST_PAGE = 10_000;

/** A text to search for. */
export function readText(value: Query[string]): string {
  return typeof value === 'string' ? value.trim().slice(0, LONGEST_TEXT) : '';
}

/** One of a list, the first where none of it is named. */
export function readChoice<Option extends string>(value: Query[string], options: readonly Option[]): Option {
  return options.find((option) => option === value) ?? options[0]!;
}

/** The number of a page, from 1. */
export function readPage(value: Query[string]): number {
  const page = typeof value === 'string' && /^\d{1,5}$/.test(value) ? Number(value) : 1;
  return Math.min(Math.max(page, 1), LAST_PAGE);
}
