import { chmodSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AsyncResource } from 'node:async_hooks';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { MikroORM } from '@mikro-orm/postgresql';
import type { FastifyInstance } from 'fastify';
import { buildApp } from '../../../api/app.ts';
import { faultOf } from '../../../db/away.ts';
import type { Deadlines } from '../../../db/deadlines.ts';
import { addApiKey } from '../../../db/queries/accounts/api-keys.ts';
import { connect } from '../../../db/orm.ts';
import { giveRights } from '../../../db/rights.ts';
import { VENDOR } from '../../../domain/people/permissions.ts';
import { pause } from '../../../scripts/chaos/faults/pausing.ts';
import { mountSmallDisk, type SmallDisk } from '../../../scripts/chaos/faults/small-disk.ts';
import type { Child } from '../../../scripts/start/child.ts';
import { removeDataFolder } from '../../../scripts/start/data-folder.ts';
import { startPostgres } from '../../../scripts/start/postgres.ts';
import { hashOfApiKey } from '../../../secrets/api-key.ts';
import { openApi, type TestApi } from '../../support/api/api.ts';
import { until } from '../../support/until.ts';

/** As in production, only shorter. */
const DEADLINES: Deadlines = { connectionMs: 500, lockMs: 300, statementMs: 600, silenceMs: 900 };
/** One statement that is silent, and one look for a connection, on a machine that has other things to do. */
const ANSWERED_WITHIN_MS = 2_500;
/** A new database takes half of it. */
const DISK_MB = 180;
const KEY = 'vendor-key-of-the-faults';
const SOMEBODY = 'Ada Lovelace';

let folder: string;
let disk: SmallDisk | null;
let postgres: Child & { url: string };
let owner: MikroORM;
let orm: MikroORM;
let api: TestApi;
let app: FastifyInstance;
/** What the write probe takes for now: it looks every few seconds. */
let now = Date.now();
let isStopping = false;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'database-faults-'));
  // PostgreSQL does not run as root: as another user it has to come in.
  chmodSync(folder, 0o755);
  disk = mountSmallDisk(folder, DISK_MB);
  [postgres, api] = await Promise.all([startPostgres({ dataDir: folder, password: 'test', fsync: false }), openApi()]);
  owner = await connect(postgres.url, 2);
  await owner.migrator.up();
  const url = new URL(postgres.url);
  [url.username, url.password] = ['licensing_service', 'service'];
  await giveRights(owner, url.href);
  orm = await connect(url.href, 3, DEADLINES);
  const about = { account: VENDOR, name: 'faults', scopes: null, expiresAt: null, createdAt: Date.now() };
  await addApiKey(
    owner.em.fork(),
    { id: '6f2f5a0e-3c1d-4d5f-9a65-0d8a4f7c1b21', hash: hashOfApiKey(KEY), ...about },
    'operator',
  );
  app = await buildApp({ ...api.deps, orm, clock: () => now, isStopping: () => isStopping });
});

afterAll(async () => {
  await app?.close();
  await orm?.close();
  await owner?.close();
  await api?.close();
  await postgres?.stop();
  disk?.remove();
  removeDataFolder(folder);
});

async function ask(url: string, method: 'GET' | 'POST' = 'GET', payload?: string, headers: object = {}) {
  const beganAt = performance.now();
  const answer = await app.inject({
    ...{ method, url, headers: { authorization: `Bearer ${KEY}`, ...headers } },
    ...(payload !== undefined && { payload }),
  });
  return { status: answer.statusCode, body: answer.json(), headers: answer.headers, ms: performance.now() - beganAt };
}

/** Whether the api says that it is ready, and what of it is not. */
async function notReady(): Promise<string[]> {
  now += 5_000;
  const { body } = await ask('/readyz');
  return Object.entries(body.checks as Record<string, { ready: boolean }>).flatMap(([name, { ready }]) =>
    ready ? [] : [name],
  );
}

const failureOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => error,
  );

test('no statement is compiled before it runs', async () => {
  expect(await orm.em.fork().execute('show jit')).toEqual([{ jit: 'off' }]);
});

