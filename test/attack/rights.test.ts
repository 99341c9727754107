import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { keyFor } from '../support/api/api-keys.ts';
import { anOrder } from '../support/api/api.ts';
import { openWorld, type World } from '../support/api/world.ts';

const RESELLER = { id: 'northwind-voice', name: 'Northwind Voice', email: 'orders@northwind-voice.example' };
const DISTRIBUTOR = { id: 'continental', name: 'Continental', email: 'orders@continental.example' };
const STRANGER = { id: 'other-voice', name: 'Other Voice', email: 'orders@other-voice.example' };

type Sale = { number: string; customer: { id: string }; server: string };

const sql = (statement: string) => world.database.orm.em.fork().execute(statement);
const minutes = (count: number) => Date.now() + count * 60_000;
const lineTerms = ({ number }: Sale, until: number, reinstatableUntil: number) => {
  const terms = { from: 0, expiringFrom: 0, until, graceUntil: until, reinstatableUntil };
  return sql(`update lines set terms = terms || '${JSON.stringify(terms)}' where order_number = '${number}'`);
};
const seller = ({ customer }: Sale) => `/v1/accounts/${customer.id}/sellers/${RESELLER.id}`;

/** What has become of a sale, from the moment at which its order was unlocked and a server had a part of it. */
const STATES = {
  open: async () => {},
  suspended: ({ number }: Sale) => change('PUT', `/v1/orders/${number}/suspension`, { reason: 'unpaid' }),
  canceled: ({ number }: Sale) => change('POST', `/v1/orders/${number}/cancellation`, { reason: 'regretted' }),
  ended: ({ number }: Sale) => sql(`update orders set status = 'ended' where number = '${number}'`),
  expired: (sale: Sale) => lineTerms(sale, minutes(-1), minutes(1_000)),
  'expired past reinstatement': (sale: Sale) => lineTerms(sale, minutes(-1_000), minutes(-1)),
  'ended by the customer': (sale: Sale) => change('DELETE', seller(sale)),
  'ended by the customer and sold to again': async (sale: Sale) => {
    await change('DELETE', seller(sale));
    const again = anOrder({ customer: { ...anOrder().customer, id: sale.customer.id }, reseller: RESELLER });
    await world.deliver(again);
    await change('POST', `/v1/orders/${again.number}/unlock`);
  },
  'restored by the customer': async (sale: Sale) => {
    await change('DELETE', seller(sale));
    await change('PUT', seller(sale));
  },
  locked: ({ number }: Sale) => sql(`update deliveries set unlocked_at = null where order_number = '${number}'`),
} as const;
type State = keyof typeof STATES;

const READERS = ['vendor', 'reseller', 'distributor', 'customer', 'stranger'] as const;
type Reader = (typeof READERS)[number];

/** Answers, for each reader in the order of {@link READERS}; `+` is for what is let pass. */
type Row = [Answer, Answer, Answer, Answer, Answer];
type Answer = '+' | 403 | 404;

const SEEN_BY_ALL: Row = ['+', '+', '+', '+', 404];
const WITH_STANDING: Row = ['+', '+', 404, '+', 404];
const ON_SERVER_WITHOUT: Row = ['+', 404, 404, '+', 404];
const VENDORS_ALONE: Row = ['+', 403, 403, 403, 403];

