import sodium from 'sodium-native';
import type { PublicKey } from '../domain/server/server.ts';
import { bytesOf, objectOf } from './strict.ts';

type Part = Record<string, unknown>;

/** A compact JWS (RFC 7515) taken apart, its signature not yet verified. */
export type Jws = { header: Part; claims: Part; signed: Buffer; signature: Buffer };

/** The Ed25519 signature of a text (RFC 8032), 64 bytes. */
export type Sign = (text: Buffer) => Buffer;

/** Signs claims (RFC 8037) under a header that {@link encode} wrote. */
export function signJws(sign: Sign, header: string, claims: object): string {
  const signed = `${header}.${encode(claims)}`;
  return `${signed}.${sign(Buffer.from(signed)).toString('base64url')}`;
}

/** A part of a JWS as it is written. */
export function encode(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}

/**
 * Takes a compact JWS apart; null when it is none, or was not signed with EdDSA, the only algorithm accepted. What was
 * signed has one spelling: any other text is refused.
 */
export function readJws(text: string): Jws | null {
  const parts = text.split('.').map(bytesOf);
  const [head, said, signature] = parts;
  if (parts.length !== 3 || !head || !said || !signature) return null;
  const [header, claims] = [objectOf(head), objectOf(said)];
  if (!header || !claims || header.alg !== 'EdDSA' || header.crit !== undefined) return null;
  return { header, claims, signed: Buffer.from(text.slice(0, text.lastIndexOf('.'))), signature };
}

const KEY_BYTES = 32;
export const SIGNATURE_BYTES = 64;

/**
 * Whether the `x` of a JWK is a key by which signatures can be verified: a point of Ed25519's own group (RFC 8032, section 5.1),
 * so none of small order, by which anybody could sign.
 */
export function isVerifyingKey(x: string): boolean {
  const key = Buffer.from(x, 'base64url');
  return key.length === KEY_BYTES && sodium.crypto_core_ed25519_is_valid_point(key);
}

/**
 * Whether a JWS was signed with the private half of this key. By libsodium, as every call of a server asks for it: Node's own
 * takes twice as long, and makes an object of the key first. It would go by the beginning of a longer signature, which is refused.
 */
export function isSignedBy({ signed, signature }: Jws, { x }: PublicKey): boolean {
  const key = Buffer.from(x, 'base64url');
  const isWhole = key.length === KEY_BYTES && signature.length === SIGNATURE_BYTES;
  return isWhole && sodium.crypto_sign_verify_detached(signature, signed, key);
}
