import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { AccountEntity } from '../../../db/entities/people/account.ts';
import { ACCOUNT_KINDS } from '../../../domain/people/permissions.ts';
import { keyFor } from '../../support/api/api-keys.ts';
import { anOrder, openApi, type TestApi } from '../../support/api/api.ts';
import { deliverOrder, postedOrder } from '../../support/api/delivered-order.ts';
import { CATALOGUE } from '../../support/domain/catalogue.ts';

const ACME = { name: 'Acme Hotels', email: 'it@acme.example', timeZone: 'Europe/Rome', locale: 'it' };
const ACCEPTED_AT = Date.parse('2026-11-02T12:00:00Z');

let api: TestApi;
let made = 0;
let id: string;

beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

const em = () => api.database.orm.em.fork();
const at = () => `/v1/accounts/${id}`;

beforeEach(async () => {
  id = `acme-${(made += 1)}`;
  await em().insert(AccountEntity, { id, kind: 'customer', ...ACME, createdAt: new Date() });
});

const change = (method: 'PUT' | 'PATCH', body: object, ifMatch?: string) =>
  api.call(method, at(), body, ifMatch === undefined ? {} : { 'if-match': ifMatch });
const eventsOf = async () => (await api.call('GET', `${at()}/events`)).body.items;

test('an account is read with an ETag, which changes when something of it does and not when the same is said again', async () => {
  const read = await api.call('GET', at());
  expect(read.body).toEqual({ id, kind: 'customer', ...ACME, notices: true, metadata: {} });
  expect(read.headers.etag).toBe('"1"');
  expect((await change('PUT', ACME)).headers.etag).toBe('"1"');
  const changed = await change('PUT', { ...ACME, name: 'Acme' }, '"1"');
  expect([changed.status, changed.headers.etag, changed.body.name]).toEqual([200, '"2"', 'Acme']);
  expect((await api.call('GET', at())).headers.etag).toBe('"2"');
});

describe.each(['PUT', 'PATCH'] as const)('%s', (method) => {
  test('for a state that has passed changes nothing, and says who changed it and when', async () => {
    await change('PATCH', { locale: 'en' });
    const refused = await change(method, { ...ACME, name: 'Late' }, '"1"');
    const [event] = await eventsOf();
    expect([refused.status, refused.body.code]).toEqual([412, 'CHANGED_MEANWHILE']);
    expect(refused.body.detail).toContain('Read it again');
    expect([refused.body.changedBy, refused.body.changedAt]).toEqual([event.by, event.at]);
    expect((await api.call('GET', at())).body.name).toBe(ACME.name);
    expect((await change(method, { ...ACME, name: 'Seen' }, '"2"')).status).toBe(200);
  });

  test.each(['W/"1"', '"one"', ''])('for an ETag that was never ours, such as %j, changes nothing', async (tag) => {
    expect((await change(method, { ...ACME, name: 'Late' }, tag)).status).toBe(412);
  });

  test('of two at once for what both have seen, one is told', async () => {
    const both = ['One', 'Two'].map((name) => change(method, { ...ACME, name }, '"1"'));
    expect((await Promise.all(both)).map(({ status }) => status).sort()).toEqual([200, 412]);
  });
});

test('each field is changed alone, what is absent stays, and the event names what changed', async () => {
  const given = {
    name: 'Acme',
    email: 'other@acme.example',
    timeZone: null,
    locale: 'en',
    notices: false,
    metadata: { crm: '17' },
  };
  const expected: Record<string, unknown> = { id, kind: 'customer', ...ACME, notices: true, metadata: {} };
  for (const [field, value] of Object.entries(given)) {
    expected[field] = value;
    const answer = await change('PATCH', { [field]: value });
    expect([answer.status, answer.body]).toEqual([200, expected]);
  }
  const events = await eventsOf();
  expect(events.map(({ type, fields }: Record<string, unknown>) => [type, fields])).toEqual(
    Object.keys(given).map((field) => ['account-changed', [field]]),
  );
});

test.each<[string, object, string]>([
  ['nothing', {}, ''],
  ['a field that is unknown', { color: 'red' }, '/color'],
  ['another kind', { kind: 'vendor' }, '/kind'],
  ['a zone that is none', { timeZone: 'Mars/Olympus' }, '/timeZone'],
  ['a name of nothing to see', { name: '\u200b' }, '/name'],
  ['no name', { name: null }, '/name'],
])('a change of %s is refused', async (_what, body, pointer) => {
  const { status, body: answer } = await change('PATCH', body);
  expect([status, answer.errors?.[0].pointer]).toEqual([400, pointer]);
  expect((await api.call('GET', at())).headers.etag).toBe('"1"');
});

