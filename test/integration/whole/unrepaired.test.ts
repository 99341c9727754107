import type { InjectOptions } from 'fastify';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { buildApp } from '../../../api/app.ts';
import { noticeAtStart } from '../../../db/noticing.ts';
import { newestEpoch, noteRepaired, noticeRestore } from '../../../db/queries/repair/restored.ts';
import { VENDOR } from '../../../domain/people/permissions.ts';
import { createNumbers } from '../../../services/numbers/numbers.ts';
import { createServices } from '../../../services/services.ts';
import { readiness } from '../../../telemetry/readiness.ts';
import { createWriteProbe } from '../../../db/write-probe.ts';
import { anOrder, openApi, startWorker, type TestApi } from '../../support/api/api.ts';
import { keyFor } from '../../support/api/api-keys.ts';
import { aMachine, createServers, type Machine } from '../../support/api/servers.ts';
import type { TestDatabase } from '../../support/api/database.ts';
import { until } from '../../support/until.ts';

/** Where the product goes on, and a backup of it that was put back elsewhere: what came in between is in Temporal alone. */
let api: TestApi;
let worker: { stop: () => Promise<void> };
let copy: TestDatabase;
let restored: Awaited<ReturnType<typeof buildApp>>;

const kept = anOrder();
const lost = anOrder({ customer: kept.customer });
const keys: Record<string, { authorization: string }> = {};
const FLOOD = { application: 'call-recording', capacity: 2, reason: 'A flood' };
/** Servers of the customer, as their machines know them: in the backup, with less than they have now; and not in it. */
type Running = { id: string; machine: Machine; etag: string; number: string };
const running: Record<'grown' | 'same' | 'moved' | 'lost', Running> = {} as never;
const emergencies = `/v1/accounts/${kept.customer.id}/emergencies`;

beforeAll(async () => {
  api = await openApi();
  worker = await startWorker(api);
  // As a process does that begins. No event has been numbered, here or there.
  await noticeRestore(em());
  await sell(kept);
  await em().execute(
    `insert into accounts (id, kind, name, email, locale, created_at) values ('a-stranger', 'reseller', 'S', '', 'en', now())`,
  );
  keys[VENDOR] = await keyFor(em(), null);
  for (const account of [kept.customer.id, kept.reseller.id, 'a-stranger']) keys[account] = await keyFor(em(), account);
  for (const name of ['grown', 'same', 'moved'] as const) running[name] = await aRunning(name);
  copy = await api.database.restored();
  await sell(lost);
  running.lost = await aRunning('lost');
  expect((await assign(running.grown.id, 'digital-fax', 2)).status).toBe(200);
  running.moved = await onAnotherMachine(running.moved);
  for (const name of ['grown', 'same', 'moved', 'lost'] as const) running[name] = await calling(running[name]);
  expect((await api.call('POST', emergencies, FLOOD)).status).toBe(201);
  const deps = { ...api.deps, orm: copy.orm };
  restored = await buildApp(deps, createServices(deps));
});
afterAll(async () => {
  await worker.stop();
  await restored.close();
  await copy.drop();
  await api.close();
});

const em = () => api.database.orm.em.fork();
const there = () => copy.orm.em.fork();

async function sell(order: ReturnType<typeof anOrder>): Promise<void> {
  expect((await api.call('POST', '/v1/orders', order)).status).toBe(201);
  expect((await api.call('POST', `/v1/orders/${order.number}/unlock`)).status).toBeLessThan(300);
  await until(async () => {
    const { body } = await api.call('GET', `/v1/orders/${order.number}`);
    return typeof body.deliveries?.[0]?.unlockedAt === 'string';
  });
}

const { assign, tokenOf, activate, signed } = createServers(() => api);

/** A server that has a fax and is activated. */
async function aRunning(name: string): Promise<Running> {
  const url = `/v1/accounts/${kept.customer.id}/servers`;
  const { id } = (await api.call('POST', url, { name, role: 'production' })).body as { id: string };
  expect((await assign(id, 'digital-fax', 1)).status).toBe(200);
  return onAnotherMachine({ id });
}

