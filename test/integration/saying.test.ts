import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { listCustomers } from '../../db/queries/pages/customers.ts';
import { keyFor } from '../support/api/api-keys.ts';
import { openWorkingApi, type TestApi } from '../support/api/api.ts';
import { aMachine, createServers } from '../support/api/servers.ts';

const HOUR_MS = 3_600_000;

let api: TestApi;
let now = Date.now();
beforeAll(async () => {
  api = await openWorkingApi({ clock: () => now });
});
afterAll(() => api.close());

const { assign, tokenOf, activate, checkIn, anActivatedServer } = createServers(
  () => api,
  () => now,
);

const serverOf = async (id: string) => (await api.call('GET', `/v1/servers/${id}`)).body;
const updatesOf = async (id: string) => {
  const { body } = await api.call('GET', `/v1/servers/${id}/events`);
  const updates = body.items.filter(({ type }: { type: string }) => type === 'updated');
  return updates.map(({ stream, version, hostname }: Record<string, string>) => ({ stream, version, hostname }));
};
const faxOf = async (customer: string, key?: object) => {
  const { body } = await api.call('GET', `/v1/accounts/${customer}/licenses`, undefined, key);
  return body.items.find(({ application }: { application: string }) => application === 'digital-fax');
};
/** How many servers of a customer are nearly used up, by the list that says what is to be done. */
async function nearlyUsed(customer: string): Promise<number> {
  const query = { q: customer, sort: 'attention', nowMs: now, limit: 10, offset: 0 } as const;
  const [row] = await listCustomers(api.database.orm.em.fork(), { everything: true }, query);
  return row!.nearlyUsed;
}

test('a server has the version that it said last, which is journaled once a day and changes no document', async () => {
  const { id, machine, activated } = await anActivatedServer();
  const etag = activated.headers.etag as string;
  expect(await serverOf(id)).toMatchObject({ version: '2020.Winter.1', usedAt: null });
  for (const ver of ['2026.Winter.1', '2026.Winter.2']) {
    now += HOUR_MS;
    expect((await checkIn(id, machine, etag, { ver, host: 'pbx-1' })).status).toBe(304);
    expect((await serverOf(id)).version).toBe(ver);
  }
  const stream = `contact/${id}`;
  expect(await updatesOf(id)).toEqual([{ stream, version: '2026.Winter.1', hostname: 'pbx-1' }]);
  now += 24 * HOUR_MS;
  // An AppSuite that says nothing is as it was.
  expect((await checkIn(id, machine, etag)).status).toBe(304);
  expect((await updatesOf(id)).slice(1)).toEqual([{ stream, version: '2026.Winter.2', hostname: 'pbx-1' }]);
  expect((await checkIn(id, machine, etag, { ver: '2026.Winter.2' })).status).toBe(304);
  expect(await updatesOf(id)).toHaveLength(2);
});

test('what of it does not hold is passed over, and the document comes all the same', async () => {
  const { id, machine } = await anActivatedServer();
  const wrong = { ver: { a: 1 }, host: 'a\u0000b', use: { 'digital-fax': 'all', nothing: 3 } };
  expect((await checkIn(id, machine, undefined, wrong)).status).toBe(200);
  expect((await checkIn(id, machine, undefined, { ver: [], host: 7, use: 'x'.repeat(5_000) })).status).toBe(200);
  expect((await checkIn(id, machine, undefined, { use: { 'digital-fax': -1 } })).status).toBe(200);
  expect(await serverOf(id)).toMatchObject({
    version: '2020.Winter.1',
    assignments: [{ application: 'digital-fax', capacity: 5, used: null }],
  });
  expect(await updatesOf(id)).toEqual([]);
});

test('another activation says anew what the server is, and its usage is unknown until it is said', async () => {
  const { id, machine } = await anActivatedServer();
  await checkIn(id, machine, undefined, { ver: '2026.Winter.2', use: { 'digital-fax': 5 } });
  expect(await serverOf(id)).toMatchObject({ version: '2026.Winter.2', assignments: [{ used: 5 }] });
  await activate(await tokenOf(id), aMachine(machine.fingerprint), { version: '2025.Autumn.1' });
  expect(await serverOf(id)).toMatchObject({ version: '2025.Autumn.1', usedAt: null, assignments: [{ used: null }] });
});

test('used units stand beside assigned ones, for those who see the servers, and above nine tenths are to be looked at', async () => {
  const { id, machine, customer } = await anActivatedServer();
  expect((await faxOf(customer)).used).toBeNull();
  await checkIn(id, machine, undefined, { use: { 'digital-fax': 4, voicemail: 2 } });
  expect(await serverOf(id)).toMatchObject({
    assignments: [{ application: 'digital-fax', capacity: 5, used: 4 }],
    usedAt: new Date(now).toISOString(),
  });
  expect(await faxOf(customer)).toMatchObject({ assigned: 5, used: 4 });
  expect(await nearlyUsed(customer)).toBe(0);
  const etag = (await checkIn(id, machine, undefined, { use: { 'digital-fax': 5 } })).headers.etag as string;
  expect(await nearlyUsed(customer)).toBe(1);
  // More of it helps at once, and does not wait for the next check-in.
  await assign(id, 'digital-fax', 8);
  expect(await nearlyUsed(customer)).toBe(0);
  await assign(id, 'digital-fax', 5);
  expect(await nearlyUsed(customer)).toBe(1);
  expect((await checkIn(id, machine, etag, { use: {} })).status).toBe(304);
  expect(await nearlyUsed(customer)).toBe(0);
  expect((await faxOf(customer)).used).toBeNull();
});

test('a seller without standing does not see what is used', async () => {
  const { id, machine, customer, order } = await anActivatedServer();
  await checkIn(id, machine, undefined, { use: { 'digital-fax': 4 } });
  const seller = await keyFor(api.database.orm.em.fork(), order.reseller.id);
  expect((await faxOf(customer, seller)).used).toBe(4);
  await api.call('DELETE', `/v1/accounts/${customer}/sellers/${order.reseller.id}`);
  expect(await faxOf(customer, seller)).toMatchObject({ owned: 8, used: null });
});
