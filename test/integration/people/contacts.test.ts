import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { decodeJwt } from 'jose';
import { createPublishing } from '../../../activities/publish.ts';
import { orderQuery, orderWorkflowId, serverQuery, serverWorkflowId } from '../../../temporal/contract.ts';
import { openWorkingApi, type TestApi } from '../../support/api/api.ts';
import { aMachine, createServers } from '../../support/api/servers.ts';

const DAY_MS = 86_400_000;

let api: TestApi;
let now: number | null = null;

beforeAll(async () => {
  api = await openWorkingApi({ clock: () => now ?? Date.now() });
});
afterAll(() => api.close());

const { aServer, assign, tokenOf, checkIn, anActivatedServer, offlineRequest, eventsOf } = createServers(
  () => api,
  () => now ?? Date.now(),
);

const isSilent = async (id: string) => (await api.call('GET', `/v1/servers/${id}`)).body.silent as boolean;

test('a server that has not called for seven days is silent, which is journaled once, until it calls again', async () => {
  const { id, machine } = await anActivatedServer();
  expect((await checkIn(id, machine)).status).toBe(200);
  const { noteSilence } = createPublishing(api.deps);
  const look = (atMs: number) => noteSilence({ server: id, heardOfSince: atMs - 7 * DAY_MS, atMs });
  const called = Date.now();
  expect(await look(called + 6 * DAY_MS)).toBeGreaterThan(called - 60_000);
  expect(await eventsOf(id)).toEqual(['registered', 'capacity-changed', 'activated']);
  now = called + 8 * DAY_MS;
  await look(now);
  await look(now);
  expect(await isSilent(id)).toBe(true);
  expect((await checkIn(id, machine)).status).toBe(200);
  expect((await checkIn(id, machine)).status).toBe(200);
  expect((await eventsOf(id)).slice(3)).toEqual(['silent', 'seen-again']);
  expect(await isSilent(id)).toBe(false);
  const again = now + 8 * DAY_MS;
  await look(again);
  expect((await eventsOf(id)).slice(5)).toEqual(['silent']);
  now = null;
});

test('a server that never called is silent too, and is heard of with its first check-in', async () => {
  const { id, machine } = await anActivatedServer();
  await api.database.orm.em.fork().execute('delete from contacts where server = ?', [id]);
  const { noteSilence } = createPublishing(api.deps);
  expect(await noteSilence({ server: id, heardOfSince: Date.now() - 7 * DAY_MS, atMs: Date.now() })).toBeNull();
  expect((await checkIn(id, machine)).status).toBe(200);
  expect((await eventsOf(id)).slice(3)).toEqual(['silent', 'seen-again']);
});

test('a server that a worker of another release activated is to call as well; what is kept of its calls stays', async () => {
  const { id } = await anActivatedServer();
  const run = (sql: string) => api.database.orm.em.fork().execute<{ seq: number }[]>(sql, [id]);
  await run('delete from contacts where server = ?');
  // As every worker writes the row of a server, whatever else it knows to do.
  const publish = () => run('update servers set activated_at = activated_at where id = ?');
  const contact = () => run('select seq, last_check_in_at as "calledAt" from contacts where server = ?');
  await publish();
  expect(await contact()).toEqual([{ seq: 0, calledAt: null }]);
  await run('update contacts set seq = 3 where server = ?');
  await publish();
  expect(await contact()).toEqual([{ seq: 3, calledAt: null }]);
});

test('canceled capacity that stands in an offline document is journaled as unrecoverable, once', async () => {
  const { id, order, customer } = await aServer([{ application: 'digital-fax', capacity: 8, license: 'perpetual' }]);
  await assign(id, 'digital-fax', 5);
  const request = await offlineRequest(await tokenOf(id), aMachine());
  const given = await api.call('POST', `/v1/servers/${id}/offline-activations`, { request });
  expect(given.status).toBe(201);
  const canceled = await api.call('POST', `/v1/orders/${order.number}/cancellation`, { reason: 'not paid' });
  expect(canceled.status).toBe(202);
  await api.call('POST', `/v1/orders/${order.number}/cancellation`, { reason: 'not paid' });
  const { body } = await api.call('GET', `/v1/servers/${id}/events`);
  const lost = body.items.filter(({ type }: { type: string }) => type === 'unrecoverable');
  const lines = [{ application: 'digital-fax', capacity: 5 }];
  expect(lost).toMatchObject([{ stream: `contact/${id}`, order: order.number, lines }]);
  expect((await api.call('GET', `/v1/accounts/${customer}/licenses`)).body.items).toMatchObject([{ owned: 0 }]);
});

test('canceled capacity of a server that calls is not in its document any more, and nothing of it is unrecoverable', async () => {
  const { id, order, machine } = await anActivatedServer();
  await api.call('PUT', `/v1/orders/${order.number}/suspension`, { reason: 'late' });
  const suspended = decodeJwt((await checkIn(id, machine)).body);
  expect(suspended.applications).toMatchObject([{ state: 'suspended', capacity: 0 }]);
  await api.call('POST', `/v1/orders/${order.number}/cancellation`, { reason: 'not paid' });
  expect(decodeJwt((await checkIn(id, machine)).body)).toMatchObject({ applications: [], services: [] });
  expect(await eventsOf(id)).toEqual(['registered', 'capacity-changed', 'activated', 'canceled', 'taken-back']);
});

test('leases and silence are those that the order and the server were promised, whatever new ones are', async () => {
  const { id, order, machine } = await anActivatedServer();
  const { publishOrder, publishServer } = createPublishing(api.deps);
  const newer = <State extends { seq: number }>(state: State) => ({ ...state, seq: state.seq + 1 });
  const ordered = newer(await api.deps.temporal.workflow.getHandle(orderWorkflowId(order.number)).query(orderQuery));
  const server = newer(await api.deps.temporal.workflow.getHandle(serverWorkflowId(id)).query(serverQuery));
  await publishOrder({ order: { ...ordered, policy: { ...ordered.policy, perpetualLeaseDays: 12 } }, events: [] });
  await publishServer({ server: { ...server, silentDays: 3 }, events: [] });

  const { iat, exp } = decodeJwt((await checkIn(id, machine)).body);
  expect((exp! - iat!) / 86_400).toBe(12);
  now = Date.now() + 2 * DAY_MS;
  expect(await isSilent(id)).toBe(false);
  now = Date.now() + 4 * DAY_MS;
  expect(await isSilent(id)).toBe(true);
  now = null;
});
