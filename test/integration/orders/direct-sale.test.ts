import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createSendDigest } from '../../../activities/send-digest.ts';
import { noticesIn } from '../../../domain/order/notices.ts';
import { passTime } from '../../../domain/order/handle.ts';
import type { Order } from '../../../domain/order/order.ts';
import { createResend } from '../../../mail/resend.ts';
import { SEARCH_ATTRIBUTES } from '../../../temporal/search-attributes.ts';
import { orderQuery, orderWorkflowId } from '../../../temporal/contract.ts';
import { anOrder } from '../../support/api/api.ts';
import { keyFor } from '../../support/api/api-keys.ts';
import { signInAs } from '../../support/api/people.ts';
import { openMailingSite, type MailingSite } from '../../support/mail/mailing-site.ts';
import type { Visitor } from '../../support/portal/site.ts';
import { until } from '../../support/until.ts';

let site: MailingSite;
beforeAll(async () => {
  site = await openMailingSite();
});
afterAll(() => site.close());

/** An order that nobody stands between, its customer before a browser and with a key; one with a seller stands beside it, locked too. */
async function aDirectSale(changes: Record<string, unknown> = {}) {
  const order = anOrder({ reseller: undefined, ...changes });
  const { customer, number } = order;
  const sold = anOrder({ customer });
  for (const one of [sold, order]) expect((await site.call('POST', '/v1/orders', one)).status).toBe(201);
  await until(async () => (await site.call('GET', `/v1/orders?customer=${customer.id}`)).body.items.length >= 2);
  const em = site.deps.orm.em.fork();
  const key = await keyFor(em, customer.id);
  const visitor: Visitor = site.visitor((await signInAs(em, customer.id)).cookie);
  const get = async (url: string) => (await site.call('GET', url, undefined, key)).body;
  return { order, number, sold: sold.number, customer: customer.id, key, visitor, get };
}

type Sale = Awaited<ReturnType<typeof aDirectSale>>;
type Item = Record<string, unknown>;

/** Everything in which an order can be met, with what its customer reads there of one that it bought directly and that is locked. */
const ANSWERS: [string, (sale: Sale) => Promise<unknown>, (sale: Sale) => unknown][] = [
  [
    'the order',
    async ({ get, number }) => {
      const { stage, deliveries, lines } = await get(`/v1/orders/${number}`);
      return [stage, deliveries.length, lines.map(({ locked }: Item) => locked)];
    },
    () => ['locked', 1, [8, 20]],
  ],
  [
    'its life',
    async ({ get, number }) =>
      (await get(`/v1/orders/${number}/events`)).items
        .filter(({ type }: Item) => type !== 'mail-sent')
        .map(({ type, lines }: Item) => [type, (lines as Item[]).length]),
    () => [['delivered', 2]],
  ],
  ['the list of orders', async ({ get }) => numbers(await get('/v1/orders')), ({ number }) => [number]],
  ['that of locked ones', async ({ get }) => numbers(await get('/v1/orders?locked=true')), ({ number }) => [number]],
  ['that of others', async ({ get }) => numbers(await get('/v1/orders?locked=false')), () => []],
  ['that of a stage', async ({ get }) => numbers(await get('/v1/orders?stage=locked')), ({ number }) => [number]],
  ['a search', async ({ get, number }) => numbers(await get(`/v1/orders?q=${number}`)), ({ number }) => [number]],
  [
    'the rows of what it owns',
    async ({ get, customer, number }) =>
      (await get(`/v1/accounts/${customer}/licenses`)).items.map(
        ({ application, owned, locked, free, lines }: Item) => [
          ...[application, owned, locked, free],
          (lines as Item[]).every(({ order }) => order === number),
        ],
      ),
    () => [
      ['digital-fax', 8, 8, 0, true],
      ['call-recording', 20, 20, 0, true],
    ],
  ],
  [
    'its sellers',
    async ({ get, customer }) => (await get(`/v1/accounts/${customer}/sellers`)).items.map(({ id }: Item) => id),
    () => ['northwind-voice'],
  ],
];

const numbers = ({ items }: { items: Item[] }) => items.map(({ number }) => number);

/** The pages on which it stands, with what is on them and what is not. */
const PAGES: [string, (sale: Sale) => string, (sale: Sale) => string[]][] = [
  ['orders', () => '/orders', ({ number }) => [number, 'Sold directly', 'Locked']],
  [
    'the order',
    ({ number }) => `/orders/${number}`,
    ({ number }) => ['Sold directly', 'Digital Fax', `href="/orders/${number}/unlock/1"`, 'Send the e-mail again'],
  ],
  [
    'what it owns',
    ({ customer }) => `/customers/${customer}`,
    ({ number }) => ['Digital Fax', 'Call Recording', `href="/orders/${number}/unlock/1"`],
  ],
  [
    'what of it is locked',
    ({ customer }) => `/customers/${customer}?show=locked`,
    () => ['Digital Fax', 'Call Recording'],
  ],
  [
    'the table to download',
    ({ customer }) => `/customers/${customer}/licenses.csv`,
    ({ number }) => [`0,,0,8,0,`, number],
  ],
  [
    'unlocking',
    ({ number }) => `/orders/${number}/unlock/1`,
    () => ['Digital Fax', 'these licenses can be assigned to servers'],
  ],
];