async function onAnotherMachine({ id }: { id: string }): Promise<Running> {
  await api.call('POST', `/v1/servers/${id}/token/rotations`);
  const machine = aMachine();
  const { status, headers } = await activate(await tokenOf(id), machine);
  expect(status).toBe(201);
  return { id, machine, etag: headers.etag as string, number: headers['check-in-number'] as string };
}

/** One that calls where the product goes on. */
async function calling(server: Running): Promise<Running> {
  const { headers } = await api.call('GET', '/v1/license', undefined, await callOf(server));
  return { ...server, etag: headers.etag as string, number: headers['check-in-number'] as string };
}

async function callOf({ id, machine, etag, number }: Running, claims: object = {}) {
  const authorization = `Bearer ${await signed(id, machine, { chk: number, ...claims })}`;
  return { authorization, 'if-none-match': etag };
}

/** Asks the api that has the backup, as the vendor unless `as` says otherwise: status and code. */
async function ask(method: string, url: string, { body, as = VENDOR }: { body?: object; as?: string } = {}) {
  const headers = keys[as];
  const asked = { method, url, headers, ...(body && { payload: body }) } as InjectOptions;
  const answer = await restored.inject(asked);
  return [answer.statusCode, answer.json<{ code?: string }>().code];
}

const other = (order: ReturnType<typeof anOrder>) => ({ ...order, purchaseOrder: 'PO-9' });
const NOT_REPAIRED = [503, 'ORDER_NOT_REPAIRED'];
const SERVER_NOT_REPAIRED = [503, 'SERVER_NOT_REPAIRED'];

test('before anything was numbered in it or it was noticed, a database that was restored takes no number twice, whoever gave it', async () => {
  expect(await newestEpoch(there())).toBe(1);
  expect(await ask('POST', '/v1/orders', { body: other(lost) })).toEqual(NOT_REPAIRED);
  expect(await ask('POST', '/v1/orders', { body: lost })).toEqual(NOT_REPAIRED);
  expect(await ask('POST', emergencies, { body: FLOOD })).toEqual(NOT_REPAIRED);
  expect(await there().execute('select number from intakes')).toEqual([{ number: kept.number }]);
  expect(await there().execute('select 1 from emergencies')).toEqual([]);
  expect(await ask('POST', '/v1/orders', { body: anOrder() })).toEqual([201, undefined]);
});

test('whoever may see an order that was lost hears that it is not repaired; to everybody else there is none', async () => {
  const url = `/v1/orders/${lost.number}`;
  for (const as of [VENDOR, kept.reseller.id, kept.customer.id]) {
    expect(await ask('GET', url, { as })).toEqual(NOT_REPAIRED);
    expect(await ask('GET', `${url}/events`, { as })).toEqual(NOT_REPAIRED);
  }
  expect(await ask('GET', url, { as: 'a-stranger' })).toEqual([404, 'NOT_FOUND']);
  const never = '/v1/orders/SO-that-never-was';
  for (const as of ['a-stranger', kept.reseller.id])
    expect(await ask('GET', never, { as })).toEqual([404, 'NOT_FOUND']);
  expect(await ask('GET', never)).toEqual(NOT_REPAIRED);
  for (const as of [VENDOR, kept.reseller.id, kept.customer.id])
    expect(await ask('GET', `/v1/orders/${kept.number}`, { as })).toEqual([200, undefined]);
  expect(await ask('GET', `/v1/orders/${kept.number}`, { as: 'a-stranger' })).toEqual([404, 'NOT_FOUND']);
  expect((await api.call('GET', url, undefined, keys['a-stranger'])).status).toBe(404);
});

test('while no worker answers, nobody else hears that there is one either', async () => {
  const url = `/v1/orders/${lost.number}`;
  await worker.stop();
  for (const as of [VENDOR, kept.reseller.id, kept.customer.id])
    expect(await ask('GET', url, { as })).toEqual(NOT_REPAIRED);
  expect(await ask('GET', url, { as: 'a-stranger' })).toEqual([404, 'NOT_FOUND']);
  // Of a server Temporal knows nobody.
  for (const as of [kept.customer.id, 'a-stranger'])
    expect(await ask('GET', `/v1/servers/${running.lost.id}`, { as })).toEqual([404, 'NOT_FOUND']);
  expect(await ask('GET', `/v1/servers/${running.lost.id}`)).toEqual(SERVER_NOT_REPAIRED);
  worker = await startWorker(api);
});

