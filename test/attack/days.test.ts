import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { anOrder } from '../support/api/api.ts';
import { openWorld, type World } from '../support/api/world.ts';

/** Days and instants at the ends of what calendars have: they are refused or meant as they are, and are no outage. */

const order = anOrder();
const customer = order.customer.id;

let world: World;
let cookie: string;

beforeAll(async () => {
  world = await openWorld();
  await world.deliver(order);
  cookie = await world.signIn('vendor');
});
afterAll(() => world.close());

const ENDS = ['0000-01-01', '0000-02-29', '0001-01-01', '9999-12-31', '2027-02-29', '10000-01-01', '-000001-01-01'];

const urlsOf = (path: string) =>
  ['from', 'to'].flatMap((name) => ENDS.map((day) => `${path.replace('{id}', customer)}?${name}=${day}`));

test.each(['/activity', '/customers/{id}/activity', '/renewals'])('the page %s is there', async (path) => {
  for (const url of urlsOf(path)) expect([url, (await world.visitor(cookie).get(url)).status]).toEqual([url, 200]);
});

test.each(['/activity.csv', '/customers/{id}/activity.csv', '/renewals.csv'])(
  'the file %s is there, and its headers are those of nothing else',
  async (path) => {
    for (const url of urlsOf(path)) {
      const whole = await world.visitor(cookie).get(url);
      expect([url, whole.status, whole.body.startsWith('\ufeff')]).toEqual([url, 200, true]);
      const head = await world.app.inject({ method: 'HEAD', url, headers: { host: 'licensing.example', cookie } });
      const named = { 'content-type': whole.headers['content-type'], 'content-disposition': expect.any(String) };
      expect([head.statusCode, head.body, head.headers]).toEqual([200, '', expect.objectContaining(named)]);
    }
  },
);

test.each([
  ['0000-01-01T00:00:00Z', 400],
  ['0001-01-01T00:00:00+23:00', 400],
  ['9999-12-31T23:59:59-23:00', 400],
  ['2027-02-29T00:00:00Z', 400],
  ['9999-12-31T23:59:59Z', 201],
])('a key that is to end at %s is answered with %d', async (expiresAt, status) => {
  const { body, ...answer } = await world.call('POST', `/v1/accounts/${customer}/keys`, { name: 'Ends', expiresAt });
  expect([answer.status, body.code ?? body.expiresAt]).toEqual([
    status,
    status === 400 ? 'INVALID_REQUEST' : '9999-12-31T23:59:59.000Z',
  ]);
});

test('nothing of this is logged as a failure', () => {
  expect(world.logged()).not.toMatch(/"level":[45]0/);
});
