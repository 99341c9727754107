import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { anOrder, openWorkingApi, type TestApi } from '../support/api/api.ts';
import { createBatches, csv, ndjson } from '../support/api/batches.ts';

let api: TestApi;
beforeAll(async () => {
  api = await openWorkingApi();
});
afterAll(() => api.close());

const { post, untilOver, itemsOf, carriedOut } = createBatches(() => api);
const eventsOf = async (number: string): Promise<{ type: string; reference?: string; by: string }[]> =>
  (await api.call('GET', `/v1/orders/${number}/events`)).body.items;

test('each order of a batch is what its own post would have made of it, and says who posted the batch', async () => {
  const [one, other] = [anOrder(), anOrder()];
  const taken = { ...anOrder(), number: one.number };
  const wrong = { ...anOrder(), lines: [{ application: 'no-such', capacity: 1, license: 'perpetual' }] };
  const unread = { ...anOrder(), customer: { id: 'x' }, colour: 'red' };
  const { status, body, headers } = await post('orders', ndjson([one, other, one, taken, wrong, unread]));
  expect([status, headers.location]).toEqual([202, `/v1/batches/${body.id}`]);
  expect(await untilOver(body.id)).toMatchObject({ kind: 'orders', state: 'done', total: 6, done: 3, refused: 3 });
  const single = async (order: object) => {
    const { code, detail, errors } = (await api.call('POST', '/v1/orders', order)).body;
    return { outcome: 'refused', code, detail, ...(errors && { errors }) };
  };
  const items = await itemsOf(body.id);
  expect(items).toEqual([
    { index: 0, order: one.number, outcome: 'done' },
    { index: 1, order: other.number, outcome: 'done' },
    { index: 2, order: one.number, outcome: 'done' },
    { index: 3, order: one.number, ...(await single(taken)) },
    { index: 4, order: wrong.number, ...(await single(wrong)) },
    { index: 5, order: unread.number, ...(await single(unread)) },
  ]);
});