/** What is asked for, with the answer in each kind of state: with standing, with an order that goes on, with none. */
const ACTIONS: [method: string, path: string, with_: Row, without: Row, over: Row][] = [
  ['GET', '/v1/orders/{order}', SEEN_BY_ALL, SEEN_BY_ALL, SEEN_BY_ALL],
  ['GET', '/v1/orders/{order}/events', SEEN_BY_ALL, SEEN_BY_ALL, SEEN_BY_ALL],
  [
    'POST',
    '/v1/orders/{order}/unlock',
    ['+', '+', 403, 403, 404],
    ['+', '+', 403, 403, 404],
    ['+', '+', 403, 403, 404],
  ],
  [
    'POST',
    '/v1/orders/{order}/deliveries/1/lock',
    ['+', '+', 403, 403, 404],
    ['+', '+', 403, 403, 404],
    ['+', '+', 403, 403, 404],
  ],
  ['POST', '/v1/orders/{order}/renewals', VENDORS_ALONE, VENDORS_ALONE, VENDORS_ALONE],
  ['POST', '/v1/orders/{order}/amendments', VENDORS_ALONE, VENDORS_ALONE, VENDORS_ALONE],
  ['PUT', '/v1/orders/{order}/seller', VENDORS_ALONE, VENDORS_ALONE, VENDORS_ALONE],
  ['DELETE', '/v1/orders/{order}/renewals/R-none', VENDORS_ALONE, VENDORS_ALONE, VENDORS_ALONE],
  ['DELETE', '/v1/orders/{order}/planned/99', VENDORS_ALONE, VENDORS_ALONE, VENDORS_ALONE],
  ['GET', '/v1/accounts/{customer}/licenses', WITH_STANDING, WITH_STANDING, ON_SERVER_WITHOUT],
  ['GET', '/v1/accounts/{customer}/servers', WITH_STANDING, ['+', 403, 404, '+', 404], ON_SERVER_WITHOUT],
  ['POST', '/v1/accounts/{customer}/servers', WITH_STANDING, ['+', 403, 404, '+', 404], ON_SERVER_WITHOUT],
  ['PATCH', '/v1/accounts/{customer}/assignments', WITH_STANDING, ['+', 403, 404, '+', 404], ON_SERVER_WITHOUT],
  ['POST', '/v1/accounts/{customer}/moves', WITH_STANDING, ['+', 403, 404, '+', 404], ON_SERVER_WITHOUT],
  ['GET', '/v1/accounts/{customer}/tokens', WITH_STANDING, ['+', 403, 404, '+', 404], ON_SERVER_WITHOUT],
  ['GET', '/v1/accounts/{customer}/events', ['+', 403, 404, '+', 404], ['+', 403, 404, '+', 404], ON_SERVER_WITHOUT],
  ['GET', '/v1/accounts/{customer}/sellers', ['+', 403, 404, '+', 404], ['+', 403, 404, '+', 404], ON_SERVER_WITHOUT],
  ['GET', '/v1/servers/{server}', WITH_STANDING, ON_SERVER_WITHOUT, ON_SERVER_WITHOUT],
  ['PATCH', '/v1/servers/{server}', WITH_STANDING, ON_SERVER_WITHOUT, ON_SERVER_WITHOUT],
  ['GET', '/v1/servers/{server}/events', WITH_STANDING, ON_SERVER_WITHOUT, ON_SERVER_WITHOUT],
  ['GET', '/v1/servers/{server}/token', WITH_STANDING, ON_SERVER_WITHOUT, ON_SERVER_WITHOUT],
  ['POST', '/v1/servers/{server}/token/rotations', WITH_STANDING, ON_SERVER_WITHOUT, ON_SERVER_WITHOUT],
  ['PUT', '/v1/servers/{server}/assignments/digital-fax', WITH_STANDING, ON_SERVER_WITHOUT, ON_SERVER_WITHOUT],
  ['POST', '/v1/servers/{server}/offline-activations', WITH_STANDING, ON_SERVER_WITHOUT, ON_SERVER_WITHOUT],
  [
    ...(['POST', '/v1/servers/{server}/offline-override'] as const),
    ...([
      ['+', 403, 404, 403, 404],
      ['+', 404, 404, 403, 404],
      ['+', 404, 404, 403, 404],
    ] as [Row, Row, Row]),
  ],
  ['DELETE', '/v1/servers/{server}?unknown=yes', WITH_STANDING, ON_SERVER_WITHOUT, ON_SERVER_WITHOUT],
];

