import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { MockActivityEnvironment } from '@temporalio/testing';
import { createBatchWalk } from '../../../activities/batches.ts';
import { dropBatch, insertBatch, insertItems, keepBatch } from '../../../db/queries/batches/receiving.ts';
import { haltBatch, readWaiting, showBatch } from '../../../db/queries/batches/walking.ts';
import type { CarryOut } from '../../../domain/batches.ts';
import { createCarryOut } from '../../../services/batches/carrying-out.ts';
import { keyFor } from '../../support/api/api-keys.ts';
import { anOrder, openApi, startWorker, type Answer, type TestApi } from '../../support/api/api.ts';
import { createBatches, csv, ndjson } from '../../support/api/batches.ts';
import { until } from '../../support/until.ts';
import { createKeptOrders } from '../../../services/orders/arriving/kept-orders.ts';

let api: TestApi;
let worker: { stop: () => Promise<void> };
/** How many items were begun; each waits while the gate is closed. */
let begun = 0;
/** An order that cannot be told anything the first time. */
let away = '';
let gate = Promise.withResolvers<void>();
gate.resolve();

beforeAll(async () => {
  api = await openApi();
  const { carryOut, foretellInSequence } = createCarryOut({ ...api.deps, log: console });
  const gated =
    (carry: CarryOut): CarryOut =>
    async (item) => {
      begun += 1;
      await gate.promise;
      if ((item.content as { order?: string }).order === away) {
        away = '';
        return { outcome: 'waiting' };
      }
      return carry(item);
    };
  const walk = createBatchWalk({
    orm: api.deps.orm,
    carryOut: gated(carryOut),
    foretellInSequence: () => gated(foretellInSequence()),
    gives: () => false,
  });
  worker = await startWorker(api, walk);
});
afterAll(async () => {
  await worker.stop();
  await api.close();
});

const { post, untilOver, itemsOf, carriedOut } = createBatches(() => api);
const ask = (id: string, what: string) => api.call('POST', `/v1/batches/${id}/${what}`);
const read = async (id: string): Promise<Answer['body']> => (await api.call('GET', `/v1/batches/${id}`)).body;

type Told = { type: string; reference?: string; by: string };
const eventsOf = async (number: string): Promise<Told[]> =>
  (await api.call('GET', `/v1/orders/${number}/events`)).body.items;

/** An order that is there. */
async function delivered(changes: Record<string, unknown> = {}): Promise<string> {
  const order = anOrder(changes);
  await carriedOut('orders', ndjson([order]));
  await until(async () => (await eventsOf(order.number)).length > 0);
  return order.number;
}

/** What the single call says of what it refuses. */
async function refusal(url: string, body: object): Promise<object> {
  const { title: _t, status, requestId: _r, ...problem } = (await api.call('POST', url, body)).body;
  expect(status).toBeGreaterThanOrEqual(400);
  return { outcome: 'refused', ...problem };
}

test('each order of a batch is what its own post would have made of it', async () => {
  const [one, other] = [anOrder(), anOrder()];
  const taken = { ...anOrder(), number: one.number };
  const wrong = { ...anOrder(), lines: [{ application: 'no-such', capacity: 1, license: 'perpetual' }] };
  const unread = { ...anOrder(), customer: { id: 'x' }, colour: 'red' };
  const { status, body, headers } = await post('orders', ndjson([one, other, one, taken, wrong, unread]));
  expect([status, headers.location]).toEqual([202, `/v1/batches/${body.id}`]);
  const over = await untilOver(body.id);
  expect(over).toMatchObject({ kind: 'orders', state: 'done', total: 6, done: 3, refused: 3, preview: false });
  expect(Date.parse(over.finishedAt)).toBeGreaterThanOrEqual(Date.parse(over.startedAt));
  expect(await itemsOf(body.id)).toEqual([
    { index: 0, order: one.number, outcome: 'done' },
    { index: 1, order: other.number, outcome: 'done' },
    { index: 2, order: one.number, outcome: 'done' },
    { index: 3, order: one.number, ...(await refusal('/v1/orders', taken)) },
    { index: 4, order: wrong.number, ...(await refusal('/v1/orders', wrong)) },
    { index: 5, order: unread.number, ...(await refusal('/v1/orders', unread)) },
  ]);
  await until(async () => (await eventsOf(one.number)).length > 0);
  expect(await eventsOf(one.number)).toMatchObject([{ type: 'delivered', by: over.by }]);
});

const EXPANSION = { lines: [{ application: 'digital-fax', capacity: 1, license: 'perpetual' }] };

