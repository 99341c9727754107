import { request as httpRequest } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { LARGEST_FORM_WITH_PACKED_BYTES } from '../../portal/session/packed-form.ts';
import { ApiKeyEntity } from '../../db/entities/people/api-key.ts';
import { CHANGE_PACE, createPace, KEY_PACE, SERVER_PACE } from '../../services/pace.ts';
import { hashOfApiKey } from '../../secrets/api-key.ts';
import { keyFor } from '../support/api/api-keys.ts';
import { anOrder, startWorker } from '../support/api/api.ts';
import { aMachine, createServers } from '../support/api/servers.ts';
import { signInAs } from '../support/api/people.ts';
import { openSite, type TestSite } from '../support/portal/site.ts';

/** What others can make this service keep, compute and send: each row of docs/limits.md. */

let site: TestSite;
let worker: { stop: () => Promise<void> };
/** The instant at which the API's clock stands, so that a pace gives nothing back however slow the machine; null lets it go. */
let stoppedAt: number | null = null;
const servers = createServers(() => site);

beforeAll(async () => {
  site = await openSite({ clock: () => stoppedAt ?? Date.now() });
  worker = await startWorker(site);
});
afterAll(async () => {
  await worker.stop();
  await site.close();
});

const count = async (table: string) => {
  const [row] = await site.deps.orm.em.fork().execute<{ n: number }[]>(`select count(*)::int as n from ${table}`);
  return row!.n;
};

describe('without a key', () => {
  test.each([
    ['/v1/activations', 16_384],
    ['/webhooks/resend', 65_536],
  ])('%s reads %d bytes at most', async (url, bytes) => {
    const body = JSON.stringify({ token: 'x'.repeat(bytes) });
    const refused = await site.call('POST', url, body, { authorization: '', 'content-type': 'application/json' });
    expect([refused.status, refused.body.code]).toEqual([413, 'TOO_LARGE']);
  });

  test.each([
    ['/sign-in', LARGEST_FORM_WITH_PACKED_BYTES],
    ['/sign-in/code', LARGEST_FORM_WITH_PACKED_BYTES],
    ['/sign-in/link/x', 16_384],
    ['/unlock/x', 16_384],
  ])('the form %s reads %d bytes at most', async (url, bytes) => {
    expect((await site.visitor().post(url, { email: 'x'.repeat(bytes) })).status).toBe(413);
  });

  test('a body of a key’s caller is not read before the key is known', async () => {
    const body = JSON.stringify({ number: 'x'.repeat(500_000) });
    const refused = await site.call('POST', '/v1/orders', body, {
      authorization: '',
      'content-type': 'application/json',
    });
    expect(refused.status).toBe(401);
  });

  test('a thousand unknown fields are answered with twenty errors at most', async () => {
    const fields = Object.fromEntries(Array.from({ length: 1_000 }, (_, index) => [`f${index}`, 1]));
    const refused = await site.call('POST', '/v1/activations', fields, { authorization: '' });
    expect(refused.status).toBe(400);
    expect(refused.body.errors.length).toBeLessThanOrEqual(20);
  });

  test('activations of whoever guesses tokens leave nothing, with whatever keys', async () => {
    const before = await count('idempotency');
    for (let asked = 0; asked < 30; asked += 1)
      await site.call(
        'POST',
        '/v1/activations',
        { token: `AAAAA-${asked}`, fingerprint: 'f', version: '2026.Autumn.1', publicKey: aMachine().publicKey },
        { authorization: '', 'idempotency-key': `k${asked}` },
      );
    expect(await count('idempotency')).toBe(before);
  });

  test('a token that was replaced, tried six hundred times, is one event with a count', async () => {
    const { id } = await servers.aServer();
    await servers.assign(id, 'digital-fax', 1);
    const token = await servers.tokenOf(id);
    await site.call('POST', `/v1/servers/${id}/token/rotations`);
    const before = await count('idempotency');
    const machine = aMachine();
    for (let tried = 0; tried < 600; tried += 20)
      await Promise.all(
        Array.from({ length: 20 }, async (_, index) => {
          const body = { token, fingerprint: 'f', publicKey: machine.publicKey, version: '2026.Autumn.1' };
          const headers = { authorization: '', 'idempotency-key': `r${tried + index}` };
          expect((await site.call('POST', '/v1/activations', body, headers)).status).toBe(410);
        }),
      );
    expect(await count('idempotency')).toBe(before);
    const { body } = await site.call('GET', `/v1/servers/${id}/events`);
    const refused = body.items.filter(({ type }: { type: string }) => type === 'activation-refused');
    expect(refused).toMatchObject([{ code: 'TOKEN_ROTATED', times: 600, fingerprint: 'f' }]);
    expect(Date.parse(refused[0].lastAt)).toBeGreaterThan(Date.parse(refused[0].at));
    const { cookie } = await signInAs(site.deps.orm.em.fork(), 'vendor');
    const customer = (await site.call('GET', `/v1/servers/${id}`)).body.customer as string;
    const page = await site.visitor(cookie).get(`/customers/${customer}/servers/${id}`);
    expect(page.body.length).toBeLessThan(60_000);
  });

  test('answers that were kept for a day are swept by those that come after', async () => {
    await site.deps.orm.em.fork().execute(
      `insert into idempotency (caller, key, content_hash, created_at)
       select 'key/gone', n::text, 'x', now() - interval '25 hours' from generate_series(1, 30) n`,
    );
    for (let asked = 0; asked < 2; asked += 1)
      await site.call('POST', '/v1/orders', anOrder(), { 'idempotency-key': `sweep-${asked}` });
    expect(await count(`idempotency where caller = 'key/gone'`)).toBe(0);
  });

  test('a body that trickles ends after thirty seconds, headers are 16 kB at most', async () => {
    await site.app.listen({ host: '127.0.0.1', port: 0 });
    const { port } = site.app.server.address() as AddressInfo;
    const begun = Date.now();
    const status = await new Promise<number | string>((resolve) => {
      const headers = { 'content-type': 'application/json', 'content-length': 1_000 };
      const sending = httpRequest({ host: '127.0.0.1', port, method: 'POST', path: '/v1/activations', headers });
      sending.on('response', (answer) => resolve(answer.statusCode ?? 0));
      sending.on('error', (error) => resolve(error.message));
      void (async () => {
        for (let sent = 0; sent < 40 && !sending.destroyed; sent += 1) {
          sending.write(' ');
          await wait(1_000);
        }
      })();
    });
    expect([408, 'read ECONNRESET', 'socket hang up', 'write EPIPE', 'write ECONNRESET']).toContain(status);
    expect(Date.now() - begun).toBeGreaterThan(25_000);
    expect(Date.now() - begun).toBeLessThan(36_000);
    const large = await fetch(`http://127.0.0.1:${port}/test`, { headers: { 'x-large': 'x'.repeat(20_000) } });
    expect(large.status).toBe(431);
  });
});