test('where the zone is unknown, a new order without one takes UTC', async () => {
  await change('PATCH', { timeZone: null });
  const customer = { id, name: 'Acme Hotels', email: 'it@acme.example' };
  const { status, body } = await api.call('POST', '/v1/orders', anOrder({ customer }));
  expect([status, body.customer.timeZone]).toEqual([201, 'UTC']);
});

test('who may change no account reads it, and is told whom to ask', async () => {
  const own = await keyFor(em(), id);
  expect((await api.call('GET', at(), undefined, own)).body.id).toBe(id);
  const refused = await api.call('PATCH', at(), { name: 'Mine' }, own);
  expect([refused.status, refused.body.mayBeDoneBy]).toEqual([403, ['vendor']]);
  expect((await api.call('GET', '/v1/accounts/vendor', undefined, own)).status).toBe(404);
  expect((await api.call('GET', '/v1/accounts/nobody')).status).toBe(404);
});

test('accounts are found by kind and by part of an id or a name, by everybody among those that it sees', async () => {
  const names = { 'list-a': 'Grand Hotel 100%', 'list-b': 'grand_hotel', 'list-c': 'Ångström Retail', 'list-d': 'D' };
  for (const [account, name] of Object.entries(names))
    await deliverOrder(
      em(),
      postedOrder(`SO-${account}`, { customer: { id: account, name, email: 'a@a.example' } }),
      ACCEPTED_AT,
    );
  const all = [
    ...Object.entries(names).map(([account, name]) => ({ id: account, name, kind: 'customer' as const })),
    { id: 'northwind-voice', name: 'Northwind Voice', kind: 'reseller' as const },
  ];
  for (const { kind, ...account } of all)
    await em().upsert(AccountEntity, { ...ACME, ...account, kind, createdAt: new Date() });
  const reseller = await keyFor(em(), 'northwind-voice');
  const customer = await keyFor(em(), 'list-a');
  const sees = {
    everything: { headers: {}, ids: all.map((account) => account.id) },
    sold: { headers: reseller, ids: all.map((account) => account.id) },
    own: { headers: customer, ids: ['list-a'] },
  };
  const searches = ['list', 'GRAND', '100%', '_', 'hotel', 'ångström', 'voice', 'zz', 'd'];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...Object.values(sees)),
      fc.option(fc.constantFrom(...ACCOUNT_KINDS), { nil: undefined }),
      fc.option(fc.constantFrom(...searches), { nil: undefined }),
      async ({ headers, ids }, kind, q) => {
        const query = new URLSearchParams({ limit: '100', ...(kind && { kind }), ...(q && { q }) });
        const { body } = await api.call('GET', `/v1/accounts?${query.toString()}`, undefined, headers);
        // Accounts of other tests are the vendor's to see.
        const found = body.items
          .map((account: { id: string }) => account.id)
          .filter((one: string) => !/^acme-/.test(one));
        const wanted = all
          .filter((account) => ids.includes(account.id) && (kind === undefined || account.kind === kind))
          .filter(
            ({ id: known, name }) => q === undefined || `${known} ${name}`.toLowerCase().includes(q.toLowerCase()),
          );
        expect(found).toEqual(wanted.map((account) => account.id));
      },
    ),
    { numRuns: 80 },
  );
  for (const [query, pointer] of [
    ['kind=bank', '/kind'],
    ['q=', '/q'],
    ['q=%E2%80%8B', '/q'],
  ]) {
    const { status, body } = await api.call('GET', `/v1/accounts?${query}`);
    expect([status, body.errors[0].pointer]).toEqual([400, pointer]);
  }
});

test('the catalogue is read by everybody who is known, page by page, in the vendor’s sequence', async () => {
  const key = await keyFor(em(), id);
  const read = async (query: string) => (await api.call('GET', `/v1/applications${query}`, undefined, key)).body;
  expect((await read('')).items).toEqual([...CATALOGUE.values()]);
  const first = await read('?limit=2');
  const second = await read(`?limit=100&cursor=${first.nextCursor}`);
  expect([...first.items, ...second.items]).toEqual([...CATALOGUE.values()]);
  expect(second.nextCursor).toBeNull();
  expect((await api.app.inject('/v1/applications')).statusCode).toBe(401);
});