test('facts of one order happen in the sequence in which they were posted, and each once', async () => {
  const [one, other] = [await delivered(), await delivered()];
  const references = Array.from({ length: 6 }, (_, index) => `E-${index}`);
  const items = references.flatMap((reference) => [one, other].map((order) => ({ order, reference, ...EXPANSION })));
  const changed = { order: one, reference: 'E-0', lines: [{ ...EXPANSION.lines[0], capacity: 2 }] };
  const outcomes = await carriedOut('expansions', ndjson([...items, items[0], changed]));
  expect(outcomes.slice(0, 13).every(({ outcome }) => outcome === 'done')).toBe(true);
  expect(outcomes[13]).toMatchObject({ outcome: 'refused', code: 'REFERENCE_TAKEN', reference: 'E-0' });
  for (const order of [one, other])
    expect((await eventsOf(order)).slice(1).map(({ reference }) => reference)).toEqual(references);
});

/** Facts of one order of which some hold after what came before, and some because of it do not. */
const FACTS: Record<string, (order: string) => object[]> = {
  renewals: (order) => [
    { order, reference: 'R-1', endsOn: '2101-12-31', lines: [{ line: '2', capacity: 10 }], confirmFar: true },
    { order, reference: 'R-2', endsOn: '2100-12-31', lines: [{ line: '2' }], confirmFar: true },
    { order, reference: 'R-1', endsOn: '2101-12-31', lines: [{ line: '2', capacity: 10 }], confirmFar: true },
    { order, reference: 'R-1', endsOn: '2103-12-31', confirmFar: true },
    { order, reference: 'R-3', endsOn: '2102-12-31', lines: [{ line: '2', capacity: 11 }], confirmFar: true },
    { order, reference: 'R-4', endsOn: '2102-12-31', lines: [{ line: '2', capacity: 9 }], confirmFar: true },
    { order: 'SO-none', reference: 'R-4', endsOn: '2102-12-31' },
  ],
  expansions: (order) => [
    { order, reference: 'E-1', ...EXPANSION },
    { order, reference: 'E-1', ...EXPANSION },
    { order, reference: 'E-1', ...EXPANSION, metadata: { region: 'north' } },
    { order, reference: 'E-2', lines: [{ application: 'digital-fax', capacity: 1, license: 'subscription' }] },
    { order, reference: 'E-3', lines: [{ application: 'none', capacity: 1, license: 'perpetual' }] },
  ],
  cancellations: (order) => [
    { order, reference: 'C-1', reason: 'Sent by mistake', lines: ['1'] },
    { order, reference: 'C-2', reason: 'Sent by mistake', lines: ['1'] },
    { order, reference: 'C-3', reason: 'Sent by mistake', on: '2099-01-01' },
    { order, reason: 'All of it' },
    { order, reason: 'All of it' },
    { order, reference: 'C-4', reason: 'Once more', lines: ['2'] },
  ],
  orders: () => {
    const order = anOrder();
    return [order, order, { ...anOrder(), number: order.number }, { ...anOrder(), lines: [] }];
  },
};

test.each(Object.entries(FACTS))(
  'a preview of %s says of each what then happens one after the other, and changes nothing',
  async (kind, factsOf) => {
    const items = factsOf(kind === 'orders' ? '' : await delivered());
    const { number = '', order = number } = items[0] as { number?: string; order?: string };
    const before = await eventsOf(order);
    const foretold = await carriedOut(kind, ndjson(items), '&preview=true');
    expect((await eventsOf(order)) ?? []).toEqual(before ?? []);
    const happened = await carriedOut(kind, ndjson(items));
    const bare = foretold.map(({ events: _events, mails: _mails, ...item }) => item);
    expect(bare).toEqual(happened);
    expect(new Set(happened.map(({ outcome }) => outcome))).toEqual(new Set(['done', 'refused']));
    const told = foretold.flatMap(({ events }) => events ?? []).map(({ type }: Told) => type);
    await until(async () => (await eventsOf(order))?.length === (before?.length ?? 0) + told.length);
    const newEvents = (await eventsOf(order)).slice(before?.length ?? 0);
    expect(newEvents.map(({ type }) => type)).toEqual(told);
  },
);

