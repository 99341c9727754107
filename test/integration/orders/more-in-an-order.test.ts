import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { MoreInAnOrder } from '../../../db/migrations/0011-more-in-an-order.ts';
import { orderWorkflowId } from '../../../temporal/contract.ts';
import { keyFor } from '../../support/api/api-keys.ts';
import { anOrder } from '../../support/api/api.ts';
import { openWorld, type World } from '../../support/api/world.ts';

const DISTRIBUTOR = { id: 'continental', name: 'Continental', email: 'orders@continental.example' };
const PERPETUAL = { application: 'digital-fax', capacity: 8, license: 'perpetual' };
const METADATA = { 'cost-center': 'secret-of-the-order', 'A.b_9': 'x' };
const MORE = { note: 'secret-of-the-expansion' };

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const post = (path: string, body: object) => world.call('POST', `/v1${path}`, body);
const read = async (path: string) => (await world.call('GET', `/v1${path}`)).body;
const expansion = (changes: object = {}) => ({
  ...{ reference: 'E-1', lines: [{ ...PERPETUAL, reference: '30' }], metadata: MORE },
  ...changes,
});

/** An order that says all that it can, unlocked, with an expansion that does. */
async function aTalkativeOrder() {
  const order = anOrder({
    ...{ distributor: DISTRIBUTOR, purchaseOrder: `PO/4711-${Date.now()}`, metadata: METADATA },
    lines: [
      { ...PERPETUAL, reference: '10' },
      { ...PERPETUAL, application: 'call-recording' },
    ],
  });
  const placed = await post('/orders', order);
  await world.until(async () => (await read(`/orders/${order.number}/events`)).items.length > 0);
  await post(`/orders/${order.number}/unlock`, {});
  expect((await post(`/orders/${order.number}/expansions`, expansion())).body).toEqual({ applied: true });
  return { ...order, placed, purchaseOrder: (order as { purchaseOrder?: string }).purchaseOrder! };
}