describe('whoever is known and calls in a loop', () => {
  beforeEach(() => void (stoppedAt = Date.now()));
  afterEach(() => void (stoppedAt = null));

  test('as a server waits, by itself, and what is remembered of it stays small', async () => {
    const one = await servers.anActivatedServer();
    const other = await servers.anActivatedServer();
    const statuses: number[] = [];
    for (let called = 0; called < SERVER_PACE.atOnce + 10; called += 1) {
      const answer = await servers.checkIn(one.id, one.machine, undefined, { jti: `${called}`.padEnd(200, 'x') });
      statuses.push(answer.status);
      if (answer.status === 429) {
        expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
        expect(answer.body).toMatchObject({ code: 'TOO_MANY_REQUESTS', serverTime: expect.any(String) });
      }
    }
    expect(statuses.slice(0, SERVER_PACE.atOnce)).toEqual(Array(SERVER_PACE.atOnce).fill(200));
    expect(statuses.at(-1)).toBe(429);
    expect((await servers.checkIn(other.id, other.machine)).status).toBe(200);
    const [row] = await site.deps.orm.em
      .fork()
      .execute<{ bytes: number }[]>('select length(numbers::text) as bytes from contacts where server = ?', [one.id]);
    expect(row!.bytes).toBeLessThan(2_500);
  });

  test('as a server that has used up everything is refused whoever signed, and no stranger uses it up', async () => {
    const one = await servers.anActivatedServer();
    const other = await servers.anActivatedServer();
    /** A call that claims to come from the server, and is signed by another machine. */
    const forge = async () => (await servers.checkIn(one.id, other.machine)).status;
    const call = () => servers.checkIn(one.id, one.machine);
    for (let called = 0; called < SERVER_PACE.atOnce + 10; called += 1) expect(await forge()).toBe(401);
    for (let called = 0; called < SERVER_PACE.atOnce; called += 1) expect((await call()).status).toBe(200);
    expect([(await call()).status, await forge()]).toEqual([429, 429]);
    expect((await servers.checkIn(other.id, other.machine)).status).toBe(200);
  });

  test('as a seller waits, with whichever of its keys, while the vendor never does', async () => {
    const order = anOrder();
    await site.call('POST', '/v1/orders', order);
    const keyOfSeller = () => keyFor(site.deps.orm.em.fork(), order.reseller.id);
    const key = await keyOfSeller();
    const ask = (headers?: object) => site.call('GET', '/v1/accounts?limit=1', undefined, headers);
    let refused;
    for (let called = 0; called <= KEY_PACE.atOnce; called += 50) {
      const answers = await Promise.all(Array.from({ length: 50 }, () => ask(key)));
      refused = answers.find(({ status }) => status === 429);
    }
    expect([refused?.body.code, refused?.headers['retry-after']]).toEqual(['TOO_MANY_REQUESTS', '1']);
    expect((await ask(await keyOfSeller())).status).toBe(429);
    expect((await ask()).status).toBe(200);
  });

  test('as an account waits to change its webhooks by key and by form, and can always remove one, while the vendor never waits', async () => {
    const order = anOrder();
    await site.call('POST', '/v1/orders', order);
    const key = await keyFor(site.deps.orm.em.fork(), order.customer.id);
    const at = `/v1/accounts/${order.customer.id}/webhooks`;
    const added = await site.call('POST', at, { url: 'https://erp.example/hooks' }, key);
    const change = (called: number, headers?: object) =>
      site.call('PATCH', `${at}/${added.body.id}`, { description: `The ${called}th` }, headers);
    const statuses: number[] = [];
    const form = async (account: string) => {
      const { cookie } = await signInAs(site.deps.orm.em.fork(), account);
      return site.visitor(cookie).post(`/accounts/${order.customer.id}/webhooks/${added.body.id}/state`, { seen: '' });
    };
    // It counts though it changes nothing: the webhook is enabled as it is.
    expect((await form(order.customer.id)).status).toBe(303);
    for (let called = 2; called < CHANGE_PACE.atOnce; called += 1) statuses.push((await change(called, key)).status);
    expect(statuses.every((status) => status === 200)).toBe(true);
    const refused = await change(0, key);
    expect([refused.body.code, Number(refused.headers['retry-after']) > 0]).toEqual(['TOO_MANY_REQUESTS', true]);
    const paused = await form(order.customer.id);
    expect([paused.status, Number(paused.headers['retry-after']) > 0]).toEqual([429, true]);
    expect([(await change(0)).status, (await form('vendor')).status]).toEqual([200, 303]);
    expect((await site.call('DELETE', `${at}/${added.body.id}`, undefined, key)).status).toBe(204);
  });

  test('gets its calls back at its pace, and no other’s are touched', () => {
    const secondsToWait = createPace({ atOnce: 3, aMinute: 6 });
    expect([1, 2, 3, 4].map(() => secondsToWait('one', 0))).toEqual([0, 0, 0, 10]);
    expect(secondsToWait('two', 0)).toBe(0);
    expect(secondsToWait('one', 4_000)).toBe(6);
    expect(secondsToWait('one', 10_000)).toBe(0);
    expect(secondsToWait('one', 10_000)).toBe(10);
    expect([1, 2, 3, 4].map(() => secondsToWait('one', 3_600_000))).toEqual([0, 0, 0, 10]);
    expect([1, 2].map(() => secondsToWait('one', 3_610_000, true))).toEqual([0, 0]);
    expect([secondsToWait('one', 3_610_000), secondsToWait('one', 3_610_000, true)]).toEqual([0, 10]);
  });
});