describe('a batch of 36 orders, of which 32 are under way', () => {
  const orders = () => Array.from({ length: 36 }, () => anOrder());

  /** The batch, and what is asked of it at that moment; what was under way goes on once that was heard. */
  async function askedMeanwhile(...asked: string[]): Promise<{ id: string; answers: Answer[]; begunBefore: number }> {
    begun = 0;
    gate = Promise.withResolvers();
    const { id } = (await post('orders', ndjson(orders()))).body;
    await until(() => begun >= 32);
    const answers: Promise<Answer>[] = [];
    for (const what of asked) {
      answers.push(ask(id, what));
      await untilHalted(id);
    }
    gate.resolve();
    return { id, answers: await Promise.all(answers), begunBefore: begun };
  }

  async function untilHalted(id: string): Promise<void> {
    const halted = async () =>
      (await api.deps.orm.em.fork().execute<{ halted: boolean }[]>('select halted from batches where id = ?', [id]))[0];
    await until(async () => (await halted())!.halted);
  }

  test('begins nothing more while it is paused, and finishes when it goes on', async () => {
    const { id, answers } = await askedMeanwhile('pause');
    expect(answers[0]).toMatchObject({
      status: 202,
      body: { state: 'paused', done: 32, refused: 0, finishedAt: null },
    });
    expect((await itemsOf(id, '&outcome=waiting')).map(({ index }) => index)).toEqual([32, 33, 34, 35]);
    expect((await ask(id, 'pause')).body.state).toBe('paused');
    expect(begun).toBe(32);
    expect((await ask(id, 'resume')).status).toBe(202);
    expect(await untilOver(id)).toMatchObject({ state: 'done', done: 36 });
    expect(begun).toBe(36);
  });

  test('goes on when it is paused and resumed at once', async () => {
    const { id } = await askedMeanwhile('pause', 'resume');
    expect(await untilOver(id)).toMatchObject({ state: 'done', done: 36 });
  });

  test.each([[['cancel']], [['pause', 'cancel']]])('keeps what is done and nothing else after %j', async (asked) => {
    const { id } = await askedMeanwhile(...asked);
    expect(await untilOver(id)).toMatchObject({
      state: 'canceled',
      done: 32,
      refused: 0,
      finishedAt: expect.any(String),
    });
    expect((await ask(id, 'cancel')).status).toBe(202);
    expect(await ask(id, 'resume')).toMatchObject({ status: 409, body: { code: 'BATCH_OVER' } });
    expect(begun).toBe(32);
    expect(await itemsOf(id, '&outcome=waiting')).toHaveLength(4);
  });
});

test('a batch that is done is over: it can be neither paused, resumed nor canceled', async () => {
  const { id } = (await post('orders', ndjson([anOrder()]))).body;
  await untilOver(id);
  for (const what of ['pause', 'resume', 'cancel'])
    expect(await ask(id, what)).toMatchObject({ status: 409, body: { code: 'BATCH_OVER' } });
  expect((await ask('none', 'pause')).status).toBe(404);
});

test('a preview that was paused between facts of an order goes on after those that it foretold', async () => {
  const order = await delivered();
  const items = FACTS.renewals!(order);
  const whole = await carriedOut('renewals', ndjson(items), '&preview=true');
  begun = 0;
  gate = Promise.withResolvers();
  const { id } = (await post('renewals', ndjson(items), '&preview=true')).body;
  await until(() => begun > 0);
  const paused = ask(id, 'pause');
  const halted = 'select halted from batches where id = ? and halted';
  await until(async () => (await api.deps.orm.em.fork().execute<unknown[]>(halted, [id])).length > 0);
  gate.resolve();
  expect((await paused).body).toMatchObject({ state: 'paused', done: 1 });
  await ask(id, 'resume');
  await untilOver(id);
  expect(await itemsOf(id)).toEqual(whole);
});

test('a batch goes on when the key that posted it is revoked, in its name', async () => {
  const key = await keyFor(api.deps.orm.em.fork(), null, ['orders:write']);
  begun = 0;
  gate = Promise.withResolvers();
  const order = anOrder();
  const { id } = (await post('orders', ndjson([order]), '', key)).body;
  await api.deps.orm.em.fork().execute(`delete from api_keys where scopes = '{orders:write}'`);
  expect((await api.call('GET', `/v1/batches/${id}`, undefined, key)).status).toBe(401);
  gate.resolve();
  const { by, state } = await untilOver(id);
  expect(state).toBe('done');
  await until(async () => (await eventsOf(order.number)).length > 0);
  expect((await eventsOf(order.number))[0]!.by).toBe(by);
  expect(by).not.toBe((await read((await post('orders', ndjson([order]))).body.id)).by);
});

test('what cannot be decided at this moment holds up nothing but what stands behind it of its order', async () => {
  const [one, other] = [await delivered(), await delivered()];
  const items = ['E-1', 'E-2', 'E-3'].flatMap((reference) =>
    [one, other].map((order) => ({ order, reference, ...EXPANSION })),
  );
  away = one;
  const outcomes = await carriedOut('expansions', ndjson(items));
  expect(away).toBe('');
  expect(outcomes.every(({ outcome }) => outcome === 'done')).toBe(true);
  for (const order of [one, other])
    expect((await eventsOf(order)).slice(1).map(({ reference }) => reference)).toEqual(['E-1', 'E-2', 'E-3']);
});