describe('what an order says beside what it is about', () => {
  test('is echoed when it is placed, line by line as accepted, read again, and is no other order when repeated', async () => {
    const { number, placed, purchaseOrder, ...rest } = await aTalkativeOrder();
    expect([placed.status, placed.body.purchaseOrder, placed.body.metadata]).toEqual([201, purchaseOrder, METADATA]);
    const free = { locked: 8, assigned: 0, free: 0, state: 'active', startsOn: expect.any(String), endsOn: null };
    const runs = { state: 'active', severity: 'fine', until: null, daysLeft: null, remedy: null };
    const nothing = { planned: [], intent: null, condition: runs, careCondition: null };
    expect(placed.body.lines).toEqual([
      { ...PERPETUAL, ...free, ...nothing, id: '1', reference: '10', delivery: '1', care: null },
      {
        ...PERPETUAL,
        ...free,
        ...nothing,
        application: 'call-recording',
        id: '2',
        reference: null,
        delivery: '1',
        care: null,
      },
    ]);
    expect(placed.body.deliveries).toMatchObject([{ id: '1', reference: number, unlockedAt: null, mail: 'due' }]);

    const order = await read(`/orders/${number}`);
    expect(order).toMatchObject({ purchaseOrder, metadata: METADATA });
    expect(order.deliveries.map(({ metadata }: { metadata: object }) => metadata)).toEqual([{}, MORE]);
    expect(order.lines.map(({ reference }: { reference: string }) => reference)).toEqual(['10', null, '30']);
    const { placed: _, ...posted } = { number, purchaseOrder, ...rest, placed };
    expect((await post('/orders', posted)).status).toBe(200);
    const other = await post('/orders', { ...posted, metadata: { ...METADATA, more: 'x' } });
    expect([other.status, other.body.code]).toEqual([409, 'ORDER_NUMBER_TAKEN']);
  });

  test('is found: by a part of the buyer’s own number, in any case', async () => {
    const { number, purchaseOrder } = await aTalkativeOrder();
    const { items } = await read(`/orders?q=${encodeURIComponent(purchaseOrder.toLowerCase().slice(1))}`);
    expect(items).toMatchObject([{ number, purchaseOrder, metadata: METADATA, deliveries: [{}, { metadata: MORE }] }]);
    const seller = world.visitor(await world.signIn('northwind-voice'));
    const list = await seller.get(`/orders?q=${encodeURIComponent(purchaseOrder)}`);
    expect(list.body).toContain(`<bdi>${purchaseOrder}</bdi>`);
    const page = await seller.get(`/orders/${number}`);
    for (const shown of [purchaseOrder, '10', '30']) expect(page.body).toContain(`<bdi>${shown}</bdi>`);
  });

  test('stands in every event that names the line, and never in one is what is for people', async () => {
    const { number, customer } = await aTalkativeOrder();
    const server = await post(`/accounts/${customer.id}/servers`, { name: 'Main', role: 'test' });
    for (const capacity of [3, 1])
      await world.call('PUT', `/v1/servers/${server.body.id}/assignments/digital-fax`, { capacity });
    await post(`/orders/${number}/cancellation`, { reason: 'regretted' });
    const { items } = await read(`/orders/${number}/events`);
    const named = items.flatMap(
      ({ type, line, lineReference, lines = [] }: { lines?: unknown } & Record<string, unknown>) => [
        ...(line ? [[type, line, lineReference]] : []),
        ...(lines as { id?: string; line?: string; reference?: string }[]).map((named) => [
          ...[type, named.line ?? named.id, named.reference],
        ]),
      ],
    );
    expect(named).toEqual([
      ['delivered', '1', '10'],
      ['delivered', '2', undefined],
      ['expanded', '3', '30'],
      ['assigned', '1', '10'],
      ['released', '1', '10'],
      ['canceled', '1', '10'],
      ['canceled', '2', undefined],
      ['canceled', '3', '30'],
      ['taken-back', '1', '10'],
    ]);
    expect(JSON.stringify(items)).not.toMatch(/secret|PO\//);
  });

  test('stays in PostgreSQL: no workflow and no log hears of it', async () => {
    const { number } = await aTalkativeOrder();
    const handle = world.deps.temporal.workflow.getHandle(orderWorkflowId(number));
    const payloads = Buffer.from(JSON.stringify(await handle.fetchHistory()));
    const said = [JSON.stringify(await handle.describe()), decoded(payloads.toString()), world.logged()];
    for (const text of said) expect(text).not.toMatch(/secret-of|PO\/4711/);
    // The ERP's own numbers of lines are ids, and go with them: what is looked through is what was sent.
    expect(said[1]).toContain('"reference":"30"');
  });
});

/** Payloads of a history as JSON, in clear. */
function decoded(history: string): string {
  return history.replace(/\{"type":"Buffer","data":\[([\d,]*)\]\}|"data":"([A-Za-z0-9+/=]+)"/g, (_, bytes, base64) =>
    bytes === undefined
      ? Buffer.from(base64 as string, 'base64').toString()
      : Buffer.from((bytes as string).split(',').map(Number)).toString(),
  );
}

describe('metadata', () => {
  test('is the vendor’s alone to read, in every answer and on every page', async () => {
    const { number, customer } = await aTalkativeOrder();
    const account = { name: 'Acme', email: 'it@acme.example', timeZone: 'UTC', locale: 'en' };
    const metadata = { crm: 'secret-of-the-account' };
    for (const id of [customer.id, 'northwind-voice', DISTRIBUTOR.id]) {
      const changed = await world.call('PUT', `/v1/accounts/${id}`, { ...account, metadata });
      expect(changed.body).toMatchObject({ metadata });
    }
    const answers = [
      ...[`/v1/orders/${number}`, '/v1/orders', `/v1/orders/${number}/events`, '/v1/accounts'],
      ...[`/v1/accounts/${customer.id}/licenses`, `/v1/accounts/${customer.id}/events`],
    ];
    const pages = ['/orders', `/orders/${number}`, `/customers/${customer.id}`, '/customers'];
    for (const reader of [customer.id, 'northwind-voice', DISTRIBUTOR.id]) {
      const key = await keyFor(world.deps.orm.em.fork(), reader);
      for (const path of answers) {
        const { body } = await world.call('GET', path, undefined, key);
        expect([reader, path, JSON.stringify(body)]).toEqual([
          reader,
          path,
          expect.not.stringMatching(/secret|"metadata":/),
        ]);
      }
      const visitor = world.visitor(await world.signIn(reader));
      for (const path of pages) expect((await visitor.get(path)).body).not.toContain('secret-of');
    }
    const all = JSON.stringify(await Promise.all(answers.map((path) => world.call('GET', `${path}?limit=100`))));
    for (const secret of ['secret-of-the-order', 'secret-of-the-expansion', 'secret-of-the-account'])
      expect(all).toContain(secret);
  });

  test('of an account is replaced whole, left where it is not named, and journaled without what it says', async () => {
    const { customer } = await aTalkativeOrder();
    const account = { name: 'Acme', email: 'it@acme.example', timeZone: 'UTC', locale: 'en' };
    const put = async (changes: object) =>
      (await world.call('PUT', `/v1/accounts/${customer.id}`, { ...account, ...changes })).body.metadata;
    expect(await put({ metadata: { one: '1', two: '2' } })).toEqual({ one: '1', two: '2' });
    expect(await put({})).toEqual({ one: '1', two: '2' });
    expect(await put({ metadata: { two: '2', one: '1' } })).toEqual({ one: '1', two: '2' });
    expect(await put({ metadata: {} })).toEqual({});
    const { items } = await read(`/accounts/${customer.id}/events`);
    const changes = items.filter(({ type }: { type: string }) => type === 'account-changed');
    expect(changes.map(({ fields }: { fields: string[] }) => fields.includes('metadata'))).toEqual([true, true]);
    expect(JSON.stringify(changes)).not.toContain('"one"');
  });

  test.each([
    ['a key of more than 40 characters', { ['k'.repeat(41)]: 'x' }],
    ['a key of other characters', { 'cost center': 'x' }],
    ['an empty key', { '': 'x' }],
    ['an empty text', { key: '' }],
    ['a text that is not seen', { key: '\u200b' }],
    ['a text of more than 200 characters', { key: 'x'.repeat(201) }],
    ['what is no text', { key: 7 }],
    ['more than 20 keys', Object.fromEntries(Array.from({ length: 21 }, (_, index) => [`k${index}`, 'x']))],
  ])('with %s is refused, wherever it is posted', async (_, metadata) => {
    const order = anOrder();
    const account = { name: 'Acme', email: 'it@acme.example', timeZone: 'UTC', locale: 'en' };
    for (const answer of [
      await post('/orders', { ...order, metadata }),
      await post(`/orders/${order.number}/expansions`, expansion({ metadata })),
      await world.call('PUT', '/v1/accounts/northwind-voice', { ...account, metadata }),
    ])
      expect([answer.status, answer.body.code]).toEqual([400, 'INVALID_REQUEST']);
  });

  test('of 20 keys with 200 characters each is kept', async () => {
    const metadata = Object.fromEntries(
      Array.from({ length: 20 }, (_, index) => [`${index}`.padEnd(40, '_'), 'é'.repeat(200)]),
    );
    expect((await post('/orders', anOrder({ metadata }))).body.metadata).toEqual(metadata);
  });
});

describe('an expansion', () => {
  test('whose metadata is another is another expansion, however many are posted at once', async () => {
    const order = anOrder();
    await world.deliver(order);
    const posts = Array.from({ length: 10 }, (_, index) => expansion({ metadata: { try: `${index % 2}` } }));
    const answers = await Promise.all(posts.map((body) => post(`/orders/${order.number}/expansions`, body)));
    const { deliveries } = await read(`/orders/${order.number}`);
    expect(deliveries).toHaveLength(2);
    const kept = Number(deliveries[1].metadata.try);
    expect(answers.map(({ status, body }) => body.code ?? status)).toEqual(
      posts.map((_, index) => (index % 2 === kept ? 202 : 'REFERENCE_TAKEN')),
    );
  });

  test('that the rules refuse is not kept: its reference can stand for what they take', async () => {
    const order = anOrder({ lines: [PERPETUAL] });
    await world.deliver(order);
    const undated = { ...PERPETUAL, license: 'subscription' };
    const refused = await post(`/orders/${order.number}/expansions`, expansion({ lines: [undated] }));
    expect(refused.body.code).toBe('LAST_DAY_MISSING');
    expect((await post(`/orders/${order.number}/expansions`, expansion())).body).toEqual({ applied: true });
  });

  test('beyond the thousandth line is refused, whatever rules its order lives by', async () => {
    const lines = (count: number) => Array.from({ length: count }, () => PERPETUAL);
    const order = anOrder({ lines: lines(200) });
    await world.deliver(order);
    for (const reference of ['E-1', 'E-2', 'E-3', 'E-4'])
      expect((await post(`/orders/${order.number}/expansions`, { reference, lines: lines(200) })).status).toBe(202);
    const refused = await post(`/orders/${order.number}/expansions`, { reference: 'E-5', lines: lines(1) });
    expect([refused.status, refused.body]).toEqual([
      409,
      expect.objectContaining({ code: 'TOO_MANY_LINES', lines: 1_000, most: 1_000 }),
    ]);
    const again = await post(`/orders/${order.number}/expansions`, { reference: 'E-4', lines: lines(200) });
    expect(again.body).toEqual({ applied: true });
  });
});

test('orders, lines and accounts of before are right by the migration alone', async () => {
  const order = anOrder({ metadata: METADATA });
  await world.deliver(order);
  const { orm, asOwner: execute, url } = world.database;
  await execute('alter table lines drop column reference');
  await execute('alter table accounts drop column metadata');
  await execute('alter table intakes alter column searched set expression as (lower(number))');
  await execute('drop table order_facts');
  const migration = new MoreInAnOrder(orm.em.getDriver(), orm.config);
  migration.up();
  for (const statement of migration.getQueries()) await execute(statement as string);
  await execute(`grant select, insert on order_facts to ${new URL(url).username}`);

  for (const q of [order.number, order.customer.id, 'northwind voice'])
    expect((await read(`/orders?customer=${order.customer.id}&q=${encodeURIComponent(q)}`)).items).toHaveLength(1);
  const { purchaseOrder, metadata, lines, deliveries } = await read(`/orders/${order.number}`);
  expect([purchaseOrder, metadata, deliveries[0].metadata]).toEqual([null, METADATA, {}]);
  expect(lines.map(({ reference }: { reference: null }) => reference)).toEqual([null, null]);
  const { items } = await read('/accounts?limit=100');
  expect(items.find(({ id }: { id: string }) => id === order.customer.id)).toMatchObject({ metadata: {} });
});
