import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { anOrder, type Answer } from '../../support/api/api.ts';
import { keyFor } from '../../support/api/api-keys.ts';
import { signInAs } from '../../support/api/people.ts';
import { createServers } from '../../support/api/servers.ts';
import { openMailingSite, type MailingSite } from '../../support/mail/mailing-site.ts';
import { valueOf } from '../../support/portal/html.ts';
import { until } from '../../support/until.ts';

let site: MailingSite;
beforeAll(async () => {
  site = await openMailingSite();
});
afterAll(() => site.close());

const servers = createServers(() => site);

type Order = ReturnType<typeof anOrder>;

const party = (id: string, name: string) => ({ id, name, email: `orders@${id}.example` });
const at = ({ number }: Order, path = '') => `/v1/orders/${number}${path}`;
const amend = (order: Order, content: object): Promise<Answer> => site.call('POST', at(order, '/amendments'), content);
const sellBy = (order: Order, content: object): Promise<Answer> => site.call('PUT', at(order, '/seller'), content);
const lock = (order: Order, content: object = {}, headers = {}): Promise<Answer> =>
  site.call('POST', at(order, '/deliveries/1/lock'), { reference: 'L-1', reason: 'wrong', ...content }, headers);
const read = async (order: Order, headers = {}) => (await site.call('GET', at(order), undefined, headers)).body;
const isLocked = async (order: Order) => (await read(order)).deliveries[0].unlockedAt === null;
/** Of what became of the order, without its e-mails, which go when they go. */
const typesOf = async (order: Order) =>
  (await site.call('GET', at(order, '/events'))).body.items
    .map(({ type }: { type: string }) => type)
    .filter((type: string) => !type.startsWith('mail-'));
const keyOf = (account: string) => keyFor(site.deps.orm.em.fork(), account);
const refusal = ({ status, body }: Answer) => [status, body.code];
const found = async (q: string) =>
  (await site.call('GET', `/v1/orders?q=${encodeURIComponent(q)}`)).body.items.map(({ number }: Order) => number);

/** Addresses of an account, and whether each was confirmed. */
async function membersOf(account: string): Promise<[string, boolean][]> {
  const rows = await site.deps.orm.em.fork().execute<{ email: string; confirmed: boolean }[]>(
    `select p.email, m.confirmed_at is not null as confirmed from memberships m join people p on p.id = m.person_id
     where m.account_id = ? order by m.created_at`,
    [account],
  );
  return rows.map(({ email, confirmed }) => [email, confirmed]);
}
const APPLIED = { status: 202, body: { applied: true } };

/** E-mails about an order, oldest first. */
const mailsOf = ({ number }: Order) => site.resend.sent.filter(({ subject }) => subject.includes(number));
const linkIn = ({ text }: { text: string }) => new URL(/https:\S+\/unlock\/\S+/.exec(text)![0]).pathname;
const opened = async (link: string) => (await site.visitor().get(link)).status;

/** An order of a customer and a reseller of its own, whose e-mail was sent. */
async function aMailedOrder(changes: Record<string, unknown> = {}): Promise<Order> {
  const order = anOrder(changes);
  if (order.reseller) order.reseller = party(`reseller-${order.number}`, `Reseller ${order.number}`);
  expect((await site.call('POST', '/v1/orders', order)).status).toBe(201);
  await until(async () => (await read(order)).deliveries[0]?.mail === 'sent');
  return order;
}

