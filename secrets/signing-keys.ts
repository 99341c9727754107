import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import type { PublicKey } from '../domain/server/server.ts';
import { thumbprint } from './certificate.ts';
import { encode, signJws } from './jws.ts';

/** An Ed25519 key pair. */
export type KeyPair = { privateKey: KeyObject; publicKey: PublicKey };

/** A key pair that license documents are signed with. Of a list, the first is current; the others still verify. */
export type SigningKey = KeyPair & {
  /** The thumbprint of its public half (RFC 7638). */
  kid: string;
  /** Of the vendor's root, see `secrets/certificate.ts`. */
  certificate: string;
  /** The header of each document that it signs, as it is written: the same each time. */
  header: string;
};

const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');

/** Makes a key pair from its 32-byte seed (RFC 8032; wrapped as RFC 8410 says). */
export function keyPair(seed: Buffer): KeyPair {
  const privateKey = createPrivateKey({ key: Buffer.concat([PKCS8_PREFIX, seed]), format: 'der', type: 'pkcs8' });
  const { x } = createPublicKey(privateKey).export({ format: 'jwk' });
  return { privateKey, publicKey: { kty: 'OKP', crv: 'Ed25519', x: x! } };
}

/** Makes a signing key from its seed and its certificate. */
export function signingKey({ seed, certificate }: { seed: Buffer; certificate: string }): SigningKey {
  const pair = keyPair(seed);
  const kid = thumbprint(pair.publicKey);
  return { ...pair, kid, certificate, header: encode({ alg: 'EdDSA', typ: 'license+jwt', kid, certificate }) };
}

/** Signs a license document. */
export function signDocument({ privateKey, header }: SigningKey, claims: object): string {
  return signJws(privateKey, header, claims);
}

/**
 * The keys as `/.well-known/jwks.json` publishes them (RFC 7517): those that sign documents with their certificates, then
 * those that sign service tokens, which have none.
 */
export function jwks(keys: readonly SigningKey[], serviceKeys: readonly (KeyPair & { kid: string })[] = []) {
  const published = ({ kid, publicKey }: KeyPair & { kid: string }) => ({
    ...publicKey,
    kid,
    alg: 'EdDSA' as const,
    use: 'sig' as const,
  });
  return {
    keys: [...keys.map((key) => ({ ...published(key), certificate: key.certificate })), ...serviceKeys.map(published)],
  };
}
