import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import { derive, type NamedKey } from './named-keys.ts';

const SECRET_BYTES = 32;
const CODE_DIGITS = 6;

/** 256 random bits that an address or a cookie can hold. */
export function randomSecret(): string {
  return randomBytes(SECRET_BYTES).toString('base64url');
}

/** SHA-256 of such a secret, in hexadecimal: all that is stored of it. */
export function hashOfSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** A code to type: few enough digits that only a limit of tries protects it. */
export function randomCode(): string {
  return String(randomInt(10 ** CODE_DIGITS)).padStart(CODE_DIGITS, '0');
}

/** What is stored of a code. Keyed, as a million codes are tried in no time against a bare hash. */
export function hashOfCode(keys: readonly NamedKey[], request: string, code: string): string {
  return derive(keys[0]!, 'sign-in-code', [request, code]).toString('hex');
}

/** Whether what a person typed, spaces and dashes ignored, is the code; compared in constant time. */
export function isCode(keys: readonly NamedKey[], request: string, typed: string, hash: string): boolean {
  const code = typed.replace(/[\s-]/g, '');
  const stored = Buffer.from(hash, 'hex');
  return keys.some((key) => timingSafeEqual(stored, derive(key, 'sign-in-code', [request, code])));
}

/** What stands for an address where only sameness matters. */
export function hashOfAddress(keys: readonly NamedKey[], email: string): string {
  return derive(keys[0]!, 'address', [email]).toString('hex');
}