describe('an amendment', () => {
  test('replaces what it names, at once and everywhere, and is told again some minutes later', async () => {
    const order = await aMailedOrder({ purchaseOrder: 'PO-1', metadata: { region: 'south' } });
    const [former, next] = [order.customer.id, `grand-${order.number}`];
    const link = linkIn(mailsOf(order)[0]!);
    const content = {
      reference: 'A-1',
      customer: { ...party(next, 'Grand Hotel'), timeZone: 'America/Phoenix' },
      lines: [{ application: 'voicemail', capacity: 3, license: 'perpetual', reference: '10' }],
      purchaseOrder: `PO-2-${order.number}`,
      metadata: { region: 'north' },
    };
    for (let times = 0; times < 3; times++) expect(await amend(order, content)).toMatchObject(APPLIED);

    const amended = await read(order);
    expect(amended).toMatchObject({
      customer: { id: next, name: 'Grand Hotel', timeZone: 'America/Phoenix' },
      reseller: { id: order.reseller.id },
      ...{ purchaseOrder: content.purchaseOrder, metadata: { region: 'north' } },
      deliveries: [{ edition: 2, mail: 'due' }],
      lines: [{ id: '3', application: 'voicemail', capacity: 3, locked: 3, reference: '10' }],
    });
    expect(await typesOf(order)).toEqual(['delivered', 'amended']);
    expect([await found('Grand Hotel'), await found(content.purchaseOrder)]).toEqual([[order.number], [order.number]]);
    expect([await found(former), await found('PO-1 ')]).toEqual([[], []]);
    expect((await site.call('GET', `/v1/orders?customer=${former}`)).body.items).toEqual([]);
    expect(await membersOf(next)).toEqual([[content.customer.email.toLowerCase(), true]]);

    const visitor = site.visitor();
    for (const answer of [await visitor.get(link), await visitor.post(link)]) {
      expect(answer.status).toBe(410);
      for (const told of [order.number, 'Grand Hotel', order.customer.name]) expect(answer.body).not.toContain(told);
    }
    expect([await isLocked(order), mailsOf(order)]).toEqual([true, [expect.anything()]]);
    // A link of the newest edition works, and is replaced as any other.
    const replaced = await site.call('POST', at(order, '/deliveries/1/unlock-link'), {});
    expect(await opened(new URL(replaced.body.unlockUrl).pathname)).toBe(200);
  });

  test('of the order as first posted, posted again, stays 200', async () => {
    const order = await aMailedOrder();
    await amend(order, { reference: 'A-1', purchaseOrder: 'PO-9' });
    const again = await site.call('POST', '/v1/orders', order);
    expect([again.status, again.body.purchaseOrder]).toEqual([200, 'PO-9']);
    expect((await site.call('POST', '/v1/orders', { ...order, purchaseOrder: 'PO-9' })).body.code).toBe(
      'ORDER_NUMBER_TAKEN',
    );
  });

  test('removes what it names as null: a reseller makes it a direct sale', async () => {
    const order = await aMailedOrder({ purchaseOrder: 'PO-1', metadata: { region: 'south' } });
    await amend(order, { reference: 'A-1', reseller: null, purchaseOrder: null, metadata: null });
    expect(await read(order)).toMatchObject({ reseller: null, purchaseOrder: null, metadata: {} });
    expect(await read(order, await keyOf(order.customer.id))).toMatchObject({ stage: 'locked' });
    expect((await site.call('GET', at(order), undefined, await keyOf(order.reseller.id))).status).toBe(404);
  });

  test('lets another reseller in and the former one out, in lists too, and proposes its address to its account', async () => {
    const order = await aMailedOrder();
    const next = party(`other-${order.number}`, 'Harbour Telecom');
    const theirs = await keyOf(order.reseller.id);
    await amend(order, { reference: 'A-1', reseller: next });
    const ours = await keyOf(next.id);
    expect(await read(order, ours)).toMatchObject({ number: order.number, reseller: { name: 'Harbour Telecom' } });
    for (const path of ['', '/events'])
      expect((await site.call('GET', at(order, path), undefined, theirs)).status).toBe(404);
    expect((await site.call('GET', '/v1/orders', undefined, theirs)).body.items).toEqual([]);
    expect(await membersOf(next.id)).toEqual([[next.email.toLowerCase(), true]]);
    const known = { ...next, email: `second@${next.id}.example` };
    await amend(order, { reference: 'A-2', reseller: known });
    expect(await membersOf(next.id)).toEqual([
      [next.email.toLowerCase(), true],
      [known.email.toLowerCase(), false],
    ]);
  });

  test('is refused for what an order would be refused for, and for what has become of it', async () => {
    const order = await aMailedOrder();
    const wrong: [object, number, string][] = [
      [{}, 400, 'INVALID_REQUEST'],
      [{ customer: null }, 400, 'INVALID_REQUEST'],
      [{ lines: [] }, 400, 'INVALID_REQUEST'],
      [{ lines: [{ application: 'nothing', capacity: 1, license: 'perpetual' }] }, 400, 'INVALID_REQUEST'],
      [{ lines: [{ application: 'voicemail', capacity: 1, license: 'subscription' }] }, 400, 'INVALID_REQUEST'],
      [{ customer: { ...order.customer, timeZone: 'Nowhere/At-all' } }, 400, 'INVALID_REQUEST'],
      [{ purchaseOrder: 'a\u0000b' }, 400, 'INVALID_REQUEST'],
      [{ customer: party(order.reseller.id, 'Reseller') }, 409, 'ACCOUNT_KIND_DIFFERS'],
      [{ reseller: party(order.customer.id, 'Customer') }, 409, 'ACCOUNT_KIND_DIFFERS'],
    ];
    for (const [content, status, code] of wrong)
      expect(refusal(await amend(order, { reference: 'A-1', ...content }))).toEqual([status, code]);
    expect(await typesOf(order)).toEqual(['delivered']);
    expect(await amend(order, { reference: 'A-1', purchaseOrder: 'PO-1' })).toMatchObject(APPLIED);
    expect(refusal(await amend(order, { reference: 'A-1', purchaseOrder: 'PO-2' }))).toEqual([409, 'REFERENCE_TAKEN']);

    await site.call('POST', at(order, '/unlock'));
    expect(refusal(await amend(order, { reference: 'A-2', purchaseOrder: 'PO-2' }))).toEqual([409, 'ALREADY_UNLOCKED']);
    await lock(order);
    expect(refusal(await amend(order, { reference: 'A-2', purchaseOrder: 'PO-2' }))).toEqual([409, 'ALREADY_UNLOCKED']);
    // What is known is answered before it is judged.
    expect(await amend(order, { reference: 'A-1', purchaseOrder: 'PO-1' })).toMatchObject(APPLIED);
    expect((await amend({ ...order, number: 'SO-nowhere' }, { reference: 'A-1', purchaseOrder: 'PO-1' })).status).toBe(
      404,
    );
  });

  test('is previewed with the order as it would be and its e-mail, and nothing is kept', async () => {
    const order = await aMailedOrder();
    const [next, before] = [party(`p-${order.number}`, 'Previewed'), await read(order)];
    const preview = await site.call('POST', at(order, '/amendments?preview=true'), {
      reference: 'A-1',
      reseller: next,
    });
    expect(preview.status).toBe(200);
    expect(preview.body).toMatchObject({
      preview: true,
      events: [{ type: 'amended' }],
      order: { reseller: { name: 'Previewed' }, deliveries: [{ edition: 2 }] },
      mails: [{ delivery: '1', edition: 2, account: next.id }],
    });
    const minutes = (Date.parse(preview.body.mails[0].at) - Date.now()) / 60_000;
    expect(Math.round(minutes)).toBe(10);
    expect(await read(order)).toEqual(before);
    expect(await membersOf(next.id)).toEqual([]);
    const other = await amend(order, { reference: 'A-1', purchaseOrder: 'of another content' });
    expect(other).toMatchObject(APPLIED);
  });

  test('leaves the button of a page that was opened before without effect: the page shows what is now', async () => {
    const order = await aMailedOrder();
    const visitor = site.visitor((await signInAs(site.deps.orm.em.fork(), order.reseller.id)).cookie);
    const page = `/orders/${order.number}/unlock/1`;
    const edition = valueOf((await visitor.get(page)).body, 'edition');
    await amend(order, { reference: 'A-1', customer: { ...order.customer, name: 'Grand Hotel' } });
    const pressed = await visitor.post(page, { edition });
    expect([pressed.status, pressed.location]).toEqual([303, `${page}?replaced`]);
    const shown = (await visitor.get(pressed.location!)).body;
    for (const said of ['was changed meanwhile', 'Grand Hotel', 'Unlock these licenses']) expect(shown).toContain(said);
    expect(await isLocked(order)).toBe(true);
    await visitor.post(page, { edition: valueOf(shown, 'edition') });
    expect(await isLocked(order)).toBe(false);
  });
});

