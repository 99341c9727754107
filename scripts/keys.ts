import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from './write-file.ts';

/** What a development installation keeps secret; the first three are settings as `config.ts` reads them. */
export type Keys = {
  SECRET_KEYS: string;
  SIGNING_KEYS: string;
  BOOTSTRAP_API_KEY: string;
  postgresPassword: string;
};

/** The keys of this data folder, made once: tokens, links and license documents depend on them. */
export function loadKeys(dataDir: string): Keys {
  const file = join(dataDir, 'keys.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Keys;
  const keys: Keys = {
    SECRET_KEYS: `k1:${random()}`,
    SIGNING_KEYS: `s1:${random()}`,
    BOOTSTRAP_API_KEY: `vk_${randomBytes(24).toString('base64url')}`,
    postgresPassword: random(),
  };
  writeWhole(file, `${JSON.stringify(keys, null, 2)}\n`);
  return keys;
}

function random(): string {
  return randomBytes(32).toString('base64url');
}
