import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { connect } from '../../../db/orm.ts';
import { makeDataFolder, postgresFolder, removeDataFolder } from '../../../scripts/start/data-folder.ts';
import { placePostgres } from '../../../scripts/start/postgres-place.ts';
import { installedPrograms, startPostgres } from '../../../scripts/start/postgres.ts';

let home: string;
let dataDir: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'closed-home-'));
  chmodSync(home, 0o700);
  dataDir = join(home, "a clone of root's", 'dätä'.repeat(30), '.data');
});
afterEach(() => {
  removeDataFolder(dataDir);
  rmSync(home, { recursive: true });
});

/** Runs the database of the data folder, as `npm start` does, and asks it something. */
async function ask<Row>(statement: string): Promise<Row[]> {
  const postgres = await startPostgres({ dataDir, password: 'secret', fsync: false });
  try {
    const orm = await connect(postgres.url, 1);
    try {
      return await orm.em.fork().execute(statement);
    } finally {
      await orm.close();
    }
  } finally {
    await postgres.stop();
  }
}

test('a database starts in a folder that is closed to everybody else, and the next start finds it again', async () => {
  await ask('create table kept as select 7 as seven');
  expect(await ask('select seven from kept')).toEqual([{ seven: 7 }]);
  expect(lstatSync(home).mode & 0o777).toBe(0o700);
});

test('a database of an earlier start is found after its folder was closed', async () => {
  chmodSync(home, 0o755);
  await ask('create table kept as select 7 as seven');
  expect(existsSync(join(dataDir, 'postgres', 'PG_VERSION'))).toBe(true);
  chmodSync(home, 0o700);
  expect(await ask('select seven from kept')).toEqual([{ seven: 7 }]);
});

test('programs that only their owner can reach are run all the same', async () => {
  const { postgres } = await installedPrograms();
  const native = join(home, 'package', 'native');
  cpSync(dirname(dirname(postgres)), native, { recursive: true, verbatimSymlinks: true });
  writeFileSync(join(home, 'package', 'package.json'), JSON.stringify({ version: `test-${process.pid}` }));
  const closed = { initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres') };
  const { programs, owner } = placePostgres(dataDir, closed);
  const { status } = spawnSync(programs.initdb, ['--version'], { ...owner, cwd: '/' });
  const copy = dirname(dirname(programs.initdb));
  if (copy !== native) rmSync(copy, { recursive: true });
  expect(status).toBe(0);
});

test('a database whose place is gone is not begun anew beside what else there is', async () => {
  makeDataFolder(dataDir);
  writeFileSync(join(dataDir, 'postgres-folder'), '/var/lib/cloud-licensing/database-gone/postgres\n');
  await expect(ask('select 1')).rejects.toThrow(
    `The database of ${dataDir} was in ${postgresFolder(dataDir)}, which is gone`,
  );
});

test.each([0o700, 0o1777])('a folder that holds something keeps who may enter it: %o', (mode) => {
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(join(dataDir, 'letter'), 'from somebody');
  chmodSync(dataDir, mode);
  makeDataFolder(dataDir);
  expect(statSync(dataDir).mode & 0o7777).toBe(mode);
});

test.each(['/proc/closed-home', join(tmpdir(), '50% off')])(
  'a folder that cannot be used is refused with what to do: %s',
  (path) => {
    expect(() => makeDataFolder(path)).toThrow('set');
  },
);
