import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client, Connection, type WorkflowClientInterceptor } from '@temporalio/client';
import { claimUnstarted } from '../../../db/queries/orders/unstarted.ts';
import { createStarter } from '../../../services/orders/arriving/starter.ts';
import { createStarting } from '../../../services/orders/arriving/starting.ts';
import { settled } from '../../../temporal/calls.ts';
import { orderWorkflowId } from '../../../temporal/contract.ts';
import { anOrder, openApi, startingOn, startWorker, type TestApi } from '../../support/api/api.ts';
import { until } from '../../support/until.ts';

/** Nobody listens there. */
const AWAY = '127.0.0.1:1';

let api: TestApi;
/** The same API while Temporal is away. */
let away: TestApi;
let reachable: Connection;
beforeAll(async () => {
  [api, away] = await Promise.all([openApi(), openApi({ temporalAddress: AWAY })]);
  reachable = Connection.lazy({ address: api.temporalAddress });
});
afterAll(async () => {
  await reachable.close();
  await Promise.all([api.close(), away.close()]);
});

const em = () => api.database.orm.em.fork();
const place = (order: object, headers = {}) => api.call('POST', '/v1/orders', order, headers);
const eventsOf = async (of: TestApi, number: string): Promise<string[]> =>
  (await of.call('GET', `/v1/orders/${number}/events`)).body.items.map(({ type }: { type: string }) => type);

/** A client as those who start have it, with what it starts. */
function aClient(taskQueue = api.taskQueue, connection = reachable) {
  const asked: string[] = [];
  const watching: WorkflowClientInterceptor = {
    startWithDetails(input, next) {
      asked.push(input.options.workflowId);
      return next(input);
    },
  };
  const interceptors = { workflow: [startingOn(taskQueue), watching] };
  return { client: new Client({ connection, interceptors }), asked };
}

function aStarter(temporal: Client, orm = api.database.orm) {
  const errors: object[] = [];
  const log = { error: (about: object) => void errors.push(about) };
  const starter = createStarter({ orm, temporal, clock: Date.now, log, warn: () => undefined });
  return { ...starter, errors };
}

const waiting = async (of = api): Promise<string[]> =>
  (
    await of.database.orm.em
      .fork()
      .execute<{ number: string }[]>('select number from unstarted_orders order by received_at')
  ).map(({ number }) => number);

/** Whoever claimed them died that long ago. */
const forgetClaims = () => em().execute('update unstarted_orders set claimed_until = null where failure is null');

test('an order is taken while Temporal is away, answered as it was accepted, and delivered when Temporal is back', async () => {
  const order = anOrder();
  const placed = await away.call('POST', '/v1/orders', order, { prefer: 'respond-async, wait=1' });
  expect([placed.status, placed.body.deliveries]).toMatchObject([201, [{ id: '1', mail: 'due' }]]);
  const [repeated, read, unlocked] = await Promise.all([
    away.call('POST', '/v1/orders', order),
    away.call('GET', `/v1/orders/${order.number}`),
    away.call('POST', `/v1/orders/${order.number}/unlock`),
  ]);
  expect([repeated.status, read.body]).toEqual([200, placed.body]);
  expect([unlocked.body.code, await eventsOf(away, order.number)]).toEqual(['TEMPORAL_UNAVAILABLE', []]);
  expect(await waiting(away)).toEqual([order.number]);

  const lost = aStarter(away.deps.temporal, away.database.orm);
  lost.start();
  const worker = await startWorker({ ...away, temporalAddress: api.temporalAddress });
  try {
    await until(async () => (await eventsOf(away, order.number)).includes('delivered'), 30_000);
    const other = anOrder();
    const askedAt = performance.now();
    expect((await away.call('POST', '/v1/orders', other, { prefer: 'wait=10' })).status).toBe(201);
    const hasWaited = performance.now() - askedAt >= 10_000;
    expect(hasWaited || (await eventsOf(away, other.number)).includes('delivered')).toBe(true);
    await until(async () => (await eventsOf(away, other.number)).includes('delivered'), 30_000);
    await until(async () => (await waiting(away)).length === 0);
  } finally {
    await worker.stop();
    await lost.stop();
  }
});