describe('a lock', () => {
  test('takes an unlock back, for its seller too, and the same link unlocks again', async () => {
    const order = await aMailedOrder();
    const [link, visitor] = [linkIn(mailsOf(order)[0]!), site.visitor()];
    await visitor.post(link);
    const customer = await keyOf(order.customer.id);
    expect(await read(order, customer)).toMatchObject({ number: order.number });
    for (let times = 0; times < 2; times++)
      expect(await lock(order, {}, await keyOf(order.reseller.id))).toMatchObject(APPLIED);
    expect(await isLocked(order)).toBe(true);
    expect((await site.call('GET', at(order), undefined, customer)).status).toBe(404);
    expect((await visitor.get(link)).body).toContain('Unlock these licenses');
    await visitor.post(link);
    expect(await typesOf(order)).toEqual(['delivered', 'unlocked', 'locked', 'unlocked']);
    expect(mailsOf(order)).toHaveLength(1);
  });

  test('names the servers that still have something of it', async () => {
    const { order, id } = await servers.aServer();
    await servers.assign(id, 'digital-fax', 3);
    const refused = await lock(order);
    expect(refused).toMatchObject({ status: 409, body: { code: 'STILL_ASSIGNED', servers: [id] } });
    expect(refusal(await lock(order, { reference: 'L-2', reason: '' }))).toEqual([400, 'INVALID_REQUEST']);
    await servers.assign(id, 'digital-fax', 0);
    expect(await lock(order)).toMatchObject(APPLIED);
    expect((await servers.assign(id, 'digital-fax', 3)).status).toBe(409);
    const missing = await site.call('POST', at(order, '/deliveries/9/lock'), { reference: 'L-9', reason: 'wrong' });
    expect(refusal(missing)).toEqual([404, 'DELIVERY_UNKNOWN']);
  });
});

