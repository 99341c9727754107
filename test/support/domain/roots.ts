import { certify, type Certified } from '../../../secrets/certificate.ts';
import { keyPair, signingKey, type SigningKey } from '../../../secrets/signing-keys.ts';

/** The root that tests certify signing keys with. */
export const ROOT = keyPair(Buffer.alloc(32, 'root'));

/** For all the time that tests play in. */
const ALWAYS = { nbf: 0, exp: Date.parse('2999-01-01') / 1000, serial: 1, least: 0 };

/** A certificate of a key, by its seed. */
export function certificateOf(seed: Buffer, about: Partial<Certified> = {}, root = ROOT): string {
  return certify(root, { jwk: keyPair(seed).publicKey, ...ALWAYS, ...about });
}

/** A signing key of that name, certified by the root of tests. */
export function certifiedKey(name: string, about: Partial<Certified> = {}): SigningKey {
  const seed = Buffer.alloc(32, name);
  return signingKey({ seed, certificate: certificateOf(seed, about) });
}

/** A key of a cloud that is not the vendor's: certified by a root of its own. */
export function foreignKey(): SigningKey {
  const seed = Buffer.alloc(32, 'foreign');
  return signingKey({ seed, certificate: certificateOf(seed, {}, keyPair(Buffer.alloc(32, 'foreign root'))) });
}
