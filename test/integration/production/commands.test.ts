import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { loadKeys } from '../../../scripts/start/keys.ts';
import { openApi, type TestApi } from '../../support/api/api.ts';

/** What a person types behind `npm run`, and the file that it runs. */
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
const COMMANDS = Object.entries(scripts).filter(([, line]) => /^node --import tsx (scripts|bench)\//.test(line));

let api: TestApi;
/** A folder that another installation has its keys in. */
let folder: string;
let kept: string[][];
const filesIn = (dir: string) => readdirSync(dir).map((name) => [name, readFileSync(join(dir, name), 'utf8')]);
beforeAll(async () => {
  api = await openApi();
  folder = mkdtempSync(join(tmpdir(), 'cloud-licensing-commands-'));
  loadKeys(folder);
  kept = filesIn(folder);
  await api.deps.orm.em.execute(
    `insert into accounts (id, kind, name, email, time_zone, locale, created_at)
     values ('acme-hotels', 'customer', 'Acme', 'it@acme.example', 'UTC', 'en', now())`,
  );
});
afterAll(async () => {
  await api.close();
  rmSync(folder, { recursive: true });
});

type Said = { code: number; stdout: string; stderr: string };

/** Runs a command with these settings alone, as in production, where no data folder is. */
function run(name: string, args: string[], env: Record<string, string> = {}): Promise<Said> {
  const [, ...line] = scripts[name]!.split(' ');
  const settings = { PATH: process.env.PATH!, TEMPORAL_CONFIG_FILE: '/does/not/exist.toml', ...env };
  return new Promise((resolve) =>
    execFile(process.execPath, [...line, ...args], { env: settings }, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr }),
    ),
  );
}

test.each(COMMANDS.map(([name]) => name))(
  '%s refuses what it does not know with one sentence, and tells what it knows',
  async (name) => {
    const [unknown, help] = await Promise.all([run(name, ['--nonsense']), run(name, ['--help'])]);
    expect(unknown).toEqual({ code: 2, stdout: '', stderr: expect.stringMatching(/^[A-Z].*--help.*\n$/) });
    expect(help).toEqual({ code: 0, stdout: expect.stringMatching(/^Usage: /), stderr: '' });
  },
);

test('a key is made by no request for help', async () => {
  const { stdout } = await run('keys:api', ['acme-hotels', '--help'], { DATABASE_URL: api.database.url });
  expect(stdout).toMatch(/^Usage: /);
  expect(await api.deps.orm.em.execute(`select 1 from api_keys where account_id = 'acme-hotels'`)).toEqual([]);
});

test.each([
  ['keys:api', ['acme-hotels', 'ERP'], 0, /^ck_/],
  ['keys:list', ['acme-hotels'], 0, /^id +account/],
  ['keys:revoke', ['nothing'], 1, /^There is no key nothing\./],
  ['people:invite', ['acme-hotels', 'jo@acme.example'], 0, /^Done/],
  ['people:invite', ['acme-hotels', 'nobody'], 2, /has no @/],
  ['feed:restored', [], 0, /^Done: a cursor behind event \d+/],
  ['keys:list', ['acme-hotels', 'one too many'], 2, /^Too many arguments/],
])('%s %j needs the address of the database and nothing else', async (name, args, code, said) => {
  const { stdout, stderr, ...done } = await run(name, args, { DATABASE_URL: api.database.url });
  expect(done.code).toBe(code);
  expect(`${stdout}${stderr}`).toMatch(said);
});

test.each([
  ['projection:rebuild', /^The configuration cannot be used:\n {2}- SECRET_KEYS is missing: .*\n$/],
  ['keys:rotate', /^DATABASE_URL names .* set SIGNING_KEYS.*\n$/],
  [
    'start',
    /^\nDATABASE_URL names .* set SECRET_KEYS, SIGNING_KEYS, SIGNING_CERTIFICATES, MIGRATION_DATABASE_URL.*\n$/,
  ],
  ['story', /^\n.* set BOOTSTRAP_API_KEY.*\n$/],
  ['years', /^\n.* set BOOTSTRAP_API_KEY.*\n$/],
])('%s takes no secret of a data folder for the database of another installation', async (name, sentence) => {
  const env = { DATABASE_URL: api.database.url, DATA_DIR: folder };
  expect(await run(name, [], env)).toEqual({ code: 1, stdout: '', stderr: expect.stringMatching(sentence) });
  expect(filesIn(folder)).toEqual(kept);
});

test('the root of a data folder certifies no key of another installation', async () => {
  const keys = { SECRET_KEYS: `k1:${'A'.repeat(43)}`, SIGNING_KEYS: `s1:${'A'.repeat(43)}` };
  const { url, ownerUrl } = api.database;
  const addresses = { DATABASE_URL: url, MIGRATION_DATABASE_URL: ownerUrl };
  const { code, stderr } = await run('start', [], { ...addresses, DATA_DIR: folder, ...keys });
  expect(code).toBe(1);
  expect(stderr).toMatch(/^\nDATABASE_URL names .* set SIGNING_CERTIFICATES too.*\n$/);
});

test('a database that cannot be reached is one sentence', async () => {
  const { code, stderr } = await run('keys:list', [], { DATABASE_URL: 'postgres://u:p@127.0.0.1:9/none' });
  expect({ code, stderr }).toEqual({
    code: 1,
    stderr: 'The database that DATABASE_URL names cannot be reached.\n',
  });
});
