import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the repository. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Where binaries that were fetched once are kept. */
export const BINARY_CACHE = join(ROOT, '.cache', 'bin');

const CHROMIUMS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/**
 * The path of `temporal` or `temporal-test-server`: on PATH, else what an earlier start cached, else null. npm puts its
 * own folders first on PATH; nothing there has these names.
 */
export function findBinary(name) {
  const cached = join(BINARY_CACHE, name);
  return findOnPath(name) ?? (isExecutable(cached) ? cached : null);
}

/** As `findBinary`, for callers that run after the preparation. Throws a sentence that says how to repair. */
export function binary(name) {
  const path = findBinary(name);
  if (!path) throw new Error(`${name} is missing: run \`node scripts/prepare/main.mjs --tests\`, which fetches it.`);
  return path;
}

/** The path of the machine's own Chromium, or null. */
export function findChromium() {
  return CHROMIUMS.map(findOnPath).find((path) => path !== null) ?? null;
}

function findOnPath(name) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return folders.map((folder) => join(folder, name)).find(isExecutable) ?? null;
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
