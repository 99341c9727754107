import { createHash } from 'node:crypto';
import type { PublicKey } from '../folder/state.ts';
import { bytesOf, isSignedBy, readJws } from './jws.ts';

/** What a root of the vendor says of a key that signs documents; times in epoch seconds. */
export type Certificate = {
  /** The thumbprint of the root that signed it. */
  root: string;
  jwk: PublicKey;
  nbf: number;
  exp: number;
  serial: number;
  least: number;
};

const NUMBERS = ['nbf', 'exp', 'serial', 'least'] as const;

/** Reads the certificate in a document's header; null for what none is, also when its own root did not sign it. */
export function readCertificate(text: unknown): Certificate | null {
  const jws = typeof text === 'string' ? readJws(text) : null;
  if (!jws || jws.header.alg !== 'EdDSA' || jws.header.typ !== 'license-key+jwt' || 'crit' in jws.header) return null;
  const [root, jwk] = [publicKeyOf(jws.header.jwk), publicKeyOf(jws.claims.jwk)];
  if (!root || !jwk || !isSignedBy(jws, root)) return null;
  const said = jws.claims as Record<(typeof NUMBERS)[number], number>;
  const isWhole = NUMBERS.every((name) => Number.isSafeInteger(said[name]) && said[name] >= 0);
  const { nbf, exp, serial, least } = said;
  if (!isWhole || nbf >= exp || least > serial) return null;
  return { root: thumbprint(root), jwk, nbf, exp, serial, least };
}

/** The SHA-256 of an Ed25519 public key as RFC 7638 writes it, in base64url. */
export function thumbprint({ kty, crv, x }: PublicKey): string {
  return createHash('sha256').update(JSON.stringify({ crv, kty, x })).digest('base64url');
}

/** An Ed25519 public key (RFC 8037); null for all else. */
export function publicKeyOf(jwk: unknown): PublicKey | null {
  const { kty, crv, x } = (jwk ?? {}) as Record<string, unknown>;
  if (kty !== 'OKP' || crv !== 'Ed25519' || typeof x !== 'string') return null;
  return bytesOf(x)?.length === 32 ? { kty, crv, x } : null;
}
