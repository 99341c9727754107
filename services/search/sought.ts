import { asSought } from '../../domain/text/copied.ts';

/** What is searched for: all of it, and its words. */
export type Sought = { phrase: string; words: string[] };

/** A text of more words is no name, and each costs a look. */
const MOST_WORDS = 8;

/**
 * Reads what was typed or copied into the field. Words without a letter or a digit say nothing; null where none is left.
 */
export function readSought(typed: string): Sought | null {
  const phrase = asSought(typed);
  const words = phrase.split(' ').filter((word) => /[\p{L}\p{N}]/u.test(word));
  return words.length === 0 ? null : { phrase, words: words.slice(0, MOST_WORDS) };
}
