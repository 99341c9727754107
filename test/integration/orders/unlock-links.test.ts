import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mailWorkflowId } from '../../../temporal/contract.ts';
import { keyFor } from '../../support/api/api-keys.ts';
import { anOrder, type Answer } from '../../support/api/api.ts';
import { linkTo, valueOf } from '../../support/portal/html.ts';
import { openMailingSite, type MailingSite } from '../../support/mail/mailing-site.ts';
import { signInAs } from '../../support/api/people.ts';
import { until } from '../../support/until.ts';

const EIGHT = [1, 2, 3, 4, 5, 6, 7, 8];

let site: MailingSite;
let resend: MailingSite['resend'];

beforeAll(async () => {
  site = await openMailingSite();
  ({ resend } = site);
});
afterAll(() => site.close());

type Order = ReturnType<typeof anOrder>;

/** An order of a reseller of its own, whose e-mail was sent. */
async function aMailedOrder(): Promise<Order> {
  const order = anOrder();
  order.reseller = { ...order.reseller, id: `reseller-${order.number}` };
  await site.call('POST', '/v1/orders', order);
  await until(async () => (await site.call('GET', `/v1/orders/${order.number}`)).body.deliveries[0]?.mail === 'sent');
  return order;
}

/** The unlock links of the e-mails about an order, oldest first. */
const mailedLinks = ({ number }: Order) =>
  resend.sent
    .filter(({ subject }) => subject.includes(number))
    .map(({ text }) => new URL(/https:\S+\/unlock\/\S+/.exec(text)![0]).pathname);

const replace = (number: string, headers: object = {}, delivery = '1'): Promise<Answer> =>
  site.call('POST', `/v1/orders/${number}/deliveries/${delivery}/unlock-link`, undefined, headers);
const pathOf = ({ body }: Answer): string => new URL(body.unlockUrl).pathname;
const opened = async (link: string) => (await site.visitor().get(link)).status;
const isLocked = async ({ number }: Order) =>
  (await site.call('GET', `/v1/orders/${number}`)).body.deliveries[0].unlockedAt === null;
const eventsOf = async ({ number }: Order, query = '', headers: object = {}): Promise<Answer['body']> =>
  (await site.call('GET', `/v1/orders/${number}/events${query}`, undefined, headers)).body;
const signedIn = async (account: string, role?: 'viewer') =>
  site.visitor((await signInAs(site.deps.orm.em.fork(), account, role && { role })).cookie);

