import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { decodeJwt } from 'jose';
import { keyFor } from '../../support/api/api-keys.ts';
import { openWorkingApi, type TestApi } from '../../support/api/api.ts';
import { aMachine, createServers } from '../../support/api/servers.ts';

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
  const { body } = await api.call('GET', `/v1/todo?kind=nearly-used&customer=${customer}`);
  return body.items.length;
}

describe('what servers say', () => {
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
});

let made = 0;
const advisory = (changes: object = {}) => ({
  ...{ id: `ADV-${++made}`, title: 'Calls can be overheard', severity: 'high', affects: '<2026.Winter.3' },
  ...{ url: 'https://vendor.example/advisories/1', fixedIn: '2026.Winter.3' },
  ...changes,
});
const publish = (body: object, key?: object) => api.call('POST', '/v1/advisories', body, key);
const withdraw = (id: string) => api.call('DELETE', `/v1/advisories/${id}`);
const serversOf = async (id: string, key?: object) =>
  (await api.call('GET', `/v1/advisories/${id}/servers?limit=100`, undefined, key)).body.items;
const ids = (items: { id: string }[]) => items.map(({ id }) => id);
const namedIn = (license: string) =>
  (decodeJwt(license).advisories as { id: string }[] | undefined)?.map(({ id }) => id);

