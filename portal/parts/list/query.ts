import { EARLIEST_DAY, LATEST_DAY, type Day } from '../../../domain/days.ts';
import { asSearched } from '../../../domain/text/copied.ts';
import type { Language } from '../../../languages/index.ts';
import { readDay } from '../../../languages/typed.ts';

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

/** A day as its reader's language writes it; empty where it is none that somebody means. */
export function readDayAsked(value: Query[string], { locale }: Language): Day {
  const day = readDay(readText(value), locale);
  return day !== null && day >= EARLIEST_DAY && day <= LATEST_DAY ? day : '';
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