test('two callers who use one key for one customer get a server each', async () => {
  const order = anOrder();
  await site.call('POST', '/v1/orders', order);
  const key = 'a-customers-key';
  const about = { id: '22222222-2222-4222-8222-222222222222', accountId: order.customer.id, createdAt: new Date() };
  await site.deps.orm.em.fork().insert(ApiKeyEntity, { ...about, hash: hashOfApiKey(key) });
  const register = (name: string, headers: object = {}) =>
    site.call(
      'POST',
      `/v1/accounts/${order.customer.id}/servers`,
      { name, role: 'test' },
      { 'idempotency-key': 'k', ...headers },
    );
  const [mine, again, theirs] = [
    await register('Mine'),
    await register('Mine'),
    await register('Theirs', { authorization: `Bearer ${key}` }),
  ];
  expect([mine.status, again.status, theirs.status]).toEqual([201, 201, 201]);
  expect(again.body.id).toBe(mine.body.id);
  expect(theirs.body.id).not.toBe(mine.body.id);
});

test('JSON is kept by nobody on the way, pages of links are found by no search', async () => {
  for (const url of ['/v1/orders', '/test', '/nowhere', '/.well-known/jwks.json'])
    expect((await site.call('GET', url)).headers['cache-control']).toBe('no-store');
  for (const url of ['/unlock/x', '/sign-in/link/x', '/sign-in'])
    expect((await site.visitor().get(url)).headers['x-robots-tag']).toBe('noindex, nofollow');
});