const PAGES: [path: string, with_: Row, without: Row, over: Row][] = [
  ['/orders/{order}', SEEN_BY_ALL, SEEN_BY_ALL, SEEN_BY_ALL],
  ['/customers/{customer}', WITH_STANDING, WITH_STANDING, ON_SERVER_WITHOUT],
  ['/customers/{customer}/licenses.csv', WITH_STANDING, WITH_STANDING, ON_SERVER_WITHOUT],
  ['/customers/{customer}/servers/{server}', WITH_STANDING, ON_SERVER_WITHOUT, ON_SERVER_WITHOUT],
  ['/customers/{customer}/servers/{server}/change', WITH_STANDING, ON_SERVER_WITHOUT, ON_SERVER_WITHOUT],
  ['/customers/{customer}/servers/new', WITH_STANDING, ['+', 403, 404, '+', 404], ON_SERVER_WITHOUT],
  ['/customers/{customer}/emergency', WITH_STANDING, ['+', 403, 404, '+', 404], ON_SERVER_WITHOUT],
  ['/customers/{customer}/assign?server={server}', WITH_STANDING, ['+', 403, 404, '+', 404], ON_SERVER_WITHOUT],
  ['/customers/{customer}/offline?server={server}', WITH_STANDING, ['+', 403, 404, '+', 404], ON_SERVER_WITHOUT],
  ['/accounts/{customer}/sellers', ['+', 403, 404, '+', 404], ['+', 403, 404, '+', 404], ['+', 404, 404, '+', 404]],
  ['/accounts/{customer}/people', ['+', 404, 404, '+', 404], ['+', 404, 404, '+', 404], ['+', 404, 404, '+', 404]],
];

/** Which of the three answers a state has. */
const KIND: Record<State, 'with' | 'without' | 'over'> = {
  open: 'with',
  suspended: 'with',
  expired: 'with',
  'restored by the customer': 'with',
  locked: 'without',
  'expired past reinstatement': 'without',
  'ended by the customer': 'without',
  'ended by the customer and sold to again': 'without',
  canceled: 'over',
  ended: 'over',
};
const STANDING: Record<State, string> = {
  ...{ open: 'manages', suspended: 'manages', expired: 'manages', 'restored by the customer': 'manages' },
  ...{
    locked: 'orders-only',
    'expired past reinstatement': 'orders-only',
    canceled: 'orders-only',
    ended: 'orders-only',
  },
  ...{ 'ended by the customer': 'ended', 'ended by the customer and sold to again': 'ended' },
};

let world: World;
const sales = {} as Record<State, Sale>;

beforeAll(async () => {
  world = await openWorld();
  await world.deliver(anOrder({ reseller: STRANGER }));
  for (const state of Object.keys(STATES) as State[]) {
    const order = anOrder({ reseller: RESELLER, distributor: DISTRIBUTOR });
    await world.deliver(order);
    await change('POST', `/v1/orders/${order.number}/unlock`);
    const made = await change('POST', `/v1/accounts/${order.customer.id}/servers`, {
      name: 'Main',
      role: 'production',
    });
    await change('PUT', `/v1/servers/${made.body.id}/assignments/digital-fax`, { capacity: 3 });
    sales[state] = { ...order, server: made.body.id };
    await STATES[state](sales[state]);
  }
}, 120_000);
afterAll(() => world.close());

async function change(method: string, url: string, body?: object) {
  const answer = await world.call(method, url, body);
  if (answer.status >= 300) throw new Error(`${method} ${url}: ${JSON.stringify(answer.body)}`);
  return answer;
}

const accountOf = (reader: Reader, { customer }: Sale) =>
  ({
    vendor: 'vendor',
    reseller: RESELLER.id,
    distributor: DISTRIBUTOR.id,
    customer: customer.id,
    stranger: STRANGER.id,
  })[reader];

const addressOf = (path: string, { number, customer, server }: Sale) =>
  path.replace('{order}', number).replace('{customer}', customer.id).replaceAll('{server}', server);

/** A customer does not see an order of which nothing is unlocked, and so is not told who unlocks it. */
function expectedOf(state: State, path: string, rows: readonly [Row, Row, Row]): Row {
  const row = rows[{ with: 0, without: 1, over: 2 }[KIND[state]]]!;
  const hidden = state === 'locked' && /\/orders\/\{order\}($|\/events|\/unlock|\/deliveries)/.test(path);
  return hidden ? (row.map((answer, index) => (index === 3 ? 404 : answer)) as Row) : row;
}