describe('advisories', () => {
  afterEach(async () => {
    for (const { id } of (await api.call('GET', '/v1/advisories?open=true&limit=100')).body.items) await withdraw(id);
  });

  test('the next document of an affected server names it, until the server is updated, and no other document changes', async () => {
    const [old, young] = [await anActivatedServer(), await anActivatedServer()];
    const before = await checkIn(old.id, old.machine, undefined, { ver: '2026.Winter.2' });
    const other = await checkIn(young.id, young.machine, undefined, { ver: '2026.Winter.3' });
    const about = advisory();
    expect((await publish(about)).status).toBe(201);

    const named = await checkIn(old.id, old.machine, before.headers.etag as string, { ver: '2026.Winter.2' });
    expect(named.status).toBe(200);
    const { affects: _affects, ...inDocument } = about;
    expect(decodeJwt(named.body).advisories).toEqual([inDocument]);
    const unnamed = await checkIn(young.id, young.machine, other.headers.etag as string, { ver: '2026.Winter.3' });
    expect(unnamed.status).toBe(304);
    const whole = await checkIn(young.id, young.machine, undefined, { ver: '2026.Winter.3' });
    const { jti: _jti, ...lasting } = decodeJwt(whole.body);
    expect(lasting).toEqual({ ...decodeJwt(other.body), jti: undefined });
    expect(Object.keys(decodeJwt(whole.body))).toEqual(Object.keys(decodeJwt(other.body)));

    const updated = await checkIn(old.id, old.machine, named.headers.etag as string, { ver: '2026.Winter.3' });
    expect(updated.headers.etag).toBe(before.headers.etag);
    expect(namedIn(updated.body)).toBeUndefined();
  });

  test('a server was told when the ETag of the document that names it came back, whatever it is answered then', async () => {
    const { id, machine } = await anActivatedServer();
    const about = advisory();
    await publish(about);
    const toldAt = async () => (await serversOf(about.id)).find((one: { id: string }) => one.id === id).toldAt;
    const { headers } = await checkIn(id, machine);
    expect(await toldAt()).toBeNull();
    // Any tag is none, so that nobody counts as told who was not.
    const asked = await checkIn(id, machine, '*');
    const again = await checkIn(id, machine, '*', { chk: asked.headers['check-in-number'] });
    expect([asked.status, again.status]).toEqual([304, 304]);
    expect(await toldAt()).toBeNull();
    const later = advisory();
    await publish(later);
    now += HOUR_MS;
    expect((await checkIn(id, machine, headers.etag as string)).status).toBe(200);
    expect(await toldAt()).toBe(new Date(now).toISOString());
    const [{ toldAt: ofLater }] = (await serversOf(later.id)).filter((one: { id: string }) => one.id === id);
    expect(ofLater).toBeNull();
  });

  test('who is affected is seen by those who see the servers, by the version that each said last', async () => {
    const [one, other] = [await anActivatedServer(), await anActivatedServer()];
    await checkIn(other.id, other.machine, undefined, { ver: '2026.Autumn.1' });
    const about = advisory({ affects: '>=2026.Autumn.1 <2026.Autumn.4', fixedIn: '2026.Autumn.4' });
    await publish(about);
    expect(await serversOf(about.id)).toEqual([
      { id: other.id, name: 'Main', customer: other.customer, mode: 'online', version: '2026.Autumn.1', toldAt: null },
    ]);
    await checkIn(one.id, one.machine, undefined, { ver: '2026.Autumn.3' });
    const em = api.database.orm.em.fork();
    const [customer, seller] = [await keyFor(em, one.customer), await keyFor(em, one.order.reseller.id)];
    expect(ids(await serversOf(about.id)).sort()).toEqual([one.id, other.id].sort());
    expect(ids(await serversOf(about.id, customer))).toEqual([one.id]);
    expect(ids(await serversOf(about.id, seller)).sort()).toEqual([one.id, other.id].sort());
    await api.call('DELETE', `/v1/accounts/${other.customer}/sellers/${other.order.reseller.id}`);
    expect(ids(await serversOf(about.id, seller))).toEqual([one.id]);
  });

  test('an advisory is as it was published until it is withdrawn, and all that is in the feed of everybody', async () => {
    const { body: end } = await api.call('GET', '/v1/events?after=end');
    const { id, machine, customer } = await anActivatedServer();
    const about = advisory();
    const published = await publish(about);
    const { headers, body } = published;
    expect(headers.location).toBe(`/v1/advisories/${about.id}`);
    expect(body).toEqual({ ...about, publishedAt: new Date(now).toISOString(), withdrawnAt: null });
    expect(await publish(about)).toMatchObject({ status: 200, body });
    expect((await publish({ ...about, title: 'Another' })).body.code).toBe('ADVISORY_ID_TAKEN');
    const named = await checkIn(id, machine);
    expect(namedIn(named.body)).toEqual([about.id]);
    for (let times = 0; times < 2; times++) expect((await withdraw(about.id)).status).toBe(204);
    const after = await checkIn(id, machine, named.headers.etag as string);
    expect(namedIn(after.body)).toBeUndefined();
    expect((await api.call('GET', `/v1/advisories/${about.id}`)).body.withdrawnAt).toBe(new Date(now).toISOString());
    expect(ids((await api.call('GET', '/v1/advisories?open=true')).body.items)).not.toContain(about.id);
    expect((await publish(about)).body.withdrawnAt).not.toBeNull();
    await api.services.following.follow();
    const key = await keyFor(api.database.orm.em.fork(), customer);
    const types = 'advisory-published,advisory-withdrawn';
    for (const reader of [undefined, key]) {
      const url = `/v1/events?after=${end.nextCursor}&types=${types}`;
      const { items } = (await api.call('GET', url, undefined, reader)).body;
      const own = items.filter(({ stream }: { stream: string }) => stream === `advisory/${about.id}`);
      expect(own).toMatchObject([
        { type: 'advisory-published', seq: 1, account: null, title: about.title, affects: about.affects },
        { type: 'advisory-withdrawn', seq: 2, account: null },
      ]);
    }
  });

  test.each([
    ['/affects', { affects: '2026.Winter.3' }],
    ['/affects', { affects: '<2026.Winter.3, >2025.Winter.1' }],
    ['/fixedIn', { fixedIn: 'soon' }],
    ['/fixedIn', { fixedIn: '2026.Winter.2' }],
    ['/url', { url: 'http://vendor.example/1' }],
    ['/url', { url: 'javascript:alert(1)' }],
    ['/title', { title: '\u200b' }],
    ['/severity', { severity: 'terrible' }],
    ['/id', { id: 'a b' }],
  ])('what is wrong is said, at %s, of %j', async (pointer, changes) => {
    const { status, body } = await publish(advisory(changes));
    expect([status, body.code, body.errors[0].pointer]).toEqual([400, 'INVALID_REQUEST', pointer]);
  });

  test('50 can be open at once, and the next waits until one is withdrawn', async () => {
    const about = Array.from({ length: 50 }, () => advisory({ affects: '<2020.Winter.1', fixedIn: null }));
    const answers = await Promise.all(about.map((one) => publish(one)));
    expect(answers.map(({ status }) => status)).toEqual(Array(50).fill(201));
    const next = advisory();
    expect((await publish(next)).body).toMatchObject({ code: 'TOO_MANY_ADVISORIES', most: 50 });
    expect((await publish(about[0]!)).status).toBe(200);
    await withdraw(about[0]!.id);
    expect((await publish(next)).status).toBe(201);
  });
});
