import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, constants, cpSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { makeDataFolder, pointerFile, postgresFolder } from './data-folder.ts';
import { writeWhole } from './write-file.ts';

export type Programs = { initdb: string; postgres: string };

/** Where PostgreSQL's programs and database are, and who runs them; without an owner it is whoever runs this. */
export type Place = { programs: Programs; folder: string; owner?: Owner };

type Owner = { uid: number; gid: number };

/** The user that every machine has and that owns nothing: none has to be made. */
const USER = 'nobody';

/** Where a state of ours may lie, best first: the last ones may be emptied by the machine. */
const STATES = ['/var/lib', '/var/tmp', tmpdir()];

/**
 * Where PostgreSQL runs for this data folder. It refuses to run as root, so that for root it runs as `nobody`: where that
 * user cannot enter the data folder (in root's home, in a private temporary folder) the database lies in a folder of the
 * system's state, which the data folder names; likewise a copy of the programs. A database that an earlier start made
 * moves there. Throws a sentence when the machine has no place, or the database that is named is gone.
 */
export function placePostgres(dataDir: string, installed: Programs): Place {
  makeDataFolder(dataDir);
  requireDatabase(dataDir);
  if (process.getuid?.() !== 0) return { programs: installed, folder: postgresFolder(dataDir) };
  const owner = { uid: idOf('-u'), gid: idOf('-g') };
  requireRights(owner);
  return { programs: placePrograms(installed, owner), folder: placeDatabase(dataDir, owner), owner };
}

function placePrograms(installed: Programs, owner: Owner): Programs {
  const runs = ({ postgres }: Programs) => canRun(owner, postgres, ['--version']);
  if (runs(installed)) return installed;
  const folder = dirname(dirname(installed.postgres));
  for (const home of homes(owner)) {
    const copy = copyFolder(folder, join(home, `postgresql-${versionOf(folder)}`));
    const programs = { initdb: join(copy, 'bin', 'initdb'), postgres: join(copy, 'bin', 'postgres') };
    if (runs(programs)) return programs;
  }
  throw noPlace(folder);
}

function placeDatabase(dataDir: string, owner: Owner): string {
  const inside = join(dataDir, 'postgres');
  const pointer = pointerFile(dataDir);
  if (!existsSync(pointer)) {
    if (canRun(owner, 'test', ['-x', dataDir])) return inside;
    const [home] = homes(owner);
    if (home === undefined) throw noPlace(dataDir);
    const parent = mkdtempSync(join(home, 'database-'));
    chmodSync(parent, 0o711);
    writeWhole(pointer, `${join(parent, 'postgres')}\n`);
  }
  const folder = postgresFolder(dataDir);
  // A move that is cut at any moment leaves one of the two whole.
  if (existsSync(inside)) {
    if (!existsSync(folder)) {
      rmSync(`${folder}.new`, { recursive: true, force: true });
      execFileSync('cp', ['-pPR', inside, `${folder}.new`]);
      renameSync(`${folder}.new`, folder);
    }
    rmSync(inside, { recursive: true });
  }
  return folder;
}

/** An empty database beside Temporal's full one would be taken for the truth. */
function requireDatabase(dataDir: string): void {
  const folder = postgresFolder(dataDir);
  if (existsSync(dirname(folder))) return;
  throw new Error(
    `The database of ${dataDir} was in ${folder}, which is gone: bring it back, or remove ${dataDir} to begin anew.`,
  );
}

/** Folders of our own that this user can enter and nobody but root can change, best first; each is made when it is asked for. */
function* homes(owner: Owner): Generator<string> {
  for (const state of STATES) {
    const home = join(state, 'cloud-licensing');
    if (isOurs(home) && canRun(owner, 'test', ['-x', home])) yield home;
  }
}

/** Makes the folder if it is not there. One that somebody else has made, or a link, could hold anything. */
function isOurs(home: string): boolean {
  try {
    if (!existsSync(home)) {
      mkdirSync(home);
      chmodSync(home, 0o755);
    }
    const found = lstatSync(home);
    return found.isDirectory() && found.uid === 0 && (found.mode & 0o022) === 0;
  } catch {
    return false;
  }
}

/** Copies a folder for everybody to read; it appears when it is whole. Answers its place. */
function copyFolder(from: string, to: string): string {
  if (existsSync(to)) return to;
  const fresh = mkdtempSync(`${to}.`);
  try {
    cpSync(from, fresh, { recursive: true, verbatimSymlinks: true, mode: constants.COPYFILE_FICLONE });
    execFileSync('chmod', ['-R', 'a+rX', fresh]);
    renameSync(fresh, to);
  } catch (error) {
    // Another start may have been first.
    if (!existsSync(to)) throw error;
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
  return to;
}

function canRun(owner: Owner, command: string, args: string[]): boolean {
  return spawnSync(command, args, { ...owner, cwd: '/', stdio: 'ignore' }).status === 0;
}

/** In some containers root may not become another user. */
function requireRights(owner: Owner): void {
  const { error } = spawnSync('true', { ...owner, cwd: '/', stdio: 'ignore' });
  if (!error) return;
  throw new Error(
    `PostgreSQL does not run as root, and root may not run a program as ${USER} here (${error.message}): ` +
      'start as another user, or set DATABASE_URL to a PostgreSQL of your own.',
  );
}

function idOf(option: '-u' | '-g'): number {
  try {
    return Number(execFileSync('id', [option, USER], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  } catch {
    throw new Error(
      `PostgreSQL does not run as root, and this machine has no user ${USER}: start as another user, ` +
        'or set DATABASE_URL to a PostgreSQL of your own.',
    );
  }
}

function versionOf(folder: string): string {
  const { version } = JSON.parse(readFileSync(join(folder, '..', 'package.json'), 'utf8')) as { version: string };
  return version;
}

function noPlace(closed: string): Error {
  return new Error(
    `PostgreSQL does not run as root, and the user ${USER} can enter neither ${closed} nor a folder in ` +
      `${STATES.join(', ')}: start as another user, or set DATABASE_URL to a PostgreSQL of your own.`,
  );
}
