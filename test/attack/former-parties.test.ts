import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { keepFact } from '../../db/queries/orders/fact-contents.ts';
import { amendSignal, changeSellerSignal, orderWorkflowId } from '../../temporal/contract.ts';
import { keyFor } from '../support/api/api-keys.ts';
import { anOrder } from '../support/api/api.ts';
import { openWorld, type World } from '../support/api/world.ts';

const party = (id: string, name: string) => ({ id, name, email: `it@${id}.example`, timeZone: 'UTC', locale: 'en' });
const SELLER = party('northwind-voice', 'Northwind Voice');
const OTHER_SELLER = party('southwind-voice', 'Southwind Voice');
const DISTRIBUTOR = party('continental', 'Continental');
const STRANGER = party('other-voice', 'Other Voice');

type Sale = { number: string; customer: string; other: string };

let world: World;
let count = 0;
beforeAll(async () => {
  world = await openWorld();
  // Accounts that are not made by the orders of the table.
  await world.deliver(anOrder({ reseller: STRANGER }));
  await world.deliver(anOrder({ reseller: OTHER_SELLER }));
  for (const change of Object.keys(CHANGES) as Change[]) sales[change] = await sell(change);
}, 120_000);
afterAll(() => world.close());

/** What becomes of the parties of a sale. */
const CHANGES = {
  transferred: async ({ number, other }: Sale) => {
    await ok('POST', `/v1/orders/${number}/transfer`, { reference: 'F-1', customer: party(other, other) });
  },
  'sold by another': async ({ number }: Sale) => {
    const fact = { reference: 'F-1', contentHash: 'F-1', resellerId: OTHER_SELLER.id };
    await keep(number, 'change-seller', { reseller: OTHER_SELLER });
    await world.deps.temporal.workflow
      .getHandle(orderWorkflowId(number))
      .signal(changeSellerSignal, { ...fact, at: Date.now() });
  },
  amended: async ({ number, other }: Sale) => {
    const customer = party(other, other);
    await keep(number, 'amend', { customer, reseller: OTHER_SELLER });
    const ids = { customerId: other, resellerId: OTHER_SELLER.id, says: ['customer' as const, 'reseller' as const] };
    await world.deps.temporal.workflow
      .getHandle(orderWorkflowId(number))
      .signal(amendSignal, { reference: 'F-1', contentHash: 'F-1', inZone: 'UTC', ...ids, at: Date.now() });
  },
} as const;
type Change = keyof typeof CHANGES;
const sales = {} as Record<Change, Sale>;

