import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { orderWorkflowId } from '../../../temporal/contract.ts';
import { SEARCH_ATTRIBUTES } from '../../../temporal/search-attributes.ts';
import { anOrder, openApi, startWorker, type TestApi } from '../../support/api/api.ts';

let api: TestApi;

beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

const read = (number: string) => api.call('GET', `/v1/orders/${number}`);
const post = (body: unknown) => api.call('POST', '/v1/orders', body);

test('an order is taken while no worker runs, and reads as it is about to be delivered, locked', async () => {
  const order = anOrder({ placedAt: '2026-11-02T10:12:00+01:00' });
  const placed = await post(order);
  expect([placed.status, placed.headers.location]).toEqual([201, `/v1/orders/${order.number}`]);
  expect(placed.body).toMatchObject({ stage: 'locked', placedAt: '2026-11-02T09:12:00.000Z' });
  expect(placed.body.deliveries).toMatchObject([{ id: '1', reference: order.number, unlockedAt: null, mail: 'due' }]);
  const [fax, recording] = order.lines;
  const about = { delivery: '1', assigned: 0, free: 0, state: 'active' };
  expect(placed.body.lines).toMatchObject([
    { ...fax, ...about, id: '1', locked: 8, care: { level: 'gold', endsOn: '2099-12-31', state: 'active' } },
    { ...recording, ...about, id: '2', locked: 20 },
  ]);
  expect((await read(order.number)).body).toEqual(placed.body);
});

test('operators find the order by stage, customer, reseller and applications', async () => {
  const order = anOrder();
  await post(order);
  // Who asks an order that has not started starts it.
  await read(order.number);
  const { typedSearchAttributes: attributes } = await api.deps.temporal.workflow
    .getHandle(orderWorkflowId(order.number))
    .describe();
  expect(attributes.get(SEARCH_ATTRIBUTES.OrderStage)).toBe('locked');
  expect(attributes.get(SEARCH_ATTRIBUTES.CustomerId)).toBe(order.customer.id);
  expect(attributes.get(SEARCH_ATTRIBUTES.ResellerId)).toBe(order.reseller.id);
  expect(attributes.get(SEARCH_ATTRIBUTES.Applications)).toEqual(['digital-fax', 'call-recording']);
});

test('the same order again is the same order, whatever the order of its fields', async () => {
  const order = anOrder();
  await post(order);
  const again = await post(Object.fromEntries(Object.entries(order).reverse()));
  expect(again.status).toBe(200);
  expect(again.body.number).toBe(order.number);
});

test('of 20 posts of one order at once exactly one is 201 and the others are 200', async () => {
  const order = anOrder();
  const answers = await Promise.all(Array.from({ length: 20 }, () => post(order)));
  expect(answers.map(({ status }) => status).sort()).toEqual([...Array<number>(19).fill(200), 201]);
});

test('orders that name the same new companies at once are all taken, and each company gets one account and one administrator', async () => {
  const { customer, ...rest } = anOrder();
  const reseller = { ...rest.reseller, id: `reseller-of-${customer.id}` };
  const orders = Array.from({ length: 20 }, () => anOrder({ customer, reseller }));
  const answers = await Promise.all(orders.map((order) => api.call('POST', '/v1/orders', order)));
  expect(answers.map(({ status }) => status)).toEqual(orders.map(() => 201));
  const members = await api.deps.orm.em.fork().execute<object[]>(
    `select a.id, a.kind, p.email, m.role from accounts a join memberships m on m.account_id = a.id
     join people p on p.id = m.person_id where a.id in (?, ?) order by a.id`,
    [customer.id, reseller.id],
  );
  const administrator = { role: 'administrator' };
  expect(members).toEqual([
    { ...administrator, id: customer.id, kind: 'customer', email: customer.email },
    { ...administrator, id: reseller.id, kind: 'reseller', email: reseller.email },
  ]);
});

test('an account that exists already is not changed by an order', async () => {
  const order = anOrder();
  await post(order);
  await post({ ...order, number: `${order.number}-b`, customer: { ...order.customer, name: 'Renamed' } });
  const accounts = await api.call('GET', '/v1/accounts?limit=100');
  const account = accounts.body.items.find(({ id }: { id: string }) => id === order.customer.id);
  expect(account).toMatchObject({ kind: 'customer', name: 'Acme Hotels', timeZone: 'Europe/Rome' });
});

test('an unlock is taken while no worker runs, and shows when one does', async () => {
  const order = anOrder();
  await post(order);
  const taken = await api.call('POST', `/v1/orders/${order.number}/unlock`);
  expect([taken.status, taken.body]).toEqual([202, { applied: false }]);
  const worker = await startWorker(api);
  try {
    const again = await api.call('POST', `/v1/orders/${order.number}/unlock`, { delivery: '1' });
    expect([again.status, again.body]).toEqual([202, { applied: true }]);
    const { body } = await read(order.number);
    expect(body.stage).toBe('unlocked');
    expect(body.deliveries).toMatchObject([{ id: '1', reference: order.number, mail: 'due' }]);
    expect(body.lines).toMatchObject([
      { application: 'digital-fax', locked: 0, assigned: 0, free: 8, care: { level: 'gold', state: 'active' } },
      { application: 'call-recording', free: 20, endsOn: '2099-12-31', care: { endsOn: '2099-12-31' } },
    ]);
    const events = await api.call('GET', `/v1/orders/${order.number}/events`);
    expect(events.body.items.map(({ type }: { type: string }) => type)).toEqual(['delivered', 'unlocked']);
  } finally {
    await worker.stop();
  }
  expect((await read(order.number)).body.stage).toBe('unlocked');
});

test('lists go through every order once, last accepted first', async () => {
  const worker = await startWorker(api);
  try {
    const orders = [anOrder(), anOrder(), anOrder()].map((order) => ({ ...order, customer: anOrder().customer }));
    const customer = orders[0]!.customer;
    for (const order of orders) {
      await post({ ...order, customer });
      await api.call('POST', `/v1/orders/${order.number}/unlock`);
    }
    const listed: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page = await api.call('GET', `/v1/orders?customer=${customer.id}&limit=1${cursor && `&cursor=${cursor}`}`);
      listed.push(...page.body.items.map(({ number }: { number: string }) => number));
      cursor = page.body.nextCursor;
    }
    expect(listed).toEqual(orders.map(({ number }) => number).reverse());
    const found = await api.call('GET', `/v1/orders?q=${customer.id.toUpperCase()}&stage=unlocked`);
    expect(found.body.items).toHaveLength(3);
  } finally {
    await worker.stop();
  }
});
