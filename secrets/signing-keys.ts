import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';

/** An Ed25519 key that license documents are signed with. Of a list, the first is current; the others still verify. */
export type SigningKey = { kid: string; privateKey: KeyObject; publicKey: { kty: 'OKP'; crv: 'Ed25519'; x: string } };

const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');

/** Makes a signing key from its 32-byte seed (RFC 8032; wrapped as RFC 8410 says). */
export function signingKey({ kid, seed }: { kid: string; seed: Buffer }): SigningKey {
  const privateKey = createPrivateKey({ key: Buffer.concat([PKCS8_PREFIX, seed]), format: 'der', type: 'pkcs8' });
  const { x } = createPublicKey(privateKey).export({ format: 'jwk' });
  return { kid, privateKey, publicKey: { kty: 'OKP', crv: 'Ed25519', x: x! } };
}

/** The keys as `/.well-known/jwks.json` publishes them (RFC 7517). */
export function jwks(keys: readonly SigningKey[]) {
  return { keys: keys.map(({ kid, publicKey }) => ({ ...publicKey, kid, alg: 'EdDSA', use: 'sig' })) };
}
