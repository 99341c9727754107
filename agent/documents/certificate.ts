import { createHash } from 'node:crypto';
import { Compile } from 'typebox/schema';
import type { PublicKey } from '../folder/state.ts';
import { isSignedBy, readJws } from './jws.ts';

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

const WHOLE = { type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER } as const;

/** An Ed25519 public key (RFC 8037): 32 bytes in base64url, of whose last sign four bits say something. */
const KEY = {
  type: 'object',
  required: ['kty', 'crv', 'x'],
  properties: {
    kty: { const: 'OKP' },
    crv: { const: 'Ed25519' },
    x: { type: 'string', pattern: '^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$' },
  },
} as const;

const key = Compile(KEY);
const header = Compile({
  type: 'object',
  required: ['jwk'],
  not: { required: ['crit'] },
  properties: { alg: { const: 'EdDSA' }, typ: { const: 'license-key+jwt' }, jwk: KEY },
});
const claims = Compile({
  type: 'object',
  required: ['jwk', 'nbf', 'exp', 'serial', 'least'],
  properties: { jwk: KEY, nbf: WHOLE, exp: WHOLE, serial: WHOLE, least: WHOLE },
});

/** Reads the certificate in a document's header; null for what none is, also when its own root did not sign it. */
export function readCertificate(text: unknown): Certificate | null {
  const jws = typeof text === 'string' ? readJws(text) : null;
  if (!jws || !header.Check(jws.header) || !claims.Check(jws.claims)) return null;
  const root = jws.header.jwk;
  const said = jws.claims as unknown as Omit<Certificate, 'root'>;
  const isSound = said.nbf < said.exp && said.least <= said.serial && isSignedBy(jws, root);
  return isSound ? { ...said, root: thumbprint(root) } : null;
}

/** An Ed25519 public key; null for all else. */
export function publicKeyOf(jwk: unknown): PublicKey | null {
  return key.Check(jwk) ? jwk : null;
}

/** The SHA-256 of an Ed25519 public key as RFC 7638 writes it, in base64url. */
export function thumbprint(key: PublicKey): string {
  const members = { crv: key.crv, kty: key.kty, x: key.x };
  return createHash('sha256').update(JSON.stringify(members)).digest('base64url');
}
