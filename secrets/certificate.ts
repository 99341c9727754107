import { createHash } from 'node:crypto';
import type { PublicKey } from '../domain/server/server.ts';
import { encode, isSignedBy, readJws, signJws, type Sign } from './jws.ts';
import { bytesOf } from './strict.ts';

/**
 * What a root of the vendor says of a key that signs license documents: those made from `nbf` until before `exp` (epoch
 * seconds) may be signed with it. Whoever has seen `least` takes no new document under a lower `serial`.
 */
export type Certified = { jwk: PublicKey; nbf: number; exp: number; serial: number; least: number };

const TYPE = 'license-key+jwt';
const KEY_BYTES = 32;
const NUMBERS = ['nbf', 'exp', 'serial', 'least'] as const;

/** Signs a certificate with a root; its public half stands in the header, so that whoever trusts it needs nothing else. */
export function certify(root: { sign: Sign; publicKey: PublicKey }, certified: Certified): string {
  return signJws(root.sign, encode({ alg: 'EdDSA', typ: TYPE, jwk: root.publicKey }), certified);
}

/** Reads a certificate; null for what none is, also when its own root did not sign it. */
export function readCertificate(text: string): (Certified & { root: PublicKey }) | null {
  const jws = readJws(text);
  if (jws?.header.typ !== TYPE) return null;
  const [root, jwk] = [publicKeyOf(jws.header.jwk), publicKeyOf(jws.claims.jwk)];
  if (!root || !jwk || !isSignedBy(jws, root)) return null;
  const said = jws.claims as Record<(typeof NUMBERS)[number], number>;
  const isWhole = NUMBERS.every((name) => Number.isSafeInteger(said[name]) && said[name] >= 0);
  const { nbf, exp, serial, least } = said;
  return isWhole && nbf < exp && least <= serial ? { root, jwk, nbf, exp, serial, least } : null;
}

/** The SHA-256 of an Ed25519 public key as RFC 7638 writes it, in base64url: its name among keys. */
export function thumbprint({ kty, crv, x }: PublicKey): string {
  return createHash('sha256').update(JSON.stringify({ crv, kty, x })).digest('base64url');
}

/** An Ed25519 public key (RFC 8037) of these three members; null for all else. */
export function publicKeyOf(jwk: unknown): PublicKey | null {
  const { kty, crv, x } = (jwk ?? {}) as Record<string, unknown>;
  if (kty !== 'OKP' || crv !== 'Ed25519' || typeof x !== 'string') return null;
  return bytesOf(x)?.length === KEY_BYTES ? { kty, crv, x } : null;
}