async function ok(method: string, url: string, body?: object, headers?: object) {
  const answer = await world.call(method, url, body, headers);
  if (answer.status >= 300) throw new Error(`${method} ${url}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}

function keep(order: string, kind: 'amend' | 'change-seller', content: object) {
  const named = { order, kind, reference: 'F-1', contentHash: 'F-1' } as const;
  return keepFact(world.deps.orm.em.fork(), { ...named, content, by: 'operator', at: Date.now() });
}

async function sell(change: Change): Promise<Sale> {
  count += 1;
  const sale = { number: `SO-former-${count}`, customer: `former-${count}`, other: `newer-${count}` };
  // Whose accounts there are: another order of the other customer, which is no part of the table.
  await world.deliver(anOrder({ customer: party(sale.other, sale.other), reseller: STRANGER }));
  const order = anOrder({ customer: party(sale.customer, sale.customer), reseller: SELLER, distributor: DISTRIBUTOR });
  await world.deliver({ ...order, number: sale.number });
  if (change !== 'amended') await ok('POST', `/v1/orders/${sale.number}/unlock`);
  await CHANGES[change](sale);
  await world.until(async () => {
    const [now] = await world.deps.orm.em
      .fork()
      .execute<Record<string, string>[]>('select customer_id, reseller_id from orders where number = ?', [sale.number]);
    return now!.customer_id !== sale.customer || now!.reseller_id !== SELLER.id;
  });
  if (change === 'amended') await ok('POST', `/v1/orders/${sale.number}/unlock`);
  return sale;
}

const READERS = ['vendor', 'seller', 'other seller', 'distributor', 'customer', 'other customer', 'stranger'] as const;
type Reader = (typeof READERS)[number];

const accountOf = (reader: Reader, { customer, other }: Sale) =>
  ({
    ...{ vendor: 'vendor', seller: SELLER.id, 'other seller': OTHER_SELLER.id, distributor: DISTRIBUTOR.id },
    ...{ customer, 'other customer': other, stranger: STRANGER.id },
  })[reader];

/** Who reads the order then; nobody else does. */
const READ_BY: Record<Change, readonly Reader[]> = {
  transferred: ['vendor', 'seller', 'distributor', 'other customer'],
  'sold by another': ['vendor', 'other seller', 'distributor', 'customer'],
  amended: ['vendor', 'other seller', 'distributor', 'other customer'],
};

const keyOf = async (reader: Reader, sale: Sale) =>
  reader === 'vendor' ? {} : keyFor(world.deps.orm.em.fork(), accountOf(reader, sale));

describe.each(Object.keys(CHANGES) as Change[])('an order that was %s', (change) => {
  test.each(READERS)('is read by its parties as they are now alone: %s', async (reader) => {
    const sale = sales[change];
    const key = await keyOf(reader, sale);
    const reads = READ_BY[change].includes(reader);
    for (const path of [`/v1/orders/${sale.number}`, `/v1/orders/${sale.number}/events`])
      expect([path, (await world.call('GET', path, undefined, key)).status]).toEqual([path, reads ? 200 : 404]);
    const listed = (await ok('GET', '/v1/orders?limit=100', undefined, key)).items as { number: string }[];
    expect(listed.some(({ number }) => number === sale.number)).toBe(reads);
    for (const role of ['administrator', 'viewer'] as const) {
      const visitor = world.visitor(await world.signIn(accountOf(reader, sale), role));
      expect((await visitor.get(`/orders/${sale.number}`)).status).toBe(reads ? 200 : 404);
      expect((await visitor.get('/orders')).body.includes(sale.number)).toBe(reads);
    }
  });

  test('is in the rows and the CSV of its customer alone, and of who sells it', async () => {
    const sale = sales[change];
    const [owner, former] = change === 'sold by another' ? [sale.customer, sale.other] : [sale.other, sale.customer];
    const rows = async (account: string, reader: Reader) => {
      const answer = await world.call('GET', `/v1/accounts/${account}/licenses`, undefined, await keyOf(reader, sale));
      return answer.status === 200 && JSON.stringify(answer.body).includes(`"${sale.number}"`);
    };
    const csv = async (account: string) => {
      const visitor = world.visitor(await world.signIn('vendor'));
      return (await visitor.get(`/customers/${account}/licenses.csv`)).body.includes(sale.number);
    };
    expect([await rows(owner, 'vendor'), await csv(owner)]).toEqual([true, true]);
    expect([await rows(former, 'vendor'), await csv(former)]).toEqual([false, false]);
    const sellers = (await ok('GET', `/v1/accounts/${owner}/sellers`)).items.map(({ id }: { id: string }) => id);
    const [seller, formerSeller] = change === 'transferred' ? [SELLER, OTHER_SELLER] : [OTHER_SELLER, SELLER];
    expect(sellers).toContain(seller.id);
    expect(sellers).not.toContain(formerSeller.id);
    expect(await rows(owner, change === 'transferred' ? 'seller' : 'other seller')).toBe(true);
    expect(await rows(owner, change === 'transferred' ? 'other seller' : 'seller')).toBe(false);
  });

  test('names in its life nobody to those who did not know them', async () => {
    const sale = sales[change];
    const ids = [sale.customer, SELLER.id].filter((id) => id !== (change === 'transferred' ? SELLER.id : ''));
    const gone = change === 'sold by another' ? [SELLER.id] : ids;
    for (const reader of READ_BY[change]) {
      const { items } = await ok('GET', `/v1/orders/${sale.number}/events`, undefined, await keyOf(reader, sale));
      const told = items.find(({ type }: { type: string }) => type === 'parties-changed' || type === 'amended');
      const account = accountOf(reader, sale);
      const isNew = ['other customer', 'other seller'].includes(reader);
      expect([reader, told.former === undefined]).toEqual([reader, isNew]);
      if (isNew) for (const id of gone) expect(JSON.stringify(told).includes(`"${id}"`)).toBe(false);
      // Who comes to read it gets it as it is, as what was before lies behind.
      expect([reader, told.order?.number]).toEqual([reader, isNew ? sale.number : undefined]);
      if (account === sale.other) expect(items[0]).toBe(told);
      if (isNew) expect(told.order).toMatchObject({ seq: expect.any(Number), lines: expect.any(Array) });
    }
  });
});

test('a customer gets an order with the event that unlocked it, and its seller, who read it before, does not', async () => {
  const sale = sales['sold by another'];
  const unlocked = async (reader: Reader) => {
    const { items } = await ok('GET', `/v1/orders/${sale.number}/events`, undefined, await keyOf(reader, sale));
    return items.find(({ type }: { type: string }) => type === 'unlocked');
  };
  expect((await unlocked('customer')).order).toMatchObject({ number: sale.number, lines: expect.any(Array) });
  expect((await unlocked('distributor')).order).toBeUndefined();
});

test('a change of parties stands in the lives of those who came and who left, each as it may read it, once, and in no other', async () => {
  const life = async (account: string, key = {}) =>
    ((await ok('GET', `/v1/accounts/${account}/events`, undefined, key)).items as Record<string, unknown>[]).filter(
      ({ type }) => type === 'parties-changed',
    );
  const { number, customer, other } = sales.transferred;
  const own = (account: string) => keyFor(world.deps.orm.em.fork(), account);
  const [left] = await life(customer, await own(customer));
  expect(left).toMatchObject({ stream: `order/${number}`, former: { customerId: customer } });
  expect(JSON.stringify(left)).not.toContain(other);
  const [came] = await life(other, await own(other));
  expect(came).toMatchObject({ stream: `order/${number}`, customerId: other });
  expect(JSON.stringify(came)).not.toContain(`"${customer}"`);
  expect(await life(customer)).toMatchObject([{ customerId: other, former: { customerId: customer } }]);
  const sold = sales['sold by another'];
  expect((await life(SELLER.id)).map(({ stream }) => stream)).toEqual([`order/${sold.number}`]);
  expect((await life(OTHER_SELLER.id)).map(({ stream }) => stream)).toEqual([`order/${sold.number}`]);
  for (const account of [sold.customer, DISTRIBUTOR.id, STRANGER.id]) expect(await life(account)).toEqual([]);
  const page = await world.visitor(await world.signIn(customer)).get(`/accounts/${customer}/people`);
  expect(page.body).toContain('An order came to the account, or left it');
});
