import { readCertificate, type Certified } from '../secrets/certificate.ts';
import { keyPair } from '../secrets/signing-keys.ts';
import type { Seeds } from './keys.ts';
import { ConfigError, type Settings } from './settings.ts';

/** What license documents are signed with, each with the certificate of the vendor's root; the first is current. */
export type SigningKeys = { name: string; seed: Buffer; certificate: string; certified: Certified }[];

const SEED_BYTES = 32;
const DAY_MS = 86_400_000;
const REFUSED_DAYS = 30;
const WARNED_DAYS = 90;

const MAKE_ONE = '`npm run keys:certify` makes one, where the root keys are';
const REMEDY = `put a newer one into SIGNING_CERTIFICATES; ${MAKE_ONE}`;

/** SIGNING_CERTIFICATES: for each of SIGNING_KEYS one, in any order, with commas between. */
export function readCertified(settings: Settings, seeds: Seeds, value: string): SigningKeys {
  const { mistake } = settings;
  // What is missing or wrong in these was told, and says nothing about the other.
  if (!value || seeds.length === 0 || seeds.some(({ seed }) => seed.length !== SEED_BYTES)) return [];
  const given = value.split(',').flatMap((entry, index) => {
    const text = entry.trim();
    const certified = readCertificate(text);
    if (!certified) mistake(`SIGNING_CERTIFICATES, entry ${index + 1}, is no certificate: ${MAKE_ONE}.`);
    return certified ? [{ index, certificate: text, certified }] : [];
  });
  const taken = new Set<number>();
  const keys = seeds.flatMap(({ name, seed }) => {
    const { x } = keyPair(seed).publicKey;
    const own = given.filter(({ certified }) => certified.jwk.x === x);
    own.forEach(({ index }) => taken.add(index));
    if (own.length > 1) mistake(`SIGNING_CERTIFICATES has ${own.length} certificates of the key "${name}": keep one.`);
    const [first] = own;
    if (!first) mistake(`SIGNING_CERTIFICATES has none of the key "${name}": ${MAKE_ONE}.`);
    return first ? [{ name, seed, certificate: first.certificate, certified: first.certified }] : [];
  });
  for (const { index } of given.filter((one) => !taken.has(one.index)))
    mistake(`SIGNING_CERTIFICATES, entry ${index + 1}, is of a key that is not in SIGNING_KEYS: remove it.`);
  return keys;
}

/**
 * Refuses, with a {@link ConfigError}, to start with a current key that may not sign yet, or only for 30 days more:
 * AppSuites take no document that was made outside the time of its certificate.
 */
export function requireLastingCertificate(keys: SigningKeys, nowMs: number): void {
  const { name, certified } = keys[0]!;
  const fromMs = certified.nbf * 1000;
  if (fromMs > nowMs)
    throw new ConfigError([`The certificate of the signing key "${name}" begins on ${dayOf(fromMs)}: ${REMEDY}.`]);
  if (endOf(certified) <= nowMs + REFUSED_DAYS * DAY_MS) throw new ConfigError([endingSoon(keys)]);
}

/** What an operator should read in the last 90 days of the current key's certificate; null before. */
export function certificateWarning(keys: SigningKeys, nowMs: number): string | null {
  return endOf(keys[0]!.certified) <= nowMs + WARNED_DAYS * DAY_MS ? endingSoon(keys) : null;
}

function endingSoon([current]: SigningKeys): string {
  const { name, certified } = current!;
  return `The certificate of the signing key "${name}" ends on ${dayOf(endOf(certified))}: ${REMEDY}.`;
}

function endOf({ exp }: Certified): number {
  return exp * 1000;
}

function dayOf(epochMs: number): string {
  return new Date(epochMs).toISOString().slice(0, 10);
}