test('whoever does not reach Temporal lets others go first', async () => {
  const unreachable = Connection.lazy({ address: AWAY });
  const [theirs, ours] = [aClient(api.taskQueue, unreachable), aClient()];
  const [lost, other] = [aStarter(theirs.client), aStarter(ours.client)];
  const order = anOrder();
  await place(order);
  lost.start();
  await until(() => theirs.asked.length > 0);
  other.start();
  try {
    await until(async () => (await waiting()).length === 0, 30_000);
    expect([theirs.asked, ours.asked]).toEqual([[orderWorkflowId(order.number)], [orderWorkflowId(order.number)]]);
  } finally {
    await Promise.all([lost.stop(), other.stop()]);
    await settled(theirs.client);
    await unreachable.close();
  }
});

test('an order that is told something before it started starts first, and hears it after its delivery', async () => {
  const [unlocked, canceled] = [anOrder(), anOrder()];
  for (const order of [unlocked, canceled]) expect((await place(order)).status).toBe(201);
  expect((await api.call('POST', `/v1/orders/${unlocked.number}/unlock`)).status).toBe(202);
  const cancellation = { reason: 'Ordered twice' };
  expect((await api.call('POST', `/v1/orders/${canceled.number}/cancellation`, cancellation)).status).toBe(202);
  expect(await waiting()).toEqual([]);
  const worker = await startWorker(api);
  try {
    await until(async () => (await eventsOf(api, canceled.number)).length === 2, 30_000);
    await until(async () => (await eventsOf(api, unlocked.number)).length === 2, 30_000);
    expect(await eventsOf(api, unlocked.number)).toEqual(['delivered', 'unlocked']);
    expect(await eventsOf(api, canceled.number)).toEqual(['delivered', 'canceled']);
  } finally {
    await worker.stop();
  }
});

test('whoever starts orders can die before a start, after it and before it is noted: each has one workflow, and none is forgotten', async () => {
  const { client, asked } = aClient();
  const orders = [anOrder(), anOrder(), anOrder()];
  for (const order of orders) await place(order);
  const numbers = orders.map(({ number }) => number);
  const [first, second, third] = await claimUnstarted(em(), 10, Date.now());
  const { attempt } = createStarting({ orm: api.database.orm, temporal: client, clock: Date.now });
  expect(await attempt(second!)).toBe('started');
  const { runId } = await client.workflow.getHandle(orderWorkflowId(second!.content.number)).describe();
  expect([first, second, third].map((claimed) => claimed!.content.number)).toEqual(numbers);
  expect(await claimUnstarted(em(), 10, Date.now())).toEqual([]);

  await forgetClaims();
  const starter = aStarter(client);
  starter.start();
  await until(async () => (await waiting()).length === 0);
  await starter.stop();
  expect(asked).toHaveLength(4);
  const again = await client.workflow.getHandle(orderWorkflowId(second!.content.number)).describe();
  expect(again.runId).toBe(runId);
});

test('two that start at the same time share the work, and start nothing twice', async () => {
  const orders = Array.from({ length: 40 }, () => anOrder());
  await Promise.all(orders.map((order) => place(order)));
  const { client, asked } = aClient();
  const starters = [aStarter(client), aStarter(client)];
  for (const starter of starters) starter.start();
  await until(async () => (await waiting()).length === 0);
  await Promise.all(starters.map((starter) => starter.stop()));
  expect(asked.toSorted()).toEqual(orders.map(({ number }) => orderWorkflowId(number)).toSorted());
});

