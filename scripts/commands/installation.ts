import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readSetting, readStartConfig } from '../../config.ts';
import { CommandError } from '../../admin/command-error.ts';
import { loadKeys } from '../start/keys.ts';
import { productEnv } from '../start/settings.ts';

/**
 * Puts the settings of what `npm start` runs in DATA_DIR into the environment. Where DATABASE_URL names another
 * installation, the environment stays as it is: nothing of this folder is that one's.
 */
export function findInstallation(): void {
  if (readSetting('DATABASE_URL') !== undefined) return;
  const config = readStartConfig();
  const dataDir = resolve(config.dataDir);
  const portFile = join(dataDir, 'postgres-port');
  if (!existsSync(portFile)) {
    throw new CommandError(
      `There is no database in ${dataDir}: start the product first (npm start), or set DATABASE_URL.`,
    );
  }
  const port = config.postgresPort ?? Number(readFileSync(portFile, 'utf8'));
  Object.assign(process.env, productEnv(config, dataDir, { keys: loadKeys(dataDir), port }));
}
