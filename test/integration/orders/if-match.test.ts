import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { anOrder, openApi, startWorker, type TestApi } from '../../support/api/api.ts';

let api: TestApi;
let worker: Awaited<ReturnType<typeof startWorker>>;
let server: string;
let customer: string;

beforeAll(async () => {
  api = await openApi();
  worker = await startWorker(api);
});
afterAll(async () => {
  await worker.stop();
  await api.close();
});

beforeEach(async () => {
  const order = anOrder();
  customer = order.customer.id;
  await api.call('POST', '/v1/orders', order);
  await api.call('POST', `/v1/orders/${order.number}/unlock`, {});
  server = (await api.call('POST', `/v1/accounts/${customer}/servers`, { name: 'PBX', role: 'production' })).body.id;
});

const assign = (capacity: number, ifMatch?: string, headers = {}) =>
  api.call(
    'PUT',
    `/v1/servers/${server}/assignments/digital-fax`,
    { capacity },
    {
      ...(ifMatch !== undefined && { 'if-match': ifMatch }),
      ...headers,
    },
  );

test('a change for the state that was seen goes through, and its answer carries the next ETag', async () => {
  const seen = await api.call('GET', `/v1/servers/${server}`);
  expect(seen.headers.etag).toBe('"1"');
  const changed = await assign(3, '"1"');
  expect([changed.status, changed.headers.etag]).toEqual([200, '"2"']);
  expect((await assign(4, '"7", "2"')).status).toBe(200);
  expect((await assign(5, '*')).status).toBe(200);
});

test('a change for a state that has passed hears who changed it and when, and changes nothing', async () => {
  await assign(3);
  const refused = await assign(5, '"1"');
  expect([refused.status, refused.body.code]).toEqual([412, 'CHANGED_MEANWHILE']);
  const { items } = (await api.call('GET', `/v1/servers/${server}/events`)).body;
  expect(items.at(-1)).toMatchObject({
    type: 'capacity-changed',
    by: refused.body.changedBy,
    at: refused.body.changedAt,
  });
  expect(refused.body.changedBy).toMatch(/^key\/[0-9a-f-]{36}$/);
  expect((await api.call('GET', `/v1/servers/${server}`)).body.assignments).toMatchObject([
    { application: 'digital-fax', capacity: 3, used: null },
  ]);
});

test.each(['W/"1"', '"one"', 'nonsense', ''])(
  'an ETag that was never ours, such as %j, matches nothing',
  async (tag) => {
    expect((await assign(3, tag)).status).toBe(412);
  },
);

test('of two who change what both have seen, at once, one is told', async () => {
  const answers = await Promise.all([assign(3, '"1"'), assign(4, '"1"')]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
  const made = answers.find(({ status }) => status === 200)!;
  expect((await api.call('GET', `/v1/servers/${server}`)).body.assignments).toEqual(made.body.assignments);
});

test('the same request again gets the first answer, although the state it was for has passed', async () => {
  const key = { 'idempotency-key': `if-match-${server}` };
  const first = await assign(3, '"1"', key);
  const again = await assign(3, '"1"', key);
  expect([again.status, again.headers.etag, again.body]).toEqual([200, '"2"', first.body]);
});