test('outcomes come page by page, or all as a file that a spreadsheet opens', async () => {
  const [one, wrong] = [anOrder(), { ...anOrder(), lines: [] }];
  const { id } = (await post('orders', ndjson([one, wrong, { number: '=1+1' }]))).body;
  await untilOver(id);
  const first = (await api.call('GET', `/v1/batches/${id}/items?limit=2`)).body;
  const second = (await api.call('GET', `/v1/batches/${id}/items?limit=2&cursor=${first.nextCursor}`)).body;
  expect([...first.items, ...second.items]).toEqual(await itemsOf(id));
  expect(second.nextCursor).toBeNull();
  const file = (query: string) => api.call('GET', `/v1/batches/${id}/items${query}`, undefined, { accept: 'text/csv' });
  const { body, headers } = await file('');
  expect(headers).toMatchObject({
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="batch-${id}.csv"`,
  });
  const rows = String(body).split('\r\n');
  expect(rows.slice(0, 2)).toEqual(['\uFEFFindex,order,outcome,code,detail,errors', `0,${one.number},done,,,`]);
  expect(rows[2]).toMatch(new RegExp(`^1,${wrong.number},refused,INVALID_REQUEST,.*/lines `));
  expect(rows[3]).toContain("2,'=1+1,refused,INVALID_REQUEST");
  expect(String((await file('?outcome=refused')).body).split('\r\n')).toHaveLength(4);
});

test('batches are listed last started first, by kind and by state', async () => {
  const { id } = (await post('cancellations', csv('order,reason', 'SO-none,A mistake'))).body;
  await untilOver(id);
  const { items } = (await api.call('GET', '/v1/batches?kind=cancellations&state=done&limit=1')).body;
  expect(items).toEqual([await read(id)]);
  const all = (await api.call('GET', '/v1/batches?limit=100')).body.items as { startedAt: string }[];
  expect(all.map(({ startedAt }) => startedAt)).toEqual(
    all
      .map(({ startedAt }) => startedAt)
      .sort()
      .reverse(),
  );
  expect((await api.call('GET', '/v1/batches?cursor=forged')).status).toBe(400);
  expect((await itemsOf(id))[0]).toMatchObject({ outcome: 'refused', code: 'NOT_FOUND', order: 'SO-none' });
});

test('whoever posts orders one by one is heard of by whoever carries out batches; a batch is not', async () => {
  const kept = createKeptOrders({ ...api.deps, log: console, warn: console.error });
  kept.start();
  try {
    await until(kept.arePosted);
    await until(() => !kept.arePosted());
    await untilOver((await post('orders', ndjson([anOrder(), anOrder()]))).body.id);
    expect(kept.arePosted()).toBe(false);
    await api.call('POST', '/v1/orders', anOrder());
    await until(kept.arePosted);
  } finally {
    await kept.stop();
  }
});

describe('whoever comes late', () => {
  const em = () => api.database.orm.em.fork();

  test('and writes what was decided before, holds up no batch', async () => {
    gate = Promise.withResolvers();
    begun = 0;
    const { body } = await post('orders', ndjson([anOrder(), anOrder()]));
    const { id } = body;
    await until(() => begun >= 2);
    const decidedAt = Date.parse((await read(id)).startedAt) - 1;
    expect(await showBatch(em(), id, 'paused', decidedAt)).toBe(false);
    await haltBatch(em(), id);
    gate.resolve();
    expect(await untilOver(id)).toMatchObject({ state: 'done', done: 2 });
  });

  test('to hear that a batch is kept drops it no more', async () => {
    const about = { id: randomUUID(), kind: 'orders', preview: false, by: 'key/1', key: 'late' } as const;
    await insertBatch(em(), { ...about, startedAt: Date.now() });
    await insertItems(em(), about.id, JSON.stringify([{ index: 0, order: 'SO-late', content: {}, problem: null }]));
    await keepBatch(em(), about, { contentHash: 'hash', total: 1, refused: 0 });
    await dropBatch(em(), about.id);
    expect(await readWaiting(em(), about.id, 10)).toHaveLength(1);
    // Nor is it done while one of its items waits, whoever counted before.
    expect(await showBatch(em(), about.id, 'done', Date.now())).toBe(false);
    expect(await showBatch(em(), about.id, 'canceled', Date.now())).toBe(true);
  });

  test('to begin anything begins nothing, and ends', async () => {
    const { body } = await post('orders', ndjson([anOrder()]));
    await untilOver(body.id);
    await em().execute(`update batches set state = 'running', done = 0 where id = ?`, [body.id]);
    await em().execute(`update batch_items set outcome = 'waiting' where batch_id = ?`, [body.id]);
    const carryOut: CarryOut = () => Promise.reject(new Error('It is too late for that'));
    const { walkBatch } = createBatchWalk({
      ...{ orm: api.deps.orm, carryOut, foretellInSequence: () => carryOut, gives: () => false },
    });
    const environment = new MockActivityEnvironment();
    environment.cancel();
    const walked = await environment.run(walkBatch, body.id);
    expect(walked).toEqual({ done: 0, refused: 0, waiting: 1, isMoving: false, goesOn: true });
  });
});
