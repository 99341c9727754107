import { accessSync, chmodSync, constants, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Says where the database is, in a data folder that its user cannot enter. */
export const pointerFile = (dataDir: string) => join(dataDir, 'postgres-folder');

/** The folder of the database, which stands in the command line of its process. */
export function postgresFolder(dataDir: string): string {
  const pointer = pointerFile(dataDir);
  return existsSync(pointer) ? readFileSync(pointer, 'utf8').trim() : join(dataDir, 'postgres');
}

/**
 * Makes the data folder, for its owner alone; for root so that PostgreSQL's user may pass, as what is secret in it has
 * modes of its own. A folder that holds anything stays as it is: it may be somebody's home. Throws a sentence where
 * nothing can be written.
 */
export function makeDataFolder(dataDir: string): void {
  // Temporal's server reads the path of its database as an address.
  if (/[%?]/.test(dataDir)) throw new Error(`DATA_DIR is ${dataDir}: set it to a path without % and ?.`);
  try {
    mkdirSync(dirname(dataDir), { recursive: true });
    if (!existsSync(dataDir)) mkdirSync(dataDir, { mode: 0o700 });
    accessSync(dataDir, constants.W_OK);
    if (readdirSync(dataDir).length === 0 && process.getuid?.() === 0) chmodSync(dataDir, 0o711);
  } catch (error) {
    throw new Error(
      `${dataDir} cannot be used (${(error as Error).message}): set DATA_DIR to a folder that you may write to, ` +
        'as in `DATA_DIR=/path/to/folder npm start`.',
    );
  }
}

/** Removes a data folder, with a database that lies elsewhere. Nothing may run in it. */
export function removeDataFolder(dataDir: string): void {
  if (existsSync(pointerFile(dataDir))) rmSync(dirname(postgresFolder(dataDir)), { recursive: true, force: true });
  rmSync(dataDir, { recursive: true, force: true });
}
