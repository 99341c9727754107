import { createHash } from 'node:crypto';
import { asCode } from '../domain/text/copied.ts';
import type { Token } from '../domain/server/server.ts';
import { isSymbols, symbolsOf } from './base32.ts';
import { derive, keyNamed, type NamedKey } from './named-keys.ts';

const SYMBOLS = 25;
const GROUP_SYMBOLS = 5;

/** The Activation Token of a server: 125 bits in five groups of five, derived, so that it is stored nowhere. */
export function activationToken(key: NamedKey, server: string, version: number): string {
  const symbols = symbolsOf(derive(key, 'activation-token', [server, version])).slice(0, SYMBOLS);
  return symbols.match(/.{5}/g)!.join('-');
}

/** SHA-256 of a token as a person typed or copied it, in hexadecimal: any case, dashes and blanks ignored, look-alikes read as meant. */
export function hashOfToken(typed: string): string {
  return createHash('sha256').update(asCode(typed)).digest('hex');
}

/** What is stored of a token: its hash, and its first group, of which the other 100 bits cannot be guessed. */
export function keptOfToken(token: string): { hash: string; firstGroup: string } {
  return { hash: hashOfToken(token), firstGroup: asCode(token).slice(0, GROUP_SYMBOLS) };
}

/** The first group of a token as a person typed or copied it, that group alone or the whole; null where it can be none. */
export function firstGroupIn(typed: string): string | null {
  const symbols = asCode(typed);
  const isOne = symbols.length === GROUP_SYMBOLS || symbols.length === SYMBOLS;
  return isOne && isSymbols(symbols) ? symbols.slice(0, GROUP_SYMBOLS) : null;
}

/** The token that a row stands for; fails when the key it is derived with is missing. */
export function tokenOf(
  keys: readonly NamedKey[],
  server: string,
  { key: name, version }: Pick<Token, 'key' | 'version'>,
) {
  const key = keyNamed(keys, name);
  if (!key) throw new Error(`SECRET_KEYS lacks the key ${name}, which tokens in use are derived with: add it back`);
  return activationToken(key, server, version);
}