test('If-None-Match is read as HTTP says', async () => {
  const { id, machine, activated } = await servers.anActivatedServer();
  const etag = activated.headers.etag as string;
  for (const known of [etag, `W/${etag}`, `"other", ${etag}`, `W/"other",W/${etag}`, '*'])
    expect([known, (await servers.checkIn(id, machine, known)).status]).toEqual([known, 304]);
  for (const known of ['"other"', etag.replaceAll('"', ''), 'W/"other", "another"'])
    expect([known, (await servers.checkIn(id, machine, known)).status]).toEqual([known, 200]);
});

test('the end of a life has a cursor from which the next call goes on, and misses nothing that was written late', async () => {
  const { id } = await servers.aServer();
  const page = async (cursor: string) =>
    (await site.call('GET', `/v1/servers/${id}/events?limit=100${cursor && `&cursor=${cursor}`}`)).body;
  const first = await page('');
  expect(first.items.map(({ type }: { type: string }) => type)).toEqual(['registered']);
  const nothing = await page(first.nextCursor);
  expect([nothing.items, nothing.nextCursor]).toEqual([[], first.nextCursor]);
  await servers.assign(id, 'digital-fax', 1);
  // Learnt by a call that was recorded before the change, and written after it was read.
  const second = await page(first.nextCursor);
  await site.deps.orm.em
    .fork()
    .execute(
      `insert into journal (stream, seq, type, at, recorded_at, data) values (?, 1, 'silent', now() - interval '1 hour', now() - interval '1 hour', '{}')`,
      [`contact/${id}`],
    );
  const third = await page(second.nextCursor);
  expect([second, third].map(({ items }) => items.map(({ type }: { type: string }) => type))).toEqual([
    ['capacity-changed'],
    ['silent'],
  ]);
});

test('an order is placed between 2000 and tomorrow; what was taken before is answered', async () => {
  const day = 86_400_000;
  const at = (ms: number) => new Date(Date.now() + ms).toISOString();
  for (const placedAt of ['0001-01-01T00:00:00Z', '1999-12-31T23:59:59Z', '2999-01-01T00:00:00Z', at(2 * day)]) {
    const refused = await site.call('POST', '/v1/orders', anOrder({ placedAt }));
    expect([placedAt, refused.status, refused.body.errors[0].pointer]).toEqual([placedAt, 400, '/placedAt']);
  }
  for (const placedAt of ['2000-01-01T00:00:00Z', at(0), at(day - 60_000)])
    expect((await site.call('POST', '/v1/orders', anOrder({ placedAt }))).status).toBe(201);
});

test('what is wrong with a value says which would be right', async () => {
  const wrong = anOrder({
    lines: [{ application: 'digital-fex', capacity: 1, license: 'rental', endsOn: '2030-01-01' }],
  });
  expect((await site.call('POST', '/v1/orders', wrong)).body.errors).toEqual([
    { pointer: '/lines/0/license', message: 'is none of subscription, perpetual, evaluation' },
  ]);
  const named = anOrder({ lines: [{ application: 'digital-fex', capacity: 1, license: 'perpetual' }] });
  expect((await site.call('POST', '/v1/orders', named)).body.errors).toEqual([
    { pointer: '/lines/0/application', message: 'is not in the catalogue, which has digital-fax' },
  ]);
});
