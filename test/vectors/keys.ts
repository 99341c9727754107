import { signJws } from '../../agent/documents/jws.ts';
import { jwks, signingKey } from '../../secrets/signing-keys.ts';

/** Fixed, so that the vectors are the same each time; never used by anything that runs. */
const keyOf = (kid: string, filledWith: number) => {
  const seed = Buffer.alloc(32, filledWith);
  const { privateKey, publicKey } = signingKey({ kid, seed });
  return { kid, seed, privateKey, publicKey, jwk: privateKey.export({ format: 'jwk' }) };
};

/** The service's current signing key and the one before it; the server's own; and one that nobody knows. */
export const CURRENT = keyOf('2026-b', 1);
export const PREVIOUS = keyOf('2026-a', 2);
export const SERVER_KEY = keyOf('server', 3);
export const STRANGER = keyOf('stranger', 4);

export const PUBLISHED = jwks([CURRENT, PREVIOUS]);

/** A document as the service signs it; `header` replaces parts of its header. */
export function signed(claims: object, key = CURRENT, header: object = {}): string {
  return signJws({ alg: 'EdDSA', typ: 'license+jwt', kid: key.kid, ...header }, claims, key.jwk);
}

export function keyVectors() {
  const about = ({ kid, seed, publicKey }: typeof CURRENT) => ({ kid, seed: seed.toString('hex'), publicKey });
  return {
    note: 'Ed25519 keys made of fixed seeds (RFC 8032). They verify nothing but these vectors.',
    signing: [CURRENT, PREVIOUS].map(about),
    server: about(SERVER_KEY),
    jwks: PUBLISHED,
  };
}
