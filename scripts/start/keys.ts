import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { developmentCertificates } from './roots.ts';
import { writeWhole } from './write-file.ts';

/** What a development installation keeps secret; the first four are settings as `config.ts` reads them. */
type Kept = {
  SECRET_KEYS: string;
  SIGNING_KEYS: string;
  SERVICE_KEYS: string;
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
  if (existsSync(file)) return withServiceKeys(dataDir, JSON.parse(readFileSync(file, 'utf8')) as Kept);
  const keys: Kept = {
    SECRET_KEYS: `k1:${random()}`,
    SIGNING_KEYS: `s1:${random()}`,
    SERVICE_KEYS: `t1:${random()}`,
    BOOTSTRAP_API_KEY: `vk_${randomBytes(24).toString('base64url')}`,
    postgresPassword: random(),
  };
  save(dataDir, keys);
  return keys;
}

/** A data folder of a release before has none of these. */
function withServiceKeys(dataDir: string, keys: Omit<Kept, 'SERVICE_KEYS'> & Partial<Kept>): Kept {
  const { SERVICE_KEYS } = keys;
  if (SERVICE_KEYS !== undefined) return { ...keys, SERVICE_KEYS };
  const complete = { ...keys, SERVICE_KEYS: `t1:${random()}` };
  save(dataDir, complete);
  return complete;
}

/** The settings that have a current key and earlier ones, with the letter that names of theirs begin with. */
const LETTERS = { SIGNING_KEYS: 's', SERVICE_KEYS: 't', SECRET_KEYS: 'k' } as const;
export type Rotating = keyof typeof LETTERS;

/**
 * A setting with a new key in front of the ones there are, which stay: what they signed or derived is held outside, and
 * has to verify until it ends. A name is never given twice.
 */
export function withNewKey(setting: Rotating, value: string): { value: string; name: string } {
  const letter = LETTERS[setting];
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
