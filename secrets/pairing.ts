import { asCode } from '../domain/text/copied.ts';
import { derive, type NamedKey } from './named-keys.ts';

/** No vowels, so that no code is a word, and no L, which looks like a one. */
const ALPHABET = 'BCDFGHJKMNPQRSTVWXZ';
const SYMBOLS = 8;
/** Bytes from here on would give some letters more often than others. */
const EVEN_UNTIL = 256 - (256 % ALPHABET.length);

/** What a machine knows its pairing by: 256 bits, derived from the request that began it, so that a repeat gets the same. */
export function deviceCodeOf(key: NamedKey, request: string): string {
  return derive(key, 'device-code', [request]).toString('base64url');
}

/** What it shows on its screen: 34 bits in two groups of four letters, which limits of tries protect. */
export function userCodeOf(key: NamedKey, request: string): string {
  const even = [...derive(key, 'user-code', [request])].filter((byte) => byte < EVEN_UNTIL);
  const letters = even.slice(0, SYMBOLS).map((byte) => ALPHABET[byte % ALPHABET.length]!);
  return `${letters.slice(0, SYMBOLS / 2).join('')}-${letters.slice(SYMBOLS / 2).join('')}`;
}

/** What is stored of such a code. Keyed, as all codes are tried in a day against a bare hash. */
export function hashOfUserCode(key: NamedKey, typed: string): string {
  return derive(key, 'user-code-hash', [asCode(typed)]).toString('hex');
}
