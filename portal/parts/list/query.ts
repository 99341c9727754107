import { asSearched } from '../../../domain/text/copied.ts';

/** A query string: a name that was given twice has both. */
export type Query = Readonly<Record<string, string | readonly string[] | undefined>>;

const LONGEST_TEXT = 400;
const LONGEST_NAME = 200;
const LAST_PAGE = 10_000;

/** A text that was typed, without the blanks around it. */
export function readText(value: Query[string]): string {
  return typeof value === 'string' ? cut(value, LONGEST_TEXT) : '';
}

/** A name that is to be kept, as long as one may be. */
export function readName(value: Query[string]): string {
  return typeof value === 'string' ? cut(value, LONGEST_NAME) : '';
}

/** What is searched for, as it is meant where it was copied. */
export function readSearch(value: Query[string]): string {
  return asSearched(readText(value));
}

/** Never in the middle of a sign that takes two places. */
function cut(text: string, longest: number): string {
  return text
    .trim()
    .slice(0, longest)
    .replace(/[\uD800-\uDBFF]$/, '');
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
