import { createHash } from 'node:crypto';
import { asCode } from '../domain/copied.ts';
import type { Token } from '../domain/server/server.ts';
import { symbolsOf } from './base32.ts';
import { derive, keyNamed, type NamedKey } from './named-keys.ts';

const SYMBOLS = 25;

/** The Activation Token of a server: 125 bits in five groups of five, derived, so that it is stored nowhere. */
export function activationToken(key: NamedKey, server: string, version: number): string {
  const symbols = symbolsOf(derive(key, 'activation-token', [server, version])).slice(0, SYMBOLS);
  return symbols.match(/.{5}/g)!.join('-');
}

/** SHA-256 of a token as a person typed or copied it, in hexadecimal: any case, dashes and blanks ignored, look-alikes read as meant. */
export function hashOfToken(typed: string): string {
  return createHash('sha256').update(asCode(typed)).digest('hex');
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
