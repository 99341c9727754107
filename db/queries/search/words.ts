import type { Condition } from '../conditions.ts';

/** So many of a kind are looked at, of those that have all words: PostgreSQL cannot tell how many there are before. */
export const LOOKED_AT = 1_000;

/** Of how many signs a word is found anywhere in another one; a shorter one begins a word. */
const ANYWHERE_FROM = 3;

/**
 * A condition that a text, which begins with a blank and is read by `as_found`, has all of some words in it. Each is looked
 * for by an index of three letters each, which knows where a word begins.
 */
export function hasWords(text: string, words: readonly string[]): Condition {
  const begins = (word: string) => [...word].length < ANYWHERE_FROM;
  return {
    sql: words
      .map((word) => `${text} like ${begins(word) ? `'% ' || substr(found_pattern(?), 2)` : 'found_pattern(?)'}`)
      .join(' and '),
    values: [...words],
  };
}

/** In SQL, how well a text matches what was searched for, the best first: as it begins, as one of its words does, else anywhere. */
export function matchOf(text: string, phrase: string): Condition {
  const pattern = `substr(found_pattern(?), 2)`;
  return {
    sql: `case when ${text} like ' ' || ${pattern} then 1 when ${text} like '% ' || ${pattern} then 2 else 3 end`,
    values: [phrase, phrase],
  };
}

/** What was found of a kind: a few of them, and whether there are more. */
export type Found<Row> = { rows: Row[]; more: boolean };

/** Cuts what was read, one more than is shown. */
export function few<Row>(rows: Row[], limit: number): Found<Row> {
  return { rows: rows.slice(0, limit), more: rows.length > limit };
}
