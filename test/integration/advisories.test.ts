import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { decodeJwt } from 'jose';
import { keyFor } from '../support/api/api-keys.ts';
import { openWorkingApi, type TestApi } from '../support/api/api.ts';
import { createServers } from '../support/api/servers.ts';

const HOUR_MS = 3_600_000;

let api: TestApi;
let now = Date.now();
beforeAll(async () => {
  api = await openWorkingApi({ clock: () => now });
});
afterAll(() => api.close());

const { checkIn, anActivatedServer } = createServers(
  () => api,
  () => now,
);

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
  expect((await checkIn(id, machine, '*')).status).toBe(304);
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
