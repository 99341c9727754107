import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { asCode } from '../domain/text/copied.ts';
import { SIGN_IN_LIMITS } from '../domain/people/sign-in-limits.ts';
import { symbolsOf } from './base32.ts';
import { derive, type NamedKey } from './named-keys.ts';

const SECRET_BYTES = SIGN_IN_LIMITS.linkBits / 8;
const MARK_BYTES = 16;
const CODE_BYTES = SIGN_IN_LIMITS.codeBits / 8;

/** 256 random bits that an address or a cookie can hold. */
export function randomSecret(): string {
  return randomBytes(SECRET_BYTES).toString('base64url');
}

/** SHA-256 of such a secret, in hexadecimal: all that is stored of it. */
export function hashOfSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** A code to type: 40 bits in two groups of four, which limits of tries protect. */
export function randomCode(): string {
  const symbols = symbolsOf(randomBytes(CODE_BYTES));
  return `${symbols.slice(0, 4)}-${symbols.slice(4)}`;
}

/** What is stored of a code. Keyed, as a million codes are tried in no time against a bare hash. */
export function hashOfCode(keys: readonly NamedKey[], request: string, code: string): string {
  return derive(keys[0]!, 'sign-in-code', [request, asCode(code)]).toString('hex');
}

/** Whether what a person typed or copied is the code, in any case and with look-alikes; compared in constant time. */
export function isCode(keys: readonly NamedKey[], request: string, typed: string, hash: string): boolean {
  const code = asCode(typed);
  const stored = Buffer.from(hash, 'hex');
  return keys.some((key) => timingSafeEqual(stored, derive(key, 'sign-in-code', [request, code])));
}

/** What stands for an address where only sameness matters. */
export function hashOfAddress(keys: readonly NamedKey[], email: string): string {
  return derive(keys[0]!, 'address', [email]).toString('hex');
}

/** The same for a network that somebody asks from. */
export function hashOfNetwork(keys: readonly NamedKey[], network: string): string {
  return derive(keys[0]!, 'network', [network]).subarray(0, MARK_BYTES).toString('hex');
}

/** What a browser keeps once somebody has signed in there, by which it is known when the same address is asked for again. */
export function browserMark(keys: readonly NamedKey[], email: string): string {
  const name = randomBytes(MARK_BYTES).toString('hex');
  return `${name}.${markOf(keys[0]!, email, name)}`;
}

/** The name of the browser that such a mark was made for; null where it is none, or of another address. */
export function markedBrowser(keys: readonly NamedKey[], email: string, mark: string): string | null {
  const [, name, made] = /^([0-9a-f]{32})\.([0-9a-f]{32})$/.exec(mark) ?? [];
  if (!name || !made) return null;
  const holds = keys.some((key) => timingSafeEqual(Buffer.from(made), Buffer.from(markOf(key, email, name))));
  return holds ? name : null;
}

function markOf(key: NamedKey, email: string, name: string): string {
  return derive(key, 'browser-mark', [email, name]).subarray(0, MARK_BYTES).toString('hex');
}
