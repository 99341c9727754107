import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { keyFor } from '../support/api/api-keys.ts';
import { openApi, type TestApi } from '../support/api/api.ts';
import { deliverOrder, postedOrder } from '../support/api/delivered-order.ts';

let api: TestApi;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

test('what happened is read in one sequence, and what comes later behind the cursor', async () => {
  await deliverOrder(api.database.orm.em.fork(), postedOrder('SO-1'), Date.now());
  await api.services.following.follow();
  const first = await api.call('GET', '/v1/events');
  expect(first).toMatchObject({ status: 200, body: { items: [{ type: 'delivered', account: 'acme-hotels' }] } });
  await deliverOrder(api.database.orm.em.fork(), postedOrder('SO-2'), Date.now());
  await api.services.following.follow();
  const second = await api.call('GET', `/v1/events?after=${first.body.nextCursor}`);
  expect(second.body.items).toMatchObject([{ stream: 'order/SO-2' }]);
  const key = await keyFor(api.database.orm.em.fork(), 'northwind-voice');
  console.log((await api.call('GET', `/v1/events?order=SO-1&server=x`, undefined, key)).body);
});