test('the vendor replaces a link: the mailed one says so and unlocks nothing, the new one unlocks', async () => {
  const order = await aMailedOrder();
  const [mailed] = mailedLinks(order);
  expect(await opened(mailed!)).toBe(200);

  const replaced = await replace(order.number);
  expect(replaced.status).toBe(201);
  expect(replaced.headers['cache-control']).toBe('no-store');
  expect(replaced.body).toEqual({
    unlockUrl: expect.stringMatching(/^https:\/\/licensing\.example\/unlock\//),
    replacedAt: expect.stringMatching(/Z$/),
  });

  const visitor = site.visitor();
  for (const answer of [await visitor.get(mailed!), await visitor.post(mailed!)]) {
    expect(answer.status).toBe(410);
    expect(answer.body).toContain('This link was replaced');
    for (const told of [order.number, order.customer.name, order.reseller.name, 'Digital Fax'])
      expect(answer.body).not.toContain(told);
  }
  expect(await isLocked(order)).toBe(true);

  const link = pathOf(replaced);
  expect((await visitor.get(link)).body).toContain(order.number);
  expect((await visitor.post(link)).status).toBe(303);
  expect(await isLocked(order)).toBe(false);
  expect(await opened(mailed!)).toBe(410);
});

test('a copy of the e-mail that is sent again has the newest link, and nothing else in it is different', async () => {
  const order = await aMailedOrder();
  await replace(order.number);
  const newest = pathOf(await replace(order.number));
  await site.services.mails.sendAgain(order.number, '1', 2, 'person/1');
  await site.deps.temporal.workflow.getHandle(mailWorkflowId(order.number, '1', 2)).result();
  const [first, again] = mailedLinks(order);
  expect(again).toBe(newest);
  const [one, other] = resend.sent.filter(({ subject }) => subject.includes(order.number));
  expect(other!.text.replace(again!, first!)).toBe(one!.text);
  expect([await opened(first!), await opened(again!)]).toEqual([410, 200]);
});

test('each link of a delivery stops working with the next, and another delivery keeps its own', async () => {
  const order = await aMailedOrder();
  const lines = [{ application: 'voicemail', capacity: 3, license: 'perpetual' }];
  await site.call('POST', `/v1/orders/${order.number}/expansions`, { reference: 'EXP-1', lines });
  await until(() => mailedLinks(order).length >= 2);
  const [first, second] = [pathOf(await replace(order.number)), pathOf(await replace(order.number))];
  const links = [...mailedLinks(order), first, second];
  expect(await Promise.all(links.map(opened))).toEqual([410, 200, 410, 200]);
});

test('the same request again, even at once, is the same link, also after that one was replaced', async () => {
  const { number } = await aMailedOrder();
  const [a, b] = [{ 'idempotency-key': `A-${number}` }, { 'idempotency-key': `B-${number}` }];
  const [first, atOnce] = await Promise.all([replace(number, a), replace(number, a)]);
  expect(atOnce.body).toEqual(first.body);
  const newer = await replace(number, b);
  expect(pathOf(newer)).not.toBe(pathOf(first));
  expect((await replace(number, a)).body).toEqual(first.body);
  expect([await opened(pathOf(first)), await opened(pathOf(newer))]).toEqual([410, 200]);
  await site.call('POST', `/v1/orders/${number}/unlock`);
  expect((await replace(number, a)).body).toEqual(first.body);
});

test('of several replacements at the same moment each makes a link of its own, and one of them works', async () => {
  const order = await aMailedOrder();
  const links = (await Promise.all(EIGHT.map(() => replace(order.number)))).map(pathOf);
  expect(new Set(links).size).toBe(8);
  expect((await Promise.all(links.map(opened))).filter((status) => status !== 410)).toEqual([200]);
  const told = (await eventsOf(order)).items.filter(({ type }: { type: string }) => type === 'unlock-link-replaced');
  expect(told.map(({ seq }: { seq: number }) => seq)).toEqual(EIGHT);
});

describe('the life of an order', () => {
  test('says when a link was replaced and by whom, page by page, and holds no link', async () => {
    const order = await aMailedOrder();
    const { body } = await replace(order.number);
    await replace(order.number);
    const all = await eventsOf(order);
    const stream = `unlock-link/${order.number}/1`;
    const by = expect.stringMatching(/^key\//);
    expect(all.items.slice(2)).toMatchObject([
      { stream, seq: 1, type: 'unlock-link-replaced', at: body.replacedAt, delivery: '1', by },
      { stream, seq: 2, type: 'unlock-link-replaced', delivery: '1', by },
    ]);
    expect(Object.keys(all.items[2]).sort()).toEqual(['at', 'by', 'delivery', 'recordedAt', 'seq', 'stream', 'type']);

    const paged: object[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page = await eventsOf(order, `?limit=1${cursor && `&cursor=${cursor}`}`);
      paged.push(...page.items);
      cursor = page.items.length === 0 ? null : page.nextCursor;
    }
    expect(paged).toEqual(all.items);
  });

  test('says nothing of links to the customer', async () => {
    const order = await aMailedOrder();
    await replace(order.number);
    await site.call('POST', `/v1/orders/${order.number}/unlock`);
    const typesFor = async (account: string) => {
      const key = await keyFor(site.deps.orm.em.fork(), account);
      return (await eventsOf(order, '', key)).items.map(({ type }: { type: string }) => type);
    };
    expect(await typesFor(order.customer.id)).toEqual(['delivered', 'unlocked']);
    expect(await typesFor(order.reseller.id)).toEqual([
      ...['delivered', 'mail-sent', 'unlock-link-replaced', 'unlocked'],
    ]);
  });
});

test('what is unlocked, over or not there has no link to replace', async () => {
  const unlocked = await aMailedOrder();
  await site.call('POST', `/v1/orders/${unlocked.number}/unlock`);
  const canceled = await aMailedOrder();
  await site.call('POST', `/v1/orders/${canceled.number}/cancellation`, { reason: 'A mistake' });
  const refusals = await Promise.all([
    replace(unlocked.number),
    replace(canceled.number),
    replace(unlocked.number, {}, '9'),
    replace('SO-none'),
  ]);
  expect(refusals.map(({ status, body }) => [status, body.code])).toEqual([
    [409, 'ALREADY_UNLOCKED'],
    [409, 'ORDER_CANCELED'],
    [404, 'DELIVERY_UNKNOWN'],
    [404, 'NOT_FOUND'],
  ]);
});

describe('on the order’s page', () => {
  const pageOf = ({ number }: Order) => `/orders/${number}`;

  test('the vendor reads what follows, presses twice, and one link replaces the mailed one', async () => {
    const order = await aMailedOrder();
    const vendor = await signedIn('vendor');
    const form = linkTo((await vendor.get(pageOf(order))).body, 'Replace the link');
    const { body } = await vendor.get(form);
    for (const said of ['stops working at once', 'stays locked', 'send it again']) expect(body).toContain(said);

    const request = { request: valueOf(body, 'request') };
    const pressed = await Promise.all([vendor.post(form, request), vendor.post(form, request)]);
    const after = `${pageOf(order)}?replaced=1`;
    expect(pressed.map(({ status, location }) => [status, location])).toEqual([
      [303, after],
      [303, after],
    ]);
    const page = (await vendor.get(after)).body;
    expect(page).toContain('The unlock link was replaced.');
    expect(page).toContain('<details open="">');
    expect(page.match(/The unlock link of [^<]* was replaced/g)).toHaveLength(1);
    expect(await opened(mailedLinks(order)[0]!)).toBe(410);
  });

  test('nothing is replaced of what is unlocked meanwhile, nor by a form that brings no id', async () => {
    const order = await aMailedOrder();
    const vendor = await signedIn('vendor');
    const form = `${pageOf(order)}/unlock-link/1`;
    const request = { request: valueOf((await vendor.get(form)).body, 'request') };
    expect((await vendor.post(form)).status).toBe(400);
    await site.call('POST', `/v1/orders/${order.number}/unlock`);
    for (const answer of [await vendor.get(form), await vendor.post(form, request)])
      expect([answer.status, answer.body]).toEqual([409, expect.stringContaining('It is unlocked already')]);
    expect((await vendor.get(pageOf(order))).body).not.toContain('Replace the link');
    expect((await vendor.get(`${pageOf(order)}/unlock-link/9`)).status).toBe(404);
    expect(await opened(mailedLinks(order)[0]!)).toBe(200);
  });

  test('a viewer of the vendor, the reseller and the customer cannot, and see no button for it', async () => {
    const order = await aMailedOrder();
    const form = `${pageOf(order)}/unlock-link/1`;
    for (const [visitor, status] of [
      [await signedIn('vendor', 'viewer'), 403],
      [await signedIn(order.reseller.id), 403],
      [await signedIn(order.customer.id), 404],
    ] as const) {
      expect((await visitor.get(pageOf(order))).body).not.toContain('Replace the link');
      expect((await visitor.get(form)).status).toBe(status);
      expect((await visitor.post(form, { request: randomUUID() })).status).toBe(status);
    }
    expect(await opened(mailedLinks(order)[0]!)).toBe(200);
  });
});