test('until it is repaired a server goes on with what it holds: no document of before takes it away, and none is told that it was never there', async () => {
  const checkIn = async (server: Running) => {
    const headers = await callOf(server);
    const answer = await restored.inject({ method: 'GET', url: '/v1/license', headers });
    return [answer.statusCode, answer.statusCode < 400 ? undefined : answer.json<{ code: string }>().code];
  };
  expect(await checkIn(running.grown)).toEqual(SERVER_NOT_REPAIRED);
  expect(await checkIn(running.moved)).toEqual(SERVER_NOT_REPAIRED);
  expect(await checkIn(running.lost)).toEqual(SERVER_NOT_REPAIRED);
  expect(await checkIn(running.same)).toEqual([304, undefined]);
  const { fingerprint, publicKey } = aMachine();
  const token = await tokenOf(running.lost.id);
  const activation = { token, fingerprint, publicKey, version: '2020.Winter.1' };
  expect(await ask('POST', '/v1/activations', { body: activation })).toEqual(SERVER_NOT_REPAIRED);
});

test('whoever may see a server that was lost hears that it is not repaired; to everybody else there is none', async () => {
  const url = `/v1/servers/${running.lost.id}`;
  for (const as of [kept.reseller.id, kept.customer.id]) {
    expect(await ask('GET', url, { as })).toEqual(SERVER_NOT_REPAIRED);
    expect(await ask('PATCH', url, { as, body: { name: 'Other' } })).toEqual(SERVER_NOT_REPAIRED);
    expect(await ask('DELETE', url, { as })).toEqual(SERVER_NOT_REPAIRED);
    expect(await ask('GET', '/v1/servers/srv_that-never-was', { as })).toEqual([404, 'NOT_FOUND']);
  }
  expect(await ask('GET', url, { as: 'a-stranger' })).toEqual([404, 'NOT_FOUND']);
  // The vendor may see it, and its workflow says what it is.
  expect(await ask('GET', url)).toEqual([200, undefined]);
  expect(await ask('GET', '/v1/servers/srv_that-never-was')).toEqual(SERVER_NOT_REPAIRED);
  expect(await ask('POST', `${url}/offline-activations`, { body: { request: 'r' } })).toEqual(SERVER_NOT_REPAIRED);
});

test('it shows until it is repaired, though the service is ready; of processes that begin at once one notices', async () => {
  const warned: string[] = [];
  const log = { warn: (_: object, message: string) => void warned.push(message) };
  await Promise.all(Array.from({ length: 5 }, () => noticeAtStart(copy.orm, log)));
  expect(warned).toEqual(['the database was restored from a backup: repair it']);
  const epochs = await there().execute<{ epoch: string }[]>('select epoch from feed_epochs order by epoch');
  expect(epochs).toHaveLength(2);

  const { orm } = copy;
  const looks = async () => {
    const probe = createWriteProbe(orm, Date.now);
    const { checks } = await readiness({ orm, temporal: api.deps.temporal, probe }, {});
    const numbers = createNumbers({ orm, clock: Date.now, warn: (error) => expect(error).toBeUndefined() });
    return [checks.restored, (await numbers.soon())!.value.isUnrepaired];
  };
  expect(await looks()).toEqual([{ ready: true, detail: expect.stringContaining('npm run repair') }, true]);
  // What a repair that leaves nothing notes.
  await noteRepaired(there(), await newestEpoch(there()));
  expect(await looks()).toEqual([{ ready: true }, false]);
  await noticeAtStart(orm, log);
  expect(warned).toHaveLength(1);

  // What is not there then never was, and what the rows say counts.
  expect(await ask('GET', `/v1/servers/${running.lost.id}`, { as: kept.customer.id })).toEqual([404, 'NOT_FOUND']);
  const headers = await callOf(running.lost);
  expect((await restored.inject({ method: 'GET', url: '/v1/license', headers })).statusCode).toBe(401);
  const older = await restored.inject({ method: 'GET', url: '/v1/license', headers: await callOf(running.grown) });
  expect(older.statusCode).toBe(200);
});
