import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { anOrder, openApi, type TestApi } from '../../support/api/api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

test('a refusal that cannot be kept under its key is still that refusal, and says nothing of the database', async () => {
  const order = anOrder();
  await api.call('POST', '/v1/orders', order);
  const key = { 'idempotency-key': order.number };
  await api.database.asOwner('alter table idempotency add constraint nothing_is_kept check (status is null)');
  const answer = await api.call('POST', '/v1/orders', { ...order, lines: order.lines.slice(1) }, key);
  expect(answer).toMatchObject({ status: 409, body: { code: 'ORDER_NUMBER_TAKEN' } });
  expect(api.logged()).toContain('an answer could not be kept under its key');
});
