import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { reached } from '../../../services/reached.ts';
import { anOrder, openWorkingApi, type TestApi } from '../../support/api/api.ts';
import { changesBefore, ORDER_CHANGES, type OrderChange } from '../../support/api/order-changes.ts';

let api: TestApi;
beforeAll(async () => {
  api = await openWorkingApi();
});
afterAll(() => api.close());

/** An order of which a change can be made, by its address; what happened to it already has been projected. */
async function place(change: string): Promise<string> {
  const order = anOrder();
  const address = `/v1/orders/${order.number}`;
  await api.call('POST', '/v1/orders', order);
  await reached(async () => (await eventsOf(address)).length > 0);
  for (const { method, path, body } of changesBefore(change))
    expect((await api.call(method, `${address}/${path}`, body)).body).toEqual({ applied: true });
  return address;
}

const eventsOf = async (address: string) => (await api.call('GET', `${address}/events`)).body.items;
const state = (address: string, { method, path, body }: OrderChange, more = '') =>
  api.call(method, `${address}/${path}${more}`, body);

/** The process ends where it would tell the order: all before that has been done, nothing after it. */
async function stateCut(address: string, change: OrderChange) {
  const { workflow } = api.deps.temporal;
  const handleOf = workflow.getHandle.bind(workflow);
  const cut = jest.fn(() => Promise.reject(new Error('killed')));
  const spy = jest.spyOn(workflow, 'getHandle');
  spy.mockImplementation((...named) => Object.assign(handleOf(...named), { signal: cut }));
  try {
    expect((await state(address, change)).status).toBe(500);
    expect(cut).toHaveBeenCalledTimes(1);
  } finally {
    spy.mockRestore();
  }
}

describe.each(Object.entries(ORDER_CHANGES))('%s that is cut before its order hears of it', (name, change) => {
  test('happens once when it is repeated', async () => {
    const address = await place(name);
    const [before, was] = [await eventsOf(address), (await api.call('GET', address)).body];
    await stateCut(address, change);
    expect([await eventsOf(address), (await api.call('GET', address)).body]).toEqual([before, was]);

    expect((await state(address, change)).body).toEqual({ applied: true });
    expect((await state(address, change)).status).toBe(change.isOnce ? 404 : 202);
    const twin = await place(name);
    await state(twin, change);
    const types = async (of: string) => (await eventsOf(of)).map(({ type }: { type: string }) => type);
    expect(await types(address)).toEqual(await types(twin));
  });
});

const REFERENCED = Object.entries(ORDER_CHANGES).filter(([, { other }]) => other);

test.each(REFERENCED)(
  '%s that is cut has taken its reference: other content is refused, foretold or stated',
  async (name, change) => {
    const address = await place(name);
    const before = await eventsOf(address);
    await stateCut(address, change);
    const otherwise = { ...change, body: { ...change.body, ...change.other } };
    for (const more of ['?preview=true', ''])
      expect(await state(address, otherwise, more)).toMatchObject({ status: 409, body: { code: 'REFERENCE_TAKEN' } });
    expect(await eventsOf(address)).toEqual(before);
  },
);

test.each(['an amendment', 'a transfer'])(
  '%s that is cut keeps the time zone that its first moment had',
  async (name) => {
    const { method, path, body } = ORDER_CHANGES[name]!;
    const customer = { id: `moment-${path}`, name: 'A moment', email: 'it@moment.example' };
    const change = { method, path, body: { ...body, customer } };
    const address = await place(name);
    await stateCut(address, change);
    const patched = await api.call('PATCH', `/v1/accounts/${customer.id}`, { timeZone: 'Asia/Tokyo' });
    expect(patched.status).toBe(200);

    expect((await state(address, change)).body).toEqual({ applied: true });
    const order = (await api.call('GET', address)).body;
    expect(order.customer).toMatchObject({ id: customer.id, timeZone: 'UTC' });
  },
);
