import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { anOrder, openApi, type TestApi } from '../../support/api/api.ts';

const line = (changes: object) => [
  { application: 'digital-fax', capacity: 8, license: 'perpetual', ...changes } as Record<string, unknown>,
];

let api: TestApi;

beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

const post = (body: unknown, headers?: object) => api.call('POST', '/v1/orders', body, headers);

const REFUSED: [what: string, changes: Record<string, unknown>, pointer: string][] = [
  ['an unknown field', { color: 'red' }, '/color'],
  ['an unknown field of a line', { lines: line({ color: 'red' }) }, '/lines/0/color'],
  ['a number with a slash', { number: 'SO/1' }, '/number'],
  ['a number of 81 characters', { number: 'S'.repeat(81) }, '/number'],
  ['no lines', { lines: [] }, '/lines'],
  ['201 lines', { lines: Array.from({ length: 201 }, () => line({})[0]) }, '/lines'],
  ['a capacity of 0', { lines: line({ capacity: 0 }) }, '/lines/0/capacity'],
  ['a capacity over 1,000,000', { lines: line({ capacity: 1_000_001 }) }, '/lines/0/capacity'],
  ['half a unit', { lines: line({ capacity: 1.5 }) }, '/lines/0/capacity'],
  ['a capacity in quotes', { lines: line({ capacity: '8' }) }, '/lines/0/capacity'],
  ['an unknown application', { lines: line({ application: 'telex' }) }, '/lines/0/application'],
  ['a kind of license that does not exist', { lines: line({ license: 'rental' }) }, '/lines/0/license'],
  ['a day that does not exist', { lines: line({ startsOn: '2026-02-30' }) }, '/lines/0/startsOn'],
  [
    'a last day that stands for none',
    { lines: line({ license: 'subscription', endsOn: '9999-12-31' }) },
    '/lines/0/endsOn',
  ],
  ['a day written otherwise', { lines: line({ startsOn: '1/2/2026' }) }, '/lines/0/startsOn'],
  ['a subscription without a last day', { lines: line({ license: 'subscription' }) }, '/lines/0/endsOn'],
  [
    'a last day before the first',
    { lines: line({ license: 'subscription', startsOn: '2027-01-02', endsOn: '2027-01-01' }) },
    '/lines/0/endsOn',
  ],
  ['a perpetual license with a last day', { lines: line({ endsOn: '2027-01-01' }) }, '/lines/0/endsOn'],
  ['care of a perpetual license without a last day', { lines: line({ care: {} }) }, '/lines/0/care/endsOn'],
  [
    'care of a subscription with a last day of its own',
    { lines: line({ license: 'subscription', endsOn: '2027-01-01', care: { endsOn: '2027-01-01' } }) },
    '/lines/0/care/endsOn',
  ],
  [
    'a time zone that does not exist',
    { customer: { ...anOrder().customer, timeZone: 'Europe/Atlantis' } },
    '/customer/timeZone',
  ],
  ['a name with a line break', { customer: { ...anOrder().customer, name: 'a\nb' } }, '/customer/name'],
  ['a name with half a character', { customer: { ...anOrder().customer, name: 'a\ud800' } }, '/customer/name'],
  ['an address that is no e-mail address', { customer: { ...anOrder().customer, email: 'acme' } }, '/customer/email'],
  ['an instant that does not exist', { placedAt: '2026-02-30T10:00:00Z' }, '/placedAt'],
];

test.each(REFUSED)('%s is refused where it stands, and nothing is started', async (_what, changes, pointer) => {
  const order = anOrder(changes);
  const refused = await post(order);
  expect(refused.status).toBe(400);
  expect(refused.headers['content-type']).toMatch('application/problem+json');
  expect(refused.body.code).toBe('INVALID_REQUEST');
  expect(refused.body.errors.map((error: { pointer: string }) => error.pointer)).toContain(pointer);
  const read = await api.call('GET', `/v1/orders/${encodeURIComponent(order.number.slice(0, 80))}`);
  expect([400, 404]).toContain(read.status);
});

test('the same number with other content is refused, and the order stays what it was', async () => {
  const order = anOrder();
  expect((await post(order)).status).toBe(201);
  const other = await post({ ...order, placedAt: '2026-01-01T00:00:00Z' });
  expect([other.status, other.body.code]).toEqual([409, 'ORDER_NUMBER_TAKEN']);
  expect((await post(order)).status).toBe(200);
});

test('an account never becomes of another kind because an order says so', async () => {
  const order = anOrder();
  await post(order);
  const refused = await post(anOrder({ customer: { ...order.customer, id: order.reseller.id } }));
  expect([refused.status, refused.body.code]).toEqual([409, 'ACCOUNT_KIND_DIFFERS']);
});

test('of two orders at once that name a new company as two kinds, one is refused', async () => {
  const [first, second] = [anOrder(), anOrder()];
  const asCustomer = { ...first, customer: { ...first.customer, id: `both-${first.number}` } };
  const asReseller = { ...second, reseller: { ...second.reseller, id: `both-${first.number}` } };
  const answers = await Promise.all([post(asCustomer), post(asReseller)]);
  const refused = answers.filter(({ status }) => status !== 201);
  expect(refused.map(({ body }) => body.code)).toEqual(['ACCOUNT_KIND_DIFFERS']);
});

test('a body that is no JSON, of another type or too large is refused as such', async () => {
  const json = { 'content-type': 'application/json' };
  expect((await post('{"number":', json)).body.code).toBe('MALFORMED_BODY');
  expect((await post('', json)).status).toBe(400);
  expect((await post('<order/>', { 'content-type': 'text/xml' })).status).toBe(415);
  expect((await post(JSON.stringify({ number: 'x'.repeat(1_048_576) }), json)).status).toBe(413);
});

test('a limit out of bounds, a forged cursor and an unknown parameter are refused, never corrected', async () => {
  for (const query of ['limit=0', 'limit=101', 'limit=ten', 'cursor=WzFd.AAAA', 'size=3', 'stage=open']) {
    const refused = await api.call('GET', `/v1/orders?${query}`);
    expect([query, refused.status, refused.body.code]).toEqual([query, 400, 'INVALID_REQUEST']);
  }
});

test('an order or delivery that does not exist is not found', async () => {
  expect((await api.call('GET', '/v1/orders/SO-none')).status).toBe(404);
  expect((await api.call('GET', '/v1/orders/SO-none/events')).status).toBe(404);
  expect((await api.call('POST', '/v1/orders/SO-none/unlock')).body.code).toBe('NOT_FOUND');
  const order = anOrder();
  await post(order);
  const refused = await api.call('POST', `/v1/orders/${order.number}/unlock`, { delivery: '2' });
  expect([refused.status, refused.body.code]).toEqual([404, 'DELIVERY_UNKNOWN']);
});
