import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { developmentCertificates } from './roots.ts';
import { writeWhole } from './write-file.ts';

/** What a development installation keeps secret; the first three are settings as `config.ts` reads them. */
type Kept = {
  SECRET_KEYS: string;
  SIGNING_KEYS: string;
  BOOTSTRAP_API_KEY: string;
  postgresPassword: string;
};

export type Keys = Kept & { SIGNING_CERTIFICATES: string };

/** The keys of this data folder, with certificates of those that sign by its own root. */
export function loadKeys(dataDir: string): Keys {
  const keys = kept(dataDir);
  return { ...keys, SIGNING_CERTIFICATES: developmentCertificates(dataDir, keys.SIGNING_KEYS, Date.now()) };
}

/** Made once: tokens, links and license documents depend on them. */
function kept(dataDir: string): Kept {
  const file = join(dataDir, 'keys.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Kept;
  const keys: Kept = {
    SECRET_KEYS: `k1:${random()}`,
    SIGNING_KEYS: `s1:${random()}`,
    BOOTSTRAP_API_KEY: `vk_${randomBytes(24).toString('base64url')}`,
    postgresPassword: random(),
  };
  save(dataDir, keys);
  return keys;
}

export type Rotating = 'SIGNING_KEYS' | 'SECRET_KEYS';

/**
 * A setting with a new key in front of the ones there are, which stay: what they signed or derived is held outside, and
 * has to verify until it ends. A name is never given twice.
 */
export function withNewKey(setting: Rotating, value: string): { value: string; name: string } {
  const letter = setting === 'SIGNING_KEYS' ? 's' : 'k';
  const names = value.split(',').map((entry) => entry.trim().split(':')[0]!);
  const highest = Math.max(
    0,
    ...names.map((known) => Number(new RegExp(`^${letter}(\\d{1,9})$`).exec(known)?.[1] ?? 0)),
  );
  const name = `${letter}${highest + 1}`;
  return { value: `${name}:${random()},${value}`, name };
}

/** Gives the keys of a data folder a new current one, which counts from the next start on. Answers its name. */
export function rotateKeys(dataDir: string, setting: Rotating): string {
  const keys = kept(dataDir);
  const { value, name } = withNewKey(setting, keys[setting]);
  save(dataDir, { ...keys, [setting]: value });
  return name;
}

function save(dataDir: string, keys: Kept): void {
  writeWhole(join(dataDir, 'keys.json'), `${JSON.stringify(keys, null, 2)}\n`);
}

function random(): string {
  return randomBytes(32).toString('base64url');
}
