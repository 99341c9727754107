import { bytesOf } from '../secrets/strict.ts';
import type { Settings } from './settings.ts';

const PRODUCTION_KEY_LENGTH = 32;
const SECRET_BYTES = 32;
const SEED_BYTES = 32;

/** The first is current, the others still verify. */
export type SecretKeys = { name: string; key: Buffer }[];

/** Ed25519 seeds of 32 bytes; the first is current, the others still verify. */
export type Seeds = { name: string; seed: Buffer }[];

/** SECRET_KEYS, at least 32 bytes each. */
export function readSecretKeys(settings: Settings, value: string): SecretKeys {
  return readKeys(settings, 'SECRET_KEYS', value, (key) => key.length >= SECRET_BYTES, 'at least 32 bytes').map(
    ([name, key]) => ({ name, key }),
  );
}

/** SIGNING_KEYS, or those of another setting, 32 bytes each. */
export function readSeeds(settings: Settings, value: string, setting = 'SIGNING_KEYS'): Seeds {
  return readKeys(settings, setting, value, (seed) => seed.length === SEED_BYTES, 'exactly 32 bytes').map(
    ([name, seed]) => ({ name, seed }),
  );
}

/** BOOTSTRAP_API_KEY: what a Bearer token may consist of, and long enough for production; null unless set. */
export function readBootstrapApiKey({ text, mistake }: Settings): string | null {
  const value = text('BOOTSTRAP_API_KEY');
  if (!value) return null;
  if (!/^[\w.~+/-]+=*$/.test(value)) {
    mistake('BOOTSTRAP_API_KEY has characters that a Bearer token cannot have: use letters, digits, - and _.');
  }
  if (text('NODE_ENV') === 'production' && value.length < PRODUCTION_KEY_LENGTH) {
    mistake(`BOOTSTRAP_API_KEY is too short for production: use at least ${PRODUCTION_KEY_LENGTH} random characters.`);
  }
  return value;
}

/** Reads `name:<base64url>,name:<base64url>`. A mistake names the key by its place and name, never by its value. */
function readKeys(
  { mistake }: Settings,
  setting: string,
  value: string,
  fits: (key: Buffer) => boolean,
  size: string,
): [string, Buffer][] {
  const names = new Set<string>();
  const entries = value ? value.split(',') : [];
  return entries.flatMap((entry, index): [string, Buffer][] => {
    const [, name, encoded] = /^([\w-]{1,40}):([\w-]+)={0,2}$/.exec(entry.trim()) ?? [];
    const key = encoded === undefined ? null : bytesOf(encoded);
    if (!name || !key) {
      mistake(
        `${setting}, entry ${index + 1}, does not read name:<base64url>: write it so, with a comma between entries.`,
      );
      return [];
    }
    if (!fits(key)) mistake(`${setting}, key "${name}", has ${key.length} bytes: give it ${size} in base64url.`);
    if (names.has(name)) mistake(`${setting} has two keys named "${name}": give each its own name.`);
    names.add(name);
    return [[name, key]];
  });
}
