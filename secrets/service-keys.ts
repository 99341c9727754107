import { thumbprint } from './certificate.ts';
import { encode, signJws } from './jws.ts';
import { keyPair, type KeyPair } from './signing-keys.ts';

/**
 * A key pair that service tokens are signed with. No root certifies it: an AppSuite takes no document of it, and no
 * service takes a license document for a token, by its type.
 */
export type ServiceKey = KeyPair & {
  /** The thumbprint of its public half (RFC 7638). */
  kid: string;
  /** The header of each token that it signs, as it is written. */
  header: string;
};

/** Makes a key from its seed. */
export function serviceKey({ seed }: { seed: Buffer }): ServiceKey {
  const pair = keyPair(seed);
  const kid = thumbprint(pair.publicKey);
  return { ...pair, kid, header: encode({ alg: 'EdDSA', typ: 'service+jwt', kid }) };
}

/** Signs a service token. */
export function signServiceToken({ sign, header }: ServiceKey, claims: object): string {
  return signJws(sign, header, claims);
}
