import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { CommandError } from '../../../admin/command-error.ts';
import { invite, listKeys, makeKey, revokeKey } from '../../../admin/commands.ts';
import { openApi, type TestApi } from '../../support/api/api.ts';

const HOUR_MS = 3_600_000;

let api: TestApi;
let now = Date.parse('2026-11-24T09:00:00Z');

beforeAll(async () => {
  api = await openApi({ clock: () => now });
  const accounts = ['acme-hotels', 'northwind-voice'].map(
    (id, index) => `('${id}', '${['customer', 'reseller'][index]}', '${id}', 'it@${id}.example', 'UTC', 'en', now())`,
  );
  await api.deps.orm.em.execute(
    `insert into accounts (id, kind, name, email, time_zone, locale, created_at) values ${accounts.join()}`,
  );
});
afterAll(async () => {
  await api.close();
});

const em = () => api.deps.orm.em.fork();

const statusWith = async (key: string) =>
  (await api.call('GET', '/v1/orders', undefined, { authorization: `Bearer ${key}` })).status;
/** The listed keys of an account, a list of cells each. */
const listed = async (account: string) =>
  (await listKeys(em(), account)).split('\n').map((line) => line.split(/ {2,}/));

test('a key is made with a name and listed with whose it is, when it was made and last used, and never itself', async () => {
  const key = await makeKey(em(), 'acme-hotels', 'Monitoring of the hotels');
  const [headings, first] = await listed('acme-hotels');
  expect(headings).toEqual(['id', 'account', 'name', 'scopes', 'made', 'by', 'ends', 'last used']);
  const made = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\dZ$/);
  const told = [expect.any(String), 'acme-hotels', 'Monitoring of the hotels', 'all', made, 'operator', '–', '–'];
  expect(first).toEqual(told);

  expect(await statusWith(key)).toBe(200);
  expect((await listed('acme-hotels'))[1]!.at(-1)).toBe('2026-11-24T09:00Z');
  const everything = await listKeys(em(), '');
  expect(everything).toContain('vendor');
  expect(everything).not.toContain(key);
  expect(everything).not.toContain('northwind-voice');
});

test('when a key was used is known to the hour, and one that is refused uses none', async () => {
  const key = await makeKey(em(), 'northwind-voice', null);
  const lastUsed = async () => (await listed('northwind-voice'))[1]!.at(-1);
  await statusWith(`${key}x`);
  expect(await lastUsed()).toBe('–');
  await statusWith(key);
  const first = new Date(now).toISOString().slice(0, 16);
  now += HOUR_MS - 1;
  await statusWith(key);
  expect(await lastUsed()).toBe(`${first}Z`);
  now += 2;
  await statusWith(key);
  expect(await lastUsed()).toBe(`${new Date(now).toISOString().slice(0, 16)}Z`);
});

test('a revoked key is refused from the next request on, and others go on', async () => {
  const old = await makeKey(em(), 'acme-hotels', 'old');
  const kept = await makeKey(em(), 'acme-hotels', 'kept');
  const [id] = (await listed('acme-hotels')).find(([, , name]) => name === 'old')!;
  expect(await revokeKey(em(), id!, null)).toBe('Done: the key is not accepted any more.');
  expect([await statusWith(old), await statusWith(kept)]).toEqual([401, 200]);
  expect((await listed('acme-hotels')).map(([, , name]) => name)).not.toContain('old');
  await expect(revokeKey(em(), id!, null)).rejects.toThrow(id!);
});

test('a command limits a key to scopes and to a time, and says so in the list', async () => {
  await expect(makeKey(em(), 'acme-hotels', 'late', { expires: Date.now() })).rejects.toThrow('ends in the future');
  const limits = { scopes: ['orders:read', 'licenses:read'], expires: Date.now() + HOUR_MS } as const;
  const key = await makeKey(em(), 'acme-hotels', 'limited', limits);
  const told = (await listed('acme-hotels')).find(([, , name]) => name === 'limited')!;
  expect(told.slice(3, 4)).toEqual(['orders:read,licenses:read']);
  expect(told.at(-2)).toBe(`${new Date(limits.expires).toISOString().slice(0, 16)}Z`);
  const get = (url: string) => api.call('GET', url, undefined, { authorization: `Bearer ${key}` });
  expect((await get('/v1/orders')).status).toBe(200);
  expect((await get('/v1/accounts')).body).toMatchObject({ code: 'NOT_PERMITTED', scope: 'accounts:read' });
});

test('revoking a key that BOOTSTRAP_API_KEY names says that it would come back', async () => {
  const key = await makeKey(em(), 'vendor', 'of the setting');
  const [id] = (await listed('vendor')).find(([, , name]) => name === 'of the setting')!;
  const said = await revokeKey(em(), id!, key);
  expect(said).toContain('BOOTSTRAP_API_KEY names it');
  expect(await statusWith(key)).toBe(401);
});

test('somebody is invited once, and belongs to the account from then on', async () => {
  const inviteJo = () => invite(em(), 'acme-hotels', 'jo@acme.example', 'viewer');
  expect(await inviteJo()).toBe('Done: they can sign in now.');
  expect(await inviteJo()).toBe('They belong to the account already.');
});

test('what cannot be done is said', async () => {
  const nobody = new CommandError('There is no account nobody.');
  await expect(makeKey(em(), 'nobody', null)).rejects.toThrow(nobody);
  await expect(listKeys(em(), 'nobody')).rejects.toThrow(nobody);
  await expect(invite(em(), 'nobody', 'jo@acme.example', 'viewer')).rejects.toThrow(nobody);
  await expect(revokeKey(em(), 'nothing', null)).rejects.toThrow('keys:list');
});