describe('what was sold directly and is locked is there for its customer', () => {
  let sale: Sale;
  beforeAll(async () => {
    sale = await aDirectSale();
  });

  test.each(ANSWERS)('in %s', async (_, read, expected) => {
    expect(await read(sale)).toEqual(expected(sale));
  });

  test.each(PAGES)('on the page of %s, and what a reseller holds is not', async (_, path, said) => {
    const { status, body } = await sale.visitor.get(path(sale));
    expect(status).toBe(200);
    for (const text of said(sale)) expect(body).toContain(text);
    expect(body).not.toContain(sale.sold);
  });

  test('and a viewer of the account sees it without unlocking it', async () => {
    const em = site.deps.orm.em.fork();
    const viewer = site.visitor((await signInAs(em, sale.customer, { role: 'viewer' })).cookie);
    expect((await viewer.get(`/customers/${sale.customer}`)).body).not.toContain('/unlock/');
    expect((await viewer.post(`/orders/${sale.number}/unlock/1`)).status).toBe(403);
  });

  test('and for nobody else but the vendor', async () => {
    const key = await keyFor(site.deps.orm.em.fork(), 'northwind-voice');
    for (const path of [`/v1/orders/${sale.number}`, `/v1/orders/${sale.number}/events`])
      expect((await site.call('GET', path, undefined, key)).status).toBe(404);
    expect((await site.call('POST', `/v1/orders/${sale.number}/unlock`, undefined, key)).status).toBe(404);
  });
});

describe('a customer unlocks what it bought directly', () => {
  const isUnlocked = async ({ get, number }: Sale) =>
    (await get(`/v1/orders/${number}`)).deliveries[0].unlockedAt !== null;

  test('by the link of the one e-mail, which went to the address in the order', async () => {
    const sale = await aDirectSale({ purchaseOrder: 'PO-77' });
    const mailed = () => site.resend.sent.filter(({ subject }) => subject.includes(sale.number));
    await until(() => mailed().length > 0);
    const [mail] = mailed();
    expect(mail).toMatchObject({
      to: sale.order.customer.email,
      subject: `Order ${sale.number}: your licenses are delivered`,
    });
    expect(mail!.text).toContain('Purchase order: PO-77\n');
    const path = new URL(/https:\S+\/unlock\/\S+/.exec(mail!.text)![0]).pathname;
    const stranger = site.visitor();
    expect((await stranger.get(path)).body).toContain('these licenses can be assigned to servers');
    await stranger.post(path);
    await until(() => isUnlocked(sale));
    expect(mailed()).toHaveLength(1);
  });

  test('in the portal, after a second press', async () => {
    const sale = await aDirectSale();
    await sale.visitor.post(`/orders/${sale.number}/unlock/1`);
    await until(() => isUnlocked(sale));
  });

  test('and by the API; what it then owns can be assigned', async () => {
    const sale = await aDirectSale();
    const taken = await site.call('POST', `/v1/orders/${sale.number}/unlock`, undefined, sale.key);
    expect(taken).toMatchObject({ status: 202, body: { applied: true } });
    const server = await site.call(
      'POST',
      `/v1/accounts/${sale.customer}/servers`,
      { name: 'Main', role: 'test' },
      sale.key,
    );
    const path = `/v1/servers/${server.body.id}/assignments/digital-fax`;
    expect((await site.call('PUT', path, { capacity: 8 }, sale.key)).status).toBe(200);
    expect((await site.call('PUT', path, { capacity: 9 }, sale.key)).body).toMatchObject({
      code: 'INSUFFICIENT_CAPACITY',
      free: 0,
    });
  });

  test('also an expansion of it, which has an e-mail of its own', async () => {
    const sale = await aDirectSale();
    const lines = [{ application: 'voicemail', capacity: 5, license: 'perpetual' }];
    await site.call('POST', `/v1/orders/${sale.number}/expansions`, { reference: 'E-1', lines });
    const owned = async () => (await sale.get(`/v1/accounts/${sale.customer}/licenses`)).items;
    expect(await owned()).toContainEqual(expect.objectContaining({ application: 'voicemail', locked: 5 }));
    await site.call('POST', `/v1/orders/${sale.number}/unlock`, { delivery: '2' }, sale.key);
    expect(await owned()).toContainEqual(expect.objectContaining({ application: 'voicemail', free: 5 }));
  });
});

test('operators find a direct sale by its customer, who is its seller too', async () => {
  const { number, customer } = await aDirectSale();
  const { typedSearchAttributes: attributes, staticDetails } = await site.deps.temporal.workflow
    .getHandle(orderWorkflowId(number))
    .describe();
  for (const attribute of [SEARCH_ATTRIBUTES.CustomerId, SEARCH_ATTRIBUTES.ResellerId])
    expect(attributes.get(attribute)).toBe(customer);
  expect(await staticDetails()).toContain(`Sold to ${customer} directly`);
});

test('a customer is told itself of what ends', async () => {
  const { order, number, customer } = await aDirectSale();
  const state: Order = await site.deps.temporal.workflow.getHandle(orderWorkflowId(number)).query(orderQuery);
  const soon = Date.parse('2099-12-25T08:00:00+01:00');
  const notices = noticesIn(passTime(state, soon)).filter(({ days }) => days === 7);
  expect(notices.map(({ account }) => account)).toEqual([customer, customer]);
  const sendDigest = createSendDigest({
    ...{ orm: site.deps.orm, publicUrl: site.deps.publicUrl, from: 'l@example.com', clock: () => soon },
    ...{
      catalogue: site.deps.catalogue,
      secretKeys: site.deps.secretKeys,
      askOrders: () => Promise.resolve(new Map()),
    },
    resend: createResend({ apiKey: 're_test', baseUrl: site.resend.url }),
  });
  expect(await sendDigest({ account: customer, day: '2099-12-25', notices })).toMatchObject({ outcome: 'sent' });
  expect(site.resend.sent.at(-1)).toMatchObject({ to: order.customer.email, subject: '2 licenses end soon' });
});
