import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { buildApp } from '../../../api/app.ts';
import { SCOPES, type Scope } from '../../../domain/people/scopes.ts';
import { hashOfApiKey } from '../../../secrets/api-key.ts';
import { keyFor } from '../../support/api/api-keys.ts';
import { openApi, type Answer, type TestApi } from '../../support/api/api.ts';

const START = Date.parse('2026-11-24T09:00:00Z');
const DAY_MS = 86_400_000;
const inDays = (days: number) => new Date(START + days * DAY_MS).toISOString();

let api: TestApi;
let now = START;
/** The headers of a key of the customer that may all that it may. */
let customer: object;

beforeAll(async () => {
  api = await openApi({ clock: () => now });
  const accounts = ['acme-hotels', 'full-hotels', 'told-hotels'].map(
    (id) => `('${id}', 'customer', '${id}', 'it@${id}.example', 'UTC', 'en', now())`,
  );
  await em().execute(
    `insert into accounts (id, kind, name, email, time_zone, locale, created_at) values ${accounts.join()}`,
  );
  customer = await keyFor(em(), 'acme-hotels');
});
afterAll(() => api.close());

const em = () => api.deps.orm.em.fork();
const KEYS = '/v1/accounts/acme-hotels/keys';
const bearer = (key: string) => ({ authorization: `Bearer ${key}` });
const make = (body: object, as: object = customer): Promise<Answer> => api.call('POST', KEYS, body, as);
const listed = async (name: string) =>
  (await api.call('GET', KEYS, undefined, customer)).body.items.filter((key: { name: string }) => key.name === name);
const statusWith = async (key: string, url = '/v1/orders') =>
  (await api.call('GET', url, undefined, bearer(key))).status;