describe.each(Object.keys(STATES) as State[])('a sale that is %s', (state) => {
  test('lets each key do what the table says, and a refusal names who may', async () => {
    const sale = sales[state];
    for (const reader of READERS) {
      const key = reader === 'vendor' ? {} : await keyFor(world.deps.orm.em.fork(), accountOf(reader, sale));
      for (const [method, path, ...rows] of ACTIONS) {
        const body = ['POST', 'PUT', 'PATCH'].includes(method) ? { unknown: true } : undefined;
        const { status, body: said } = await world.call(method, addressOf(path, sale), body, key);
        const answer = status === 403 || (status === 404 && said.code === 'NOT_FOUND') ? status : '+';
        expect([method, path, reader, answer]).toEqual([
          ...[method, path, reader],
          expectedOf(state, path, rows)[READERS.indexOf(reader)],
        ]);
        if (status === 403) expect(said.mayBeDoneBy).toContain('vendor');
      }
    }
  });

  test('opens the same pages to people', async () => {
    const sale = sales[state];
    for (const reader of READERS)
      for (const role of ['administrator', 'viewer'] as const) {
        const visitor = world.visitor(await world.signIn(accountOf(reader, sale), role));
        for (const [path, ...rows] of PAGES) {
          const { status } = await visitor.get(addressOf(path, sale));
          const answer = status === 403 || status === 404 ? status : '+';
          const expected = expectedOf(state, path, rows)[READERS.indexOf(reader)];
          const changes = /new|change|assign|offline|emergency/.test(path);
          const forViewers = changes && expected === '+' ? 403 : expected;
          expect([path, reader, role, answer]).toEqual([path, reader, role, role === 'viewer' ? forViewers : expected]);
        }
      }
  });

  test('is in the lists of those who read it, and its customer of those who still sell to it', async () => {
    const sale = sales[state];
    const listed = async (reader: Reader, path: string, field: string) => {
      const key = reader === 'vendor' ? {} : await keyFor(world.deps.orm.em.fork(), accountOf(reader, sale));
      const { items } = (await world.call('GET', `${path}?limit=100`, undefined, key)).body;
      const wanted = field === 'number' ? sale.number : sale.customer.id;
      return items.some((item: Record<string, string>) => item[field] === wanted);
    };
    const orders = await Promise.all(READERS.map((reader) => listed(reader, '/v1/orders', 'number')));
    expect(orders).toEqual([true, true, true, state !== 'locked', false]);
    const accounts = await Promise.all(READERS.map((reader) => listed(reader, '/v1/accounts', 'id')));
    expect(accounts).toEqual([true, KIND[state] !== 'over', false, true, false]);
    const page = async (reader: Reader) =>
      (await world.visitor(await world.signIn(accountOf(reader, sale))).get('/customers')).body;
    expect((await page('reseller')).includes(`/customers/${sale.customer.id}"`)).toBe(KIND[state] !== 'over');
    expect((await page('distributor')).includes(`/customers/${sale.customer.id}"`)).toBe(false);
  });

  test('shows the customer what its seller may do', async () => {
    const sale = sales[state];
    const { items } = (await world.call('GET', `/v1/accounts/${sale.customer.id}/sellers`)).body;
    expect(items).toEqual([
      {
        ...{ id: RESELLER.id, name: RESELLER.name, standing: STANDING[state] },
        endedAt: STANDING[state] === 'ended' ? expect.any(String) : null,
        endedBy: STANDING[state] === 'ended' ? expect.stringMatching(/^key\//) : null,
      },
    ]);
  });
});

test('without standing a seller sees the rows of its own orders, and none that another sold', async () => {
  const sale = sales['expired past reinstatement'];
  const other = anOrder({
    customer: { ...anOrder().customer, id: sale.customer.id },
    reseller: STRANGER,
    lines: [{ application: 'voicemail', capacity: 9, license: 'perpetual' }],
  });
  await world.deliver(other);
  await change('POST', `/v1/orders/${other.number}/unlock`);
  const rows = async (account: string) => {
    const key = await keyFor(world.deps.orm.em.fork(), account);
    const { items } = (await world.call('GET', `/v1/accounts/${sale.customer.id}/licenses`, undefined, key)).body;
    return items.map(({ application }: { application: string }) => application).sort();
  };
  expect(await rows(RESELLER.id)).toEqual(['call-recording', 'digital-fax']);
  expect(await rows(STRANGER.id)).toEqual(['call-recording', 'digital-fax', 'voicemail']);
});

test('an ending and a restoration stand once in the stream of the customer, however often they are asked for', async () => {
  const sale = sales['restored by the customer'];
  await change('PUT', seller(sale));
  const { items } = (await world.call('GET', `/v1/accounts/${sale.customer.id}/events`)).body;
  expect(items).toMatchObject([
    { type: 'person-joined', seq: 1, order: sale.number, by: expect.stringMatching(/^key\//) },
    { type: 'seller-ended', seq: 2, seller: RESELLER.id, by: expect.stringMatching(/^key\//) },
    { type: 'seller-restored', seq: 3, seller: RESELLER.id },
  ]);
  expect(items).toHaveLength(3);
  const unknown = await world.call('DELETE', `/v1/accounts/${sale.customer.id}/sellers/${STRANGER.id}`);
  expect(unknown.status).toBe(404);
});

test('what a cancellation took from a server stands in the order’s life and in the server’s, with why', async () => {
  const { number, server } = sales.canceled;
  const lives = [`/v1/orders/${number}/events`, `/v1/servers/${server}/events`];
  for (const life of lives) {
    const { items } = (await world.call('GET', life)).body;
    const ofOrder = items.filter(({ stream }: { stream: string }) => stream.startsWith('order/'));
    expect(ofOrder.slice(-2)).toMatchObject([
      { stream: `order/${number}`, type: 'canceled', reason: 'regretted', by: expect.stringMatching(/^key\//) },
      { stream: `order/${number}`, type: 'taken-back', because: 'cancellation', server, capacity: 3, total: 0 },
    ]);
  }
  const page = await world
    .visitor(await world.signIn('vendor'))
    .get(`/customers/${sales.canceled.customer.id}/servers/${server}`);
  expect(page.body).toMatch(/Lost with order .*3 channels of Digital Fax, as it was canceled/);
});

test('a customer ends the relation with its seller on a page, after a second press, and restores it', async () => {
  const order = anOrder({ reseller: RESELLER });
  await world.deliver(order);
  await change('POST', `/v1/orders/${order.number}/unlock`);
  const page = `/accounts/${order.customer.id}/sellers`;
  const visitor = world.visitor(await world.signIn(order.customer.id));
  expect((await visitor.get(`/accounts/${order.customer.id}/people`)).body).toContain(`href="${page}"`);
  const before = await visitor.get(page);
  expect(before.body).toContain('Sees the licenses and manages the servers');
  const [end, restore] = [`${page}/${RESELLER.id}/end`, `${page}/${RESELLER.id}/restore`];
  const asked = await visitor.get(end);
  expect(asked.body).toContain('It still reads its own orders.');
  expect((await visitor.get(page)).body).toBe(before.body);
  expect((await visitor.post(end)).location).toBe(page);
  expect((await visitor.get(page)).body).toContain('Ended: reads its own orders alone');
  expect((await visitor.get(restore)).body).toContain('Restore it');
  await visitor.post(restore);
  expect((await visitor.get(page)).body).toContain('Sees the licenses and manages the servers');
  const life = (await visitor.get(`/accounts/${order.customer.id}/people`)).body;
  expect(life).toMatch(/The relation with .*northwind-voice.* was restored/);
  const viewer = world.visitor(await world.signIn(order.customer.id, 'viewer'));
  expect((await viewer.get(page)).status).toBe(200);
  expect((await viewer.post(end)).status).toBe(403);
});
