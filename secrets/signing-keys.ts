import sodium from 'sodium-native';
import type { PublicKey } from '../domain/server/server.ts';
import { thumbprint } from './certificate.ts';
import { encode, SIGNATURE_BYTES, signJws, type Sign } from './jws.ts';

/** An Ed25519 key pair, of which only what the private half signs can be had. */
export type KeyPair = { sign: Sign; publicKey: PublicKey };

/** A key pair that license documents are signed with. Of a list, the first is current; the others still verify. */
export type SigningKey = KeyPair & {
  /** The thumbprint of its public half (RFC 7638). */
  kid: string;
  /** Of the vendor's root, see `secrets/certificate.ts`. */
  certificate: string;
  /** The header of each document that it signs, as it is written: the same each time. */
  header: string;
};

/** Makes a key pair from its 32-byte seed (RFC 8032). By libsodium, which signs in half of Node's time and keeps the key out of swap and dumps. */
export function keyPair(seed: Buffer): KeyPair {
  const x = Buffer.alloc(sodium.crypto_sign_PUBLICKEYBYTES);
  const key = sodium.sodium_malloc(sodium.crypto_sign_SECRETKEYBYTES);
  sodium.crypto_sign_seed_keypair(x, key, seed);
  function sign(text: Buffer): Buffer {
    const signature = Buffer.alloc(SIGNATURE_BYTES);
    sodium.crypto_sign_detached(signature, text, key);
    return signature;
  }
  return { sign, publicKey: { kty: 'OKP', crv: 'Ed25519', x: x.toString('base64url') } };
}

/** Makes a signing key from its seed and its certificate. */
export function signingKey({ seed, certificate }: { seed: Buffer; certificate: string }): SigningKey {
  const pair = keyPair(seed);
  const kid = thumbprint(pair.publicKey);
  return { ...pair, kid, certificate, header: encode({ alg: 'EdDSA', typ: 'license+jwt', kid, certificate }) };
}

/** Signs a license document. */
export function signDocument({ sign, header }: SigningKey, claims: object): string {
  return signJws(sign, header, claims);
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