test('a database that is stopped holds up nobody longer than a deadline, says so at /readyz, and is used again when it goes on', async () => {
  expect(await notReady()).toEqual([]);
  const under = failureOf(orm.em.fork().execute('select pg_sleep(30)'));
  const { resume } = pause(postgres.pid);
  try {
    // More than there are connections: some wait for one that is free, some for a new one, some for an answer.
    const answers = await Promise.all(Array.from({ length: 8 }, () => ask('/v1/orders')));
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.code}`))).toEqual(
      new Set(['503 DATABASE_UNAVAILABLE']),
    );
    expect(new Set(answers.map(({ headers }) => headers['retry-after']))).toEqual(new Set(['5']));
    expect(Math.max(...answers.map(({ ms }) => ms))).toBeLessThan(ANSWERED_WITHIN_MS);
    expect(faultOf(await under)).toBe('away');
    expect(await notReady()).toEqual(expect.arrayContaining(['database', 'storage', 'migrations', 'journal']));
  } finally {
    resume();
  }
  await until(async () => (await ask('/v1/orders')).status === 200);
  await until(async () => (await notReady()).length === 0);
});

test('what was begun on a connection that fell silent is over with it, and what was sent may have been carried out', async () => {
  await owner.em.fork().execute('create table if not exists tried (place int primary key)');
  await owner.em.fork().execute('grant select, insert on tried to licensing_service');
  const lone = await connect(`${postgres.url.replace(/:\/\/.*@/, '://licensing_service:service@')}`, 1, DEADLINES);
  const stop = AsyncResource.bind(() => pause(postgres.pid));
  const pids: number[] = [];
  const write = (before?: () => void) =>
    lone.em.fork().transactional(async (tx) => {
      pids.push((await tx.execute<[{ pid: number }]>('select pg_backend_pid() as pid'))[0].pid);
      await tx.execute('insert into tried values (1) on conflict do nothing');
      before?.();
    });
  let resume = () => undefined as void;
  expect(faultOf(await failureOf(write(() => ({ resume } = stop()))))).toBe('away');
  resume();
  // Whoever repeats what it asked finds it done, or does it now; never in the transaction that was left.
  await until(async () => (await failureOf(write())) === null);
  expect(pids.at(-1)).not.toBe(pids[0]);
  expect(await lone.em.fork().execute('select count(*)::int as rows from tried')).toEqual([{ rows: 1 }]);
  await lone.close();
});

test('whoever waits for a lock longer than its deadline is told to come again', async () => {
  const read = AsyncResource.bind(() => ask('/v1/accounts'));
  await owner.em.fork().transactional(async (tx) => {
    await tx.execute('lock table accounts in access exclusive mode');
    const { status, body, ms } = await read();
    expect([status, body.code]).toEqual([503, 'DATABASE_UNAVAILABLE']);
    expect(ms).toBeLessThan(ANSWERED_WITHIN_MS);
  });
  expect((await ask('/v1/accounts')).status).toBe(200);
});

/** Enough for a table to need more of the disk. */
const manyOrders = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    JSON.stringify({
      number: `SO-${index}`,
      customer: { id: 'acme', name: SOMEBODY.repeat(10), email: 'ada@acme.example' },
      lines: [{ application: 'digital-fax', capacity: 1, license: 'perpetual' }],
    }),
  ).join('\n');

const upload = (count: number) =>
  ask('/v1/batches?kind=orders&preview=true', 'POST', manyOrders(count), { 'content-type': 'application/x-ndjson' });

test('a database that is only read answers who reads, and tells who writes to come again', async () => {
  const only = (value: string) =>
    owner.em.fork().execute(`alter role licensing_service set default_transaction_read_only = ${value}`);
  const again = () =>
    owner.em
      .fork()
      .execute(`select pg_terminate_backend(pid) from pg_stat_activity where usename = 'licensing_service'`);
  await only('on');
  await again();
  await until(async () => (await ask('/v1/orders')).status === 200);
  const { status, body, headers } = await upload(1);
  expect([status, body.code, headers['retry-after']]).toEqual([503, 'DATABASE_NOT_WRITABLE', '30']);
  expect(await notReady()).toEqual(['storage']);
  await only('off');
  await again();
  await until(async () => (await notReady()).length === 0);
});

test('a disk that is full is seen at /readyz, refuses who writes for now, answers who reads, and is used again when there is room', async () => {
  if (disk === null) return;
  disk.fill();
  try {
    expect(await notReady()).toEqual(['storage']);
    const { status, body, headers } = await upload(5_000);
    expect([status, body.code, headers['retry-after']]).toEqual([503, 'DATABASE_NOT_WRITABLE', '30']);
    expect((await ask('/v1/orders')).status).toBe(200);
  } finally {
    disk.free();
  }
  expect(await notReady()).toEqual([]);
  expect((await upload(5_000)).status).toBe(202);
});

test('PostgreSQL’s own log names nobody, whatever fails', async () => {
  const statement = orm.em.fork();
  await failureOf(
    statement.execute('insert into accounts (id, kind, name) values (?, ?, ?)', ['a', 'customer', SOMEBODY]),
  );
  await failureOf(statement.execute('select ?::text from nowhere', [SOMEBODY]));
  const log = readFileSync(join(folder, 'logs', 'postgres.log'), 'utf8');
  expect(log).toContain('null value in column');
  expect(log).not.toMatch(/Lovelace|ada@/);
});

test('an api that is asked to stop is not ready, and answers whoever still comes for the last time on their connection', async () => {
  expect((await ask('/v1/orders')).headers.connection).not.toBe('close');
  isStopping = true;
  expect(await notReady()).toEqual(['process']);
  const { status, headers } = await ask('/v1/orders');
  expect([status, headers.connection]).toEqual([200, 'close']);
});