describe('another seller', () => {
  test('is mailed at once what is locked, with a link of its own; the former one reads the order no more', async () => {
    const order = await aMailedOrder();
    const former = linkIn(mailsOf(order)[0]!);
    const theirs = await keyOf(order.reseller.id);
    const next = party(`next-${order.number}`, 'Coast Telecom');
    for (let times = 0; times < 2; times++)
      expect(await sellBy(order, { reference: 'S-1', reseller: next })).toMatchObject(APPLIED);
    await until(() => mailsOf(order).length >= 2);
    const [, mail] = mailsOf(order);
    expect([mail!.to, mail!.subject.startsWith('Corrected')]).toEqual([next.email, false]);
    expect([await opened(former), await opened(linkIn(mail!))]).toEqual([410, 200]);
    expect((await site.call('GET', at(order), undefined, theirs)).status).toBe(404);
    expect(await read(order, await keyOf(next.id))).toMatchObject({ reseller: { name: 'Coast Telecom' } });
    expect([await found('Coast Telecom'), await found(order.reseller.id)]).toEqual([[order.number], []]);

    await site.services.mails.sendAgain(order.number, '1', 2, 'person/1');
    await until(() => mailsOf(order).length >= 3);
    expect(mailsOf(order)[2]).toMatchObject({ to: next.email });
    expect(linkIn(mailsOf(order)[2]!)).toBe(linkIn(mail!));
    expect((await read(order)).deliveries[0]).toMatchObject({ edition: 2, mail: 'sent' });

    // References of transfers are others: this one is not known as one of theirs.
    expect(refusal(await sellBy(order, { reference: 'S-1', reseller: party('x', 'X') }))).toEqual([
      409,
      'REFERENCE_TAKEN',
    ]);
  });

  test('of what is unlocked is mailed nothing, and manages the customer instead of the former one', async () => {
    const order = await aMailedOrder();
    await site.call('POST', at(order, '/unlock'));
    const next = party(`next-${order.number}`, 'Harbour Telecom');
    await sellBy(order, { reference: 'S-1', reseller: next });
    const statusOf = async (account: string) =>
      (await site.call('GET', `/v1/accounts/${order.customer.id}/servers`, undefined, await keyOf(account))).status;
    expect([await statusOf(next.id), await statusOf(order.reseller.id)]).toEqual([200, 404]);
    expect(mailsOf(order)).toHaveLength(1);
  });

  test('is previewed with the e-mail that would leave at once', async () => {
    const order = await aMailedOrder();
    const content = { reference: 'S-1', reseller: party(`next-${order.number}`, 'Harbour Telecom') };
    const preview = await site.call('PUT', at(order, '/seller?preview=true'), content);
    expect(preview.body).toMatchObject({
      events: [{ type: 'parties-changed' }],
      order: { reseller: { name: 'Harbour Telecom' } },
      mails: [{ delivery: '1', edition: 2, account: content.reseller.id }],
    });
    expect((await read(order)).reseller.id).toBe(order.reseller.id);
  });
});
