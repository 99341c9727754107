import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { reached } from '../../../services/reached.ts';
import { anOrder, openWorkingApi, type TestApi } from '../../support/api/api.ts';
import { changesBefore, ORDER_CHANGES } from '../../support/api/order-changes.ts';

let api: TestApi;
beforeAll(async () => {
  api = await openWorkingApi();
});
afterAll(() => api.close());

type Told = { type: string };
const typesOf = (events: Told[]) => events.map(({ type }) => type);

test('of an order that is posted a preview says what it would be, and nothing of it is kept', async () => {
  const order = anOrder();
  const headers = { 'idempotency-key': randomUUID() };
  const { status, body } = await api.call('POST', '/v1/orders?preview=true', order, headers);
  expect([status, body.preview, typesOf(body.events)]).toEqual([200, true, ['delivered']]);
  expect(body.mails).toEqual([{ delivery: '1', edition: 1, account: 'northwind-voice', at: expect.any(String) }]);
  expect(body.order).toMatchObject({ number: order.number, stage: 'locked', lines: [{ locked: 8 }, { locked: 20 }] });
  expect((await api.call('GET', `/v1/orders/${order.number}`)).status).toBe(404);
  const kept = 'select from accounts where id = ?';
  expect(await api.deps.orm.em.fork().execute(kept, [order.customer.id])).toEqual([]);
  // The key was not used up, for this content or another.
  expect((await api.call('POST', '/v1/orders', { ...order, placedAt: '2026-01-01T00:00:00Z' }, headers)).status).toBe(
    201,
  );
  const other = await api.call('POST', '/v1/orders?preview=true', order);
  expect([other.status, other.body.code]).toEqual([409, 'ORDER_NUMBER_TAKEN']);
});

test('a preview refuses as the order itself would', async () => {
  const wrong = anOrder({ lines: [{ application: 'unheard-of', capacity: 1, license: 'perpetual' }] });
  const [previewed, posted] = [
    await api.call('POST', '/v1/orders?preview=true', wrong),
    await api.call('POST', '/v1/orders', wrong),
  ];
  expect([previewed.status, previewed.body.errors]).toEqual([posted.status, posted.body.errors]);
});

test('a preview of what is not there is not found, of a server too', async () => {
  for (const [method, url, body] of [
    ['PUT', '/v1/servers/srv_unknown/assignments/digital-fax', { capacity: 1 }],
    ['POST', '/v1/orders/SO-UNKNOWN/unlock', {}],
  ] as const) {
    const previewed = await api.call(method, `${url}?preview=true`, body);
    expect([url, previewed.status, previewed.body.code]).toEqual([url, 404, 'NOT_FOUND']);
  }
});

test.each(Object.entries(ORDER_CHANGES))(
  'what a preview says of %s is what happens then, and nothing before',
  async (change, { method, path, body }) => {
    const order = anOrder();
    const address = `/v1/orders/${order.number}`;
    await api.call('POST', '/v1/orders', order);
    for (const before of changesBefore(change)) await api.call(before.method, `${address}/${before.path}`, before.body);
    const events = async () => (await api.call('GET', `${address}/events`)).body.items;
    await reached(async () => (await events()).length > 0);
    const [before, was] = [await events(), (await api.call('GET', address)).body];
    const foretold = await api.call(method, `${address}/${path}?preview=true`, body);
    expect([foretold.status, foretold.body.preview]).toEqual([200, true]);
    expect([await events(), (await api.call('GET', address)).body]).toEqual([before, was]);

    expect((await api.call(method, `${address}/${path}`, body)).body).toEqual({ applied: true });
    const happened = (await events()).slice(before.length);
    const plain = ({ stream, seq: _seq, at: _at, recordedAt: _recordedAt, ...event }: Record<string, unknown>) => ({
      stream,
      ...event,
    });
    expect(happened.map(plain)).toEqual(foretold.body.events);
    const is = (await api.call('GET', address)).body;
    const untimed = (view: { deliveries: object[]; lines: { intent: object | null }[] }) => ({
      ...view,
      lines: view.lines.map((line) => ({ ...line, intent: line.intent && { ...line.intent, statedAt: null } })),
      deliveries: view.deliveries.map((delivery) => ({ ...delivery, unlockedAt: null, deliveredAt: null, mail: null })),
    });
    expect(untimed(is)).toEqual(untimed(foretold.body.order));
  },
);

test('what is known already would change nothing', async () => {
  const order = anOrder();
  const address = `/v1/orders/${order.number}`;
  await api.call('POST', '/v1/orders', order);
  await api.call('POST', `${address}/unlock`);
  const renewal = { reference: 'R-1', endsOn: '2100-12-31', confirmFar: true };
  await api.call('POST', `${address}/renewals`, renewal);
  const { status, body } = await api.call('POST', `${address}/renewals?preview=true`, renewal);
  expect([status, body.events]).toEqual([200, []]);
  const other = await api.call('POST', `${address}/renewals?preview=true`, { ...renewal, endsOn: '2101-12-31' });
  expect([other.status, other.body.code]).toEqual([409, 'REFERENCE_TAKEN']);
});

test('what a preview says of a capacity is what setting it does, and what it refuses is refused', async () => {
  const order = anOrder();
  await api.call('POST', '/v1/orders', order);
  await api.call('POST', `/v1/orders/${order.number}/unlock`);
  const servers = `/v1/accounts/${order.customer.id}/servers`;
  const { body: server } = await api.call('POST', servers, { name: 'Main', role: 'production' });
  const address = `/v1/servers/${server.id}/assignments/call-recording`;
  const read = async () => (await api.call('GET', `/v1/servers/${server.id}`)).body;
  const foretold = await api.call('PUT', `${address}?preview=true`, { capacity: 15 });
  expect([foretold.status, typesOf(foretold.body.events)]).toEqual([200, ['capacity-changed']]);
  expect((await read()).assignments).toEqual([]);
  expect((await api.call('PUT', address, { capacity: 15 })).body).toEqual(foretold.body.server);
  const [previewed, asked] = [
    await api.call('PUT', `${address}?preview=true`, { capacity: 21 }),
    await api.call('PUT', address, { capacity: 21 }),
  ];
  expect([previewed.status, previewed.body.code, previewed.body.free]).toEqual([409, 'INSUFFICIENT_CAPACITY', 5]);
  expect([asked.status, asked.body.code, asked.body.free]).toEqual([409, 'INSUFFICIENT_CAPACITY', 5]);
  const same = await api.call('PUT', `${address}?preview=true`, { capacity: 15 });
  expect([same.status, same.body.events]).toEqual([200, []]);
});