test('an order that cannot start is named and holds up nobody; one that Temporal knows with another content is refused from then on', async () => {
  const [other, broken, sound] = [anOrder(), anOrder(), anOrder()];
  const { client } = aClient(`${api.taskQueue}-nobody`);
  const about = { taskQueue: api.taskQueue, args: [] };
  await client.workflow.start('order', {
    ...{ ...about, workflowId: orderWorkflowId(other.number), memo: { contentHash: 'that of before the restore' } },
  });
  for (const order of [other, broken, sound]) expect((await place(order)).status).toBe(201);
  await em().execute(
    `update unstarted_orders set agreed = jsonb_build_object('policy', null, 'instants', null) where number = ?`,
    [broken.number],
  );
  const starter = aStarter(client);
  starter.start();
  await until(async () => starter.errors.length === 2);
  await until(async () => !(await waiting()).includes(sound.number));
  await starter.stop();
  expect(await waiting()).toEqual([other.number, broken.number]);
  expect(starter.errors).toMatchObject([{ order: broken.number }, { order: other.number }].toSorted());

  const { orders } = (await api.call('GET', '/readyz')).body.checks;
  expect(orders).toEqual({ ready: true, detail: expect.stringContaining(`${other.number} (Temporal has an order`) });
  expect(orders.detail).toContain(broken.number);
  expect((await place(other)).body.code).toBe('ORDER_NUMBER_TAKEN');
  expect((await api.call('POST', `/v1/orders/${other.number}/unlock`)).body.code).toBe('ORDER_NUMBER_TAKEN');
  await forgetClaims();
  await em().execute('update unstarted_orders set agreed = null, claimed_until = null where number = ?', [
    broken.number,
  ]);
  const next = aStarter(client);
  next.start();
  await until(async () => !(await waiting()).includes(broken.number));
  await next.stop();
  await em().execute('delete from unstarted_orders');
});

test('an order that has a projection or a journal is never started again, whatever Temporal has forgotten', async () => {
  const order = anOrder();
  await place(order);
  const { client, asked } = aClient();
  await em().execute(
    `insert into journal (stream, seq, type, at, recorded_at, data) values (?, 1, 'delivered', now(), now(), '{"delivery": "1"}')`,
    [orderWorkflowId(order.number)],
  );
  expect((await place(order)).status).toBe(200);
  const starter = aStarter(client);
  starter.start();
  await until(async () => (await waiting()).length === 0);
  await starter.stop();
  expect(asked).toEqual([]);
  expect((await place(order)).status).toBe(200);
  expect(await waiting()).toEqual([]);
});

test('orders that come in together are each taken as if they came alone', async () => {
  const id = `seller-${randomUUID()}`;
  const seller = (email: string) => ({ id, name: 'Seller', email: `${email}@seller.example` });
  const orders = Array.from({ length: 12 }, (_, index) => anOrder({ reseller: seller(index % 2 ? 'one' : 'other') }));
  const posted = anOrder();
  const place = (order: object) => api.call('POST', '/v1/orders', order);
  const [repeats, another, ...answers] = await Promise.all([
    Promise.all([place(posted), place(posted)]),
    place({ ...posted, purchaseOrder: 'Another one' }),
    ...orders.map(place),
  ]);
  expect(answers.map(({ status }) => status)).toEqual(orders.map(() => 201));
  const isAnothers = another.status === 201;
  expect(repeats.map(({ status }) => status).sort()).toEqual(isAnothers ? [409, 409] : [200, 201]);
  expect(isAnothers || another.body.code === 'ORDER_NUMBER_TAKEN').toBe(true);
  const told = (account: string) =>
    em().execute<{ type: string }[]>('select type from journal where stream = ? order by seq', [`account/${account}`]);
  expect((await told(id)).map(({ type }) => type)).toEqual(['person-joined', 'person-invited']);
  for (const { customer } of orders)
    expect((await told(customer.id)).map(({ type }) => type)).toEqual(['person-joined']);
  const numbers = orders.map(({ number }) => number);
  const kept = await em().execute<{ number: string }[]>('select number from intakes where number in (?)', [numbers]);
  expect(kept).toHaveLength(orders.length);
});
