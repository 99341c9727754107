import { AsyncResource } from 'node:async_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import Fastify from 'fastify';
import { buildApp } from '../../../api/app.ts';
import { isDatabaseAway } from '../../../db/away.ts';
import { connect } from '../../../db/orm.ts';
import { answerWithPages } from '../../../portal/pages.tsx';
import { freePort } from '../../../scripts/start/ports.ts';
import { openApi, type TestApi } from '../../support/api/api.ts';

/** In which a client hears that its connection has ended. */
const HEARD_WITHIN_MS = 50;

let api: TestApi;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

test('what the database says of a failure names nobody', async () => {
  const em = api.database.orm.em.fork();
  const values = ['acme', 'customer', 'Ada Lovelace', 'ada@acme.example'];
  const insert = em.execute('insert into accounts (id, kind, name, email) values (?, ?, ?, ?)', values);
  await insert.catch((error: unknown) => api.deps.logger.error({ err: error }, 'a request failed'));
  expect(api.logged()).toContain('not-null constraint');
  expect(api.logged()).not.toMatch(/Ada|ada@/);
});

test('while the database cannot be reached every caller hears so, and when to come again', async () => {
  const orm = await connect(`postgres://nobody@127.0.0.1:${await freePort()}/nothing`);
  const app = await buildApp({ ...api.deps, orm });
  const answer = await app.inject({ url: '/v1/orders', headers: { authorization: 'Bearer some-key' } });
  expect(answer.statusCode).toBe(503);
  expect(answer.headers['retry-after']).toBe('5');
  expect(answer.json()).toMatchObject({ code: 'DATABASE_UNAVAILABLE' });
  expect((await app.inject('/readyz')).statusCode).toBe(503);
  const pages = Fastify();
  await answerWithPages(pages);
  pages.get('/', () => orm.em.fork().execute('select 1'));
  const page = await pages.inject('/');
  expect([page.statusCode, page.headers['retry-after']]).toEqual([503, '5']);
  expect(page.body).toContain('Please try again in a minute');
  await app.close();
  await orm.close();
});

test('a connection that ends under a statement is told apart from a statement that is wrong', async () => {
  const em = api.database.orm.em.fork();
  const failure = (sql: string) =>
    em.execute(sql).then(
      () => null,
      (error: unknown) => error,
    );
  expect(isDatabaseAway(await failure('select nonsense'))).toBe(false);
  expect(isDatabaseAway(await failure('select pg_terminate_backend(pg_backend_pid())'))).toBe(true);
});

const KILL = 'select pg_terminate_backend(?)';

test.each([
  ['under a statement of a transaction', { heard: false, goesOn: true }],
  ['just before its next one', { heard: false, goesOn: true }],
  ['some time before its next one', { heard: true, goesOn: true }],
  ['just before it is committed', { heard: false, goesOn: false }],
  ['some time before it is committed', { heard: true, goesOn: false }],
])('a connection that ends %s takes no place of the pool with it', async (when, { heard, goesOn }) => {
  const orm = await connect(api.database.url, 1);
  // Out of the transaction, which is in the context of whatever is called in it.
  const kill = AsyncResource.bind((pid: number) => api.database.orm.em.fork().execute(KILL, [pid]));
  const die = () =>
    orm.em.fork().transactional(async (tx) => {
      const [{ pid }] = await tx.execute<[{ pid: number }]>('select pg_backend_pid() as pid');
      await (when.startsWith('under') ? tx.execute(KILL, [pid]) : kill(pid));
      if (heard) await pause(HEARD_WITHIN_MS);
      if (goesOn) await tx.execute('select 1');
    });
  for (let round = 0; round < 3; round += 1)
    expect(isDatabaseAway(await die().catch((error: unknown) => error))).toBe(true);
  expect(await orm.em.fork().execute('select 1 as one')).toEqual([{ one: 1 }]);
  await orm.close();
});
