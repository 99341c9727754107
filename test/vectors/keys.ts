import { signJws } from '../../agent/documents/jws.ts';
import { certify, thumbprint } from '../../secrets/certificate.ts';
import { jwks, keyPair, signingKey } from '../../secrets/signing-keys.ts';

/** Fixed, so that the vectors are the same each time; never used by anything that runs. */
const pairOf = (filledWith: number) => {
  const seed = Buffer.alloc(32, filledWith);
  const pair = keyPair(seed);
  return { ...pair, seed, kid: thumbprint(pair.publicKey), jwk: { ...pair.publicKey, d: seed.toString('base64url') } };
};

/** The vendor's two roots, and one of somebody else. */
export const [ROOT, SPARE_ROOT, OTHER_ROOT] = [pairOf(5), pairOf(6), pairOf(7)];

const days = (day: string) => Date.parse(day) / 1000;

/** What the current key is certified for. */
export const CERTIFIED = { nbf: days('2026-11-01'), exp: days('2028-11-01'), serial: 3, least: 2 };

/** What a root says of a key; `changes` may make it nonsense. */
export function certificate(key: ReturnType<typeof pairOf>, changes: object = {}, root = ROOT): string {
  return certify(root, { jwk: key.publicKey, ...CERTIFIED, ...changes });
}

const certified = (pair: ReturnType<typeof pairOf>, about: object) => {
  const { header, ...key } = signingKey({ seed: pair.seed, certificate: certificate(pair, about) });
  return { ...pair, ...key, header };
};

/** The service's current signing key and the one before it; the server's own; and one that nobody knows. */
export const CURRENT = certified(pairOf(1), {});
export const PREVIOUS = certified(pairOf(2), { nbf: days('2025-11-01'), exp: days('2027-11-01'), serial: 2, least: 1 });
export const SERVER_KEY = pairOf(3);
export const STRANGER = pairOf(4);

/** What signs tokens for other services; no root certifies it. */
export const SERVICE_KEY = pairOf(8);

/** A document as the service signs it; `header` replaces parts of its header. */
export function signed(claims: object, key: ReturnType<typeof pairOf> = CURRENT, header: object = {}): string {
  const own = 'certificate' in key ? { certificate: key.certificate } : {};
  return signJws({ alg: 'EdDSA', typ: 'license+jwt', kid: key.kid, ...own, ...header }, claims, key.jwk);
}

export function keyVectors() {
  const about = ({ kid, seed, publicKey }: ReturnType<typeof pairOf>) => ({
    kid,
    seed: seed.toString('hex'),
    publicKey,
  });
  return {
    note: 'Ed25519 keys made of fixed seeds (RFC 8032). They verify nothing but these vectors.',
    roots: [ROOT, SPARE_ROOT].map(about),
    signing: [CURRENT, PREVIOUS].map(about),
    server: about(SERVER_KEY),
    service: about(SERVICE_KEY),
    jwks: jwks([CURRENT, PREVIOUS], [SERVICE_KEY]),
  };
}
