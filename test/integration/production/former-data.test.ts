import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { FORMER_EXIT_CODE, formerData } from '../../../db/former.ts';
import { MIGRATIONS } from '../../../db/migrations/index.ts';
import { connect } from '../../../db/orm.ts';
import { ROOT } from '../../../scripts/prepare/binaries.mjs';
import { loadKeys } from '../../../scripts/start/keys.ts';
import { migrate } from '../../../scripts/start/services.ts';
import { openDatabase, type TestDatabase } from '../../support/api/database.ts';

/** What stands in the table of migrations of an installation of before 0.1.0, by age: at first, and at last. */
const FORMER_NAMES = [['0001-first'], ['0001-first', '0003-notices', '0011-endings', '0012-unlock-links']];

let database: TestDatabase;
let folder: string;
beforeAll(async () => {
  database = await openDatabase();
  folder = mkdtempSync(join(tmpdir(), 'former-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await database.drop();
});

const execute = (sql: string) => database.asOwner(sql);
const migrations = async () => execute('select name from mikro_orm_migrations order by id');

async function makeFormer(names: string[]): Promise<void> {
  await execute('delete from mikro_orm_migrations');
  for (const name of names) await execute(`insert into mikro_orm_migrations (name) values ('${name}')`);
}

/** What `npm start` gives its processes. */
function environment(): NodeJS.ProcessEnv {
  const { postgresPassword: _, ...keys } = loadKeys(folder);
  const addresses = { DATABASE_URL: database.url, MIGRATION_DATABASE_URL: database.ownerUrl };
  return { ...process.env, NODE_OPTIONS: '', ...keys, ...addresses, DATA_DIR: folder };
}

async function run(program: string): Promise<{ code: unknown; said: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', join(ROOT, program)], { cwd: ROOT, env: environment() });
  const [said, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
  return { code, said };
}

test('what a migration locks is free before the next one: each was a transaction of its own', async () => {
  const at = await execute(
    'select count(*)::int as made, count(distinct executed_at)::int as apart from mikro_orm_migrations',
  );
  expect(at).toEqual([{ made: MIGRATIONS.length, apart: MIGRATIONS.length }]);
});

test('a database of today, an empty one, and one that does not answer are none of before', async () => {
  expect(await formerData(database.orm, database.url)).toBeNull();
  const empty = await openDatabase();
  await empty.asOwner('drop table mikro_orm_migrations');
  expect(await formerData(empty.orm, empty.url)).toBeNull();
  await empty.drop();
  const unreachable = await connect('postgresql://127.0.0.1:9/none', 1);
  expect(await formerData(unreachable, 'postgresql://127.0.0.1:9/none')).toBeNull();
  await unreachable.close();
});

describe.each(FORMER_NAMES.map((names) => [names]))('a database of before, with %j', (names) => {
  beforeAll(() => makeFormer(names));

  test.each(['db/migrate.ts', 'api/main.ts', 'worker/main.ts'])(
    'is answered by %s with one sentence that names it',
    async (program) => {
      const before = await migrations();
      const { code, said } = await run(program);
      expect(code).toBe(FORMER_EXIT_CODE);
      const [sentence, ...others] = said.trim().split('\n');
      expect(sentence).toContain(`The database ${new URL(database.url).pathname.slice(1)} at 127.0.0.1:`);
      expect(sentence).toContain('DATABASE_URL');
      expect(others).toEqual([]);
      expect(await migrations()).toEqual(before);
    },
  );

  test('is answered by npm start with the folder to move, where the database is its own, and else with the database', async () => {
    const setup = { dataDir: folder, env: environment(), ownerUrl: database.ownerUrl, logs: join(folder, 'logs') };
    await expect(migrate({ ...setup, config: { databaseUrl: null } })).rejects.toThrow(
      `The folder ${folder} holds data of before 0.1.0, which cannot be carried on: move it away or remove it`,
    );
    await expect(migrate({ ...setup, config: { databaseUrl: database.url } })).rejects.toThrow(
      'name an empty database',
    );
  });
});