test('a key is told once, works within its scopes until it ends, and stands in the account’s life without itself', async () => {
  const asked = { name: 'Told', scopes: ['licenses:read', 'orders:read'], expiresAt: inDays(1) };
  const path = '/v1/accounts/told-hotels';
  const { status, body, headers } = await api.call('POST', `${path}/keys`, asked);
  expect([status, headers['cache-control']]).toEqual([201, 'no-store']);
  const { key, ...view } = body;
  expect(view).toEqual({
    ...{ id: expect.any(String), name: 'Told', scopes: ['orders:read', 'licenses:read'], expiresAt: inDays(1) },
    ...{ createdAt: inDays(0), createdBy: expect.stringMatching(/^key\//), lastUsedAt: null },
  });
  expect([await statusWith(key), await statusWith(key, '/v1/accounts')]).toEqual([200, 403]);
  const list = await api.call('GET', `${path}/keys`);
  expect(list.body).toEqual({ items: [{ ...view, lastUsedAt: inDays(0) }], nextCursor: null });

  now += DAY_MS;
  expect(await statusWith(key)).toBe(401);
  for (let times = 0; times < 2; times += 1)
    expect((await api.call('DELETE', `${path}/keys/${view.id}`)).status).toBe(204);
  now = START;
  expect(await statusWith(key)).toBe(401);
  expect((await api.call('GET', `${path}/keys`)).body.items).toEqual([]);

  const events = (await api.call('GET', `${path}/events`)).body.items;
  const by = view.createdBy;
  expect(events).toMatchObject([
    { type: 'key-made', keyId: view.id, name: 'Told', scopes: view.scopes, expiresAt: inDays(1), by },
    { type: 'key-revoked', keyId: view.id, name: 'Told', by },
  ]);
  expect(events).toHaveLength(2);
  const kept = await em().execute(
    `select (select string_agg(a::text, '') from api_keys a) || (select string_agg(j::text, '') from journal j)
       || (select string_agg(i::text, '') from idempotency i) as everything`,
  );
  expect(JSON.stringify(kept)).not.toContain(key);
  expect(api.logged()).not.toContain(key);
});

describe('the same request again', () => {
  const asked = { name: 'Repeated' };
  const headers = () => ({ ...customer, 'idempotency-key': 'repeated' });

  test('makes no second key and tells the first, also where the first answer was lost or SECRET_KEYS has changed', async () => {
    const first = await make(asked, headers());
    expect(first.status).toBe(201);
    expect((await make(asked, headers())).body).toEqual(first.body);
    await em().execute('delete from idempotency');
    expect((await make(asked, headers())).body).toEqual(first.body);
    const secretKeys = [{ name: 'k2', key: Buffer.alloc(32, 2) }, ...api.deps.secretKeys];
    const rotated = await buildApp({ ...api.deps, secretKeys });
    const answer = await rotated.inject({ method: 'POST', url: KEYS, headers: headers(), payload: asked });
    await rotated.close();
    expect(answer.json()).toEqual(first.body);
    expect(await listed('Repeated')).toHaveLength(1);
    expect(await statusWith(first.body.key)).toBe(200);
  });

  test('brings no revoked key back', async () => {
    const [{ id }] = await listed('Repeated');
    await api.call('DELETE', `${KEYS}/${id}`, undefined, customer);
    const { status, body } = await make(asked, headers());
    expect([status, body.code]).toEqual([409, 'KEY_REVOKED']);
    expect(await listed('Repeated')).toEqual([]);
  });

  test('of another caller, or without an Idempotency-Key, makes another', async () => {
    const [mine, theirs, without] = [
      await make(asked, headers()),
      await make(asked, { ...(await keyFor(em(), 'acme-hotels')), 'idempotency-key': 'other' }),
      await make(asked),
    ];
    expect(mine.status).toBe(409);
    expect(new Set([theirs.body.key, without.body.key]).size).toBe(2);
  });
});

/** The headers of a key that was made by a route. */
async function madeWith(limits: { scopes?: Scope[]; expiresAt?: string }): Promise<object> {
  return bearer((await make({ name: 'Maker', ...limits })).body.key);
}

describe('a key makes no key', () => {
  test.each<[string, { scopes?: Scope[]; expiresAt?: string }, object, number, object]>([
    [
      'with a scope that it has not',
      { scopes: ['keys:write'] },
      { scopes: ['keys:write', 'orders:read'] },
      403,
      { scope: 'orders:read' },
    ],
    ['that is limited less than itself', { scopes: ['keys:write'] }, {}, 403, { scope: 'orders:read' }],
    ['without scopes, as one with all that there are', { scopes: [...SCOPES] }, {}, 403, {}],
    ['that is for good, where it ends', { expiresAt: inDays(5) }, {}, 403, {}],
    ['that ends after itself', { expiresAt: inDays(5) }, { expiresAt: inDays(6) }, 403, {}],
    [
      'that is over when it is made',
      {},
      { expiresAt: inDays(0) },
      400,
      { errors: [{ pointer: '/expiresAt', message: 'has passed' }] },
    ],
    ['on a day that there is not', {}, { expiresAt: '2027-02-30T00:00:00Z' }, 400, {}],
    ['for nothing', {}, { scopes: [] }, 400, {}],
    ['for what there is not', {}, { scopes: ['orders'] }, 400, {}],
    ['whose name cannot be seen', {}, { name: '\u200b' }, 400, {}],
  ])('%s', async (_what, limits, asked, status, said) => {
    const maker = await madeWith(limits);
    const answer = await make({ name: 'Refused', ...asked }, maker);
    expect([answer.status, answer.body]).toEqual([status, expect.objectContaining(said)]);
    expect(await listed('Refused')).toEqual([]);
  });

  test('for another account, where it is not the vendor’s', async () => {
    const answer = await api.call('POST', '/v1/accounts/full-hotels/keys', { name: 'Refused' }, customer);
    expect(answer.status).toBe(404);
  });

  test('once it is revoked, though its request had come before', async () => {
    const caller = {
      by: `key/${randomUUID()}`,
      account: { id: 'acme-hotels', kind: 'customer' },
      role: 'administrator',
    } as const;
    const making = api.services.keys.make(
      { ...caller, scopes: null },
      'acme-hotels',
      { name: 'Refused' },
      randomUUID(),
    );
    await expect(making).rejects.toMatchObject({ code: 'NOT_AUTHENTICATED' });
  });
});

test('a key makes one that may and lives as much as itself, which goes on when its maker is revoked', async () => {
  const limits = { scopes: ['orders:read', 'keys:write'] as Scope[], expiresAt: inDays(5) };
  const maker = await make({ name: 'Maker', ...limits });
  const made = await make({ name: 'Made', ...limits }, bearer(maker.body.key));
  expect([made.status, made.body.createdBy]).toEqual([201, `key/${maker.body.id}`]);
  await api.call('DELETE', `${KEYS}/${maker.body.id}`, undefined, customer);
  expect([await statusWith(maker.body.key), await statusWith(made.body.key)]).toEqual([401, 200]);
});

test('a key is revoked by its own account and the vendor alone, and what was never one is not found', async () => {
  const { id, key } = (await make({ name: 'Kept' })).body;
  const stranger = await keyFor(em(), 'told-hotels');
  const revoke = async (account: string, keyId: string, as: object) =>
    (await api.call('DELETE', `/v1/accounts/${account}/keys/${keyId}`, undefined, as)).status;
  expect(await revoke('told-hotels', id, stranger)).toBe(404);
  expect(await revoke('acme-hotels', id, stranger)).toBe(404);
  for (const none of [randomUUID(), 'none']) expect(await revoke('acme-hotels', none, customer)).toBe(404);
  expect(await statusWith(key)).toBe(200);
});

test('a key with scopes or an end is found by no release that knew neither, which would let it do everything', async () => {
  const foundByItsHash = async (body: object) => {
    const { key } = (await make({ name: 'Found', ...body })).body;
    expect(await statusWith(key)).toBe(200);
    return (await em().execute('select 1 from api_keys where hash = ?', [hashOfApiKey(key)])).length;
  };
  expect([
    await foundByItsHash({}),
    await foundByItsHash({ scopes: ['orders:read'] }),
    await foundByItsHash({ expiresAt: inDays(1) }),
  ]).toEqual([1, 0, 0]);
});

test('a key is revoked while it makes others as fast as it can', async () => {
  const EIGHT = Array.from({ length: 8 }, (_, index) => index);
  for (let round = 0; round < 5; round += 1) {
    const maker = (await make({ name: `Maker ${round}` })).body;
    const making = EIGHT.map((index) => make({ name: `Made ${round}/${index}` }, bearer(maker.key)));
    const revoked = await api.call('DELETE', `${KEYS}/${maker.id}`, undefined, customer);
    expect([revoked.status, await statusWith(maker.key)]).toEqual([204, 401]);
    for (const { status } of await Promise.all(making)) expect([201, 401]).toContain(status);
  }
});

test('an account has at most 100 keys, of requests at once too, and room again when one is revoked', async () => {
  const path = '/v1/accounts/full-hotels/keys';
  const post = () => api.call('POST', path, { name: 'One of many' });
  const { body: first } = await post();
  await em().execute(
    `insert into api_keys (id, hash, account_id, created_at)
     select gen_random_uuid(), 'x' || n, 'full-hotels', now() from generate_series(1, 98) n`,
  );
  const answers = await Promise.all([post(), post(), post()]);
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  expect(answers.find(({ status }) => status === 409)!.body).toMatchObject({ code: 'TOO_MANY_KEYS', most: 100 });
  await api.call('DELETE', `${path}/${first.id}`);
  expect((await post()).status).toBe(201);

  const seen: string[] = [];
  for (let cursor = ''; seen.length <= 100;) {
    const { items, nextCursor } = (await api.call('GET', `${path}?limit=30${cursor}`)).body;
    seen.push(...items.map(({ id }: { id: string }) => id));
    if (nextCursor === null) break;
    cursor = `&cursor=${nextCursor}`;
  }
  expect([seen.length, new Set(seen).size]).toEqual([100, 100]);
});
