import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readFeed } from '../../../db/queries/feed/read.ts';
import { keyFor } from '../../support/api/api-keys.ts';
import { openApi, type TestApi } from '../../support/api/api.ts';
import { deliverOrder, postedOrder } from '../../support/api/delivered-order.ts';
import { until } from '../../support/until.ts';

let api: TestApi;
let reseller: object;
beforeAll(async () => {
  api = await openApi();
  await api.database.orm.em.fork().execute(
    `insert into accounts (id, kind, name, email, locale, created_at)
     select id, 'reseller', id, 'a@b.example', 'en', now() from unnest(array['northwind-voice', 'southwind']) id`,
  );
  reseller = await keyFor(api.database.orm.em.fork(), 'northwind-voice');
});
afterAll(() => api.close());

type Told = { id: string; stream: string; type: string };

const read = (query: string, headers?: object) => api.call('GET', `/v1/events?${query}`, undefined, headers);
const streams = (items: Told[]) => items.map(({ stream }) => stream);
const party = (id: string) => ({ id, name: id, email: 'a@b.example' });
async function deliver(number: string, seller = 'northwind-voice'): Promise<void> {
  const posted = postedOrder(number, { customer: party('acme-hotels'), reseller: party(seller) });
  await deliverOrder(api.database.orm.em.fork(), posted, Date.now());
}
async function told(...numbers: string[]): Promise<void> {
  for (const number of numbers) await deliver(number);
  await api.services.following.follow();
}

test('what happened is read in pages of one sequence, and what comes later behind the cursor of the last', async () => {
  await told('SO-1', 'SO-2', 'SO-3');
  const first = await read('limit=2');
  expect(first).toMatchObject({ status: 200, body: { items: [{ account: 'acme-hotels' }, { type: 'delivered' }] } });
  const second = await read(`limit=2&after=${first.body.nextCursor}`);
  expect(streams([...first.body.items, ...second.body.items])).toEqual(['order/SO-1', 'order/SO-2', 'order/SO-3']);
  expect((await read(`after=${second.body.nextCursor}`)).body).toEqual({ items: [], nextCursor: expect.any(String) });
  await told('SO-4');
  expect(streams((await read(`after=${second.body.nextCursor}`)).body.items)).toEqual(['order/SO-4']);
  const ids = (await read('')).body.items.map(({ id }: Told) => id);
  expect([new Set(ids).size, ids]).toEqual([
    4,
    ids.filter((id: string) => /^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/.test(id)),
  ]);
});

test.each([
  ['order=SO-2', ['order/SO-2']],
  ['types=unlocked,delivered&order=SO-1', ['order/SO-1']],
  ['types=unlocked', []],
  ['account=acme-hotels&limit=1', ['order/SO-1']],
  ['account=nobody', []],
  ['order=none', []],
  ['server=none', []],
  ['after=end', []],
])('%s answers that alone, and a cursor to go on from', async (query, expected) => {
  for (const headers of [{}, reseller]) {
    const { status, body } = await read(query, headers);
    expect([status, streams(body.items), typeof body.nextCursor]).toEqual([200, expected, 'string']);
  }
});

test.each([
  'after=forged',
  'after=bm8.bm8',
  'types=',
  'types=delivered,nothing',
  'wait=31',
  'wait=-1',
  'limit=0',
  'cursor=x',
])('%s is refused', async (query) => {
  const { status, body } = await read(query);
  expect([status, body.code]).toEqual([400, 'INVALID_REQUEST']);
});

test('a cursor of what a restore took back is 410, and says where to go on', async () => {
  await told('SO-5');
  const { nextCursor } = (await read('after=end')).body;
  const run = (sql: string) => api.database.orm.em.fork().execute(sql);
  await run(`update feed_counter set position = position - 1`);
  const unknown = await read(`after=${nextCursor}`);
  await run(`update feed_counter set position = position + 1`);
  expect(unknown).toMatchObject({ status: 410, body: { code: 'CURSOR_UNKNOWN' } });
  expect(streams((await read(`after=${unknown.body.nextCursor}`)).body.items)).toEqual(['order/SO-5']);
});

test('what a reader sees is found behind however much that it sees no more, in steps of which none looks at all of it', async () => {
  const em = api.database.orm.em.fork();
  const westwind = { account: 'westwind', nowMs: Date.now() };
  await em.execute(
    `insert into accounts (id, kind, name, email, locale, created_at) values ('westwind', 'reseller', 'W', 'a@b.example', 'en', now())`,
  );
  await em.execute(
    `with happened as (insert into journal (stream, seq, type, at, recorded_at, data)
       select 'server/strange', seq, 'changed', now(), now(), '{}' from generate_series(1, 4500) seq returning 1)
     select count(*) from happened`,
  );
  await told();
  await em.execute(`insert into feed_of select 'westwind', position from feed where stream = 'server/strange'`);
  await deliver('SO-W', 'westwind');
  await told();
  const step = await readFeed(em, westwind, { after: 0, limit: 10 });
  expect(step).toMatchObject({ items: [], isAll: false });
  expect(step.position).toBeLessThan(4_000);
  const westwinds = await keyFor(em, 'westwind');
  expect(streams((await read('types=delivered', westwinds)).body.items)).toEqual(['order/SO-W']);
});

test('of an account twenty requests wait; one more is answered at once, and takes nothing from them', async () => {
  const cursor = (await read('after=end', reseller)).body.nextCursor;
  const wait = () => read(`after=${cursor}&wait=30`, reseller);
  const waiting = Array.from({ length: 20 }, wait);
  await until(() => api.services.feed.waiting() >= 20);
  expect((await wait()).body.items).toEqual([]);
  await told('SO-21');
  for (const { body } of await Promise.all(waiting)) expect(streams(body.items)).toEqual(['order/SO-21']);
});

test('who waits is answered as soon as something comes that is theirs, holds no connection, and at a stop at once', async () => {
  api.services.following.start();
  const { nextCursor } = (await read('after=end')).body;
  const mine = read(`after=${nextCursor}&wait=30`, reseller);
  const pool = (await api.database.orm.em.getConnection().getNativeClient()) as {
    totalCount: number;
    idleCount: number;
  };
  await deliver('SO-6', 'southwind');
  await read('after=end&wait=1');
  const all = await read(`after=${nextCursor}&wait=30`);
  expect(streams(all.body.items)).toEqual(['order/SO-6']);
  await deliver('SO-7');
  const since = Date.now();
  expect(streams((await mine).body.items)).toEqual(['order/SO-7']);
  expect(Date.now() - since).toBeLessThan(1_000);

  const waiting = [reseller, {}].map(async (headers) => {
    const { body } = await read('after=end', headers);
    return read(`after=${body.nextCursor}&wait=30`, headers);
  });
  await until(async () => (await read('after=end')) && api.services.feed.waiting() >= waiting.length);
  expect(pool.idleCount).toBe(pool.totalCount);
  await api.services.following.stop();
  for (const answer of await Promise.all(waiting)) expect(answer).toMatchObject({ status: 200, body: { items: [] } });
});
