import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { AppSuiteError } from '../errors.ts';
import { requireHeld } from './held.ts';
import { AT_FIRST, type State } from './state.ts';
import { writing } from './unwritable.ts';

const FILE = 'state.json';

/** Reads the state of a folder; null when it has none. Refuses a file that is not a whole state. */
export async function readState(dir: string): Promise<State | null> {
  const path = join(dir, FILE);
  try {
    return { ...AT_FIRST, ...(JSON.parse(await readFile(path, 'utf8')) as State) };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new AppSuiteError(
      `${path} can't be read (${(error as Error).message}): restore it or choose another folder.`,
    );
  }
}

/**
 * Replaces the state of a folder: after a crash at any moment the old or the new one is there, whole. Only the owner can
 * read it, as the private key is in it. Refuses where the folder's lock was broken meanwhile.
 */
export async function writeState(dir: string, state: State): Promise<void> {
  const path = join(dir, FILE);
  await requireHeld(dir);
  await writing(path, async () => {
    await mkdir(dir, { recursive: true, mode: 0o700 });
    const temporary = `${path}.${randomUUID()}.tmp`;
    try {
      await writeDurably(temporary, JSON.stringify(state, null, 2));
      await rename(temporary, path);
      await syncFolder(dir);
    } finally {
      await rm(temporary, { force: true });
    }
  });
}

/** Removes what writes that were killed have left; for whoever holds the folder's lock. */
export async function removeLeftovers(dir: string): Promise<void> {
  const names = await readdir(dir);
  const leftovers = names.filter((name) => name.endsWith('.tmp'));
  await Promise.all(leftovers.map((name) => rm(join(dir, name), { force: true })));
}

async function writeDurably(path: string, content: string): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A rename is durable only once the folder that holds the name is. */
async function syncFolder(dir: string): Promise<void> {
  const folder = await open(dir, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
