import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Role } from '../../../domain/people/permissions.ts';
import { reached } from '../../../services/reached.ts';
import { anOrder } from '../../support/api/api.ts';
import { signInAs } from '../../support/api/people.ts';
import { openMailingSite, type MailingSite } from '../../support/mail/mailing-site.ts';
import { formIn } from '../../support/portal/html.ts';
import type { PageAnswer, Visitor } from '../../support/portal/site.ts';

const LOOK = 'See what follows';

let site: MailingSite;
let vendor: Visitor;

beforeAll(async () => {
  site = await openMailingSite();
  vendor = await signedIn('vendor');
});
afterAll(() => site.close());

async function signedIn(account: string, role: Role = 'administrator'): Promise<Visitor> {
  const { cookie } = await signInAs(site.deps.orm.em.fork(), account, { role });
  return site.visitor(cookie);
}
const read = async (number: string) => (await site.call('GET', `/v1/orders/${number}`)).body;
const eventsOf = async (number: string): Promise<string[]> =>
  (await site.call('GET', `/v1/orders/${number}/events`)).body.items.map(({ type }: { type: string }) => type);

/** An order that stands in the tables. */
async function placed(changes: Parameters<typeof anOrder>[0] = {}) {
  const order = anOrder(changes);
  await site.call('POST', '/v1/orders', order);
  await reached(async () => (await eventsOf(order.number)).length > 0);
  return order;
}

/** Fills in a form and looks at what follows; the answer to that. */
async function look(page: string, typed: Record<string, string>, who = vendor): Promise<PageAnswer> {
  const { status, body } = await who.get(page);
  expect([page, status]).toEqual([page, 200]);
  return who.post(page, { ...formIn(body, LOOK), ...typed });
}

/** The same, then confirms, twice as a hasty reader does; what the page says after it. */
async function make(page: string, button: string, typed: Record<string, string>): Promise<string> {
  const { status, body } = await look(page, typed);
  expect([page, status]).toEqual([page, 200]);
  const pressed = [await vendor.post(page, formIn(body, button)), await vendor.post(page, formIn(body, button))];
  expect(pressed.map((answer) => [answer.status, answer.location])).toEqual([
    [303, pressed[0]!.location],
    [303, pressed[0]!.location],
  ]);
  return (await vendor.get(pressed[0]!.location!)).body;
}

test('a small vendor places an order, unlocks, suspends, resumes, cancels a line for a later day and withdraws that, by form alone', async () => {
  const { reseller } = await placed();
  const number = `SO-FORM-${Date.now()}`;
  const line = { '/lines/0/application': 'attendant-console', '/lines/0/license': 'subscription' };
  const said = await make('/place-order', 'Place an order', {
    ...{ '/number': number, '/purchaseOrder': 'PO-77', '/reseller/id': reseller.id },
    ...{ '/customer/id': `bravo-${number}`, '/customer/name': 'Bravo Hotels', '/customer/email': 'it@bravo.example' },
    ...{ ...line, '/lines/0/capacity': '12', '/lines/0/endsOn': '2030-12-31' },
    ...{ '/lines/1/application': 'digital-fax', '/lines/1/license': 'perpetual', '/lines/1/capacity': '3' },
  });
  expect(said).toContain('The order was placed.');
  await reached(async () => (await eventsOf(number)).length > 0);
  expect(await read(number)).toMatchObject({
    ...{ purchaseOrder: 'PO-77', customer: { name: 'Bravo Hotels' }, reseller: { email: reseller.email } },
    lines: [
      { capacity: 12, endsOn: '2030-12-31' },
      { license: 'perpetual', care: null },
    ],
  });
  expect((await vendor.post(`/orders/${number}/unlock/1`)).status).toBe(303);

  const change = `/orders/${number}/change`;
  await make(`${change}/suspend`, 'Suspend', { '/reason': 'Unpaid' });
  expect((await read(number)).status).toBe('suspended');
  expect(await make(`${change}/resume`, 'Resume', {})).toContain('The order was resumed.');
  await make(`${change}/cancel`, 'Cancel', { '/reason': 'Sold by mistake', '/of/1/line': '', '/on': '2030-01-01' });
  expect((await read(number)).lines.map(({ planned }: { planned: object[] }) => planned.length)).toEqual([0, 1]);
  await make(`${change}/withdraw-plan`, 'Withdraw what is planned', {});
  expect(await eventsOf(number)).toEqual(
    expect.arrayContaining(['suspended', 'resumed', 'cancellation-planned', 'plan-withdrawn']),
  );
  expect((await eventsOf(number)).filter((type) => type === 'cancellation-planned')).toHaveLength(1);
});

test('what is refused stands beside its field, in the language of its reader, and what was typed stays', async () => {
  const { number } = await placed();
  const renew = `/orders/${number}/change/renew`;
  const { status, body } = await look(renew, { '/endsOn': '2020-01-01', '/of/2/capacity': '1' });
  expect(status).toBe(409);
  const field = /<input[^>]*name="\/endsOn"[^>]*>/.exec(body)![0];
  expect(field).toContain('value="2020-01-01"');
  expect(field).toContain('aria-invalid="true"');
  expect(body).toContain('Its last day is not later than the present one.');
  expect(formIn(body, LOOK)).toMatchObject({ '/of/2/capacity': '1' });

  const nobody = await look('/place-order', { '/number': 'SO 1', '/customer/id': 'nobody-at-all' });
  expect(nobody.status).toBe(422);
  expect(nobody.body).toContain('Nobody is known by this.');
  const taken = await look('/place-order', {
    ...{ '/number': number, '/customer/id': 'other', '/customer/name': 'Other', '/customer/email': 'o@o.example' },
    ...{ '/lines/0/application': 'digital-fax', '/lines/0/license': 'perpetual', '/lines/0/capacity': '3' },
  });
  expect([taken.status, taken.body]).toEqual([409, expect.stringContaining('Another order has this number.')]);
});

test('who confirms what has changed meanwhile is told so, by whom, and nothing is done', async () => {
  const { number } = await placed();
  const renew = `/orders/${number}/change/renew`;
  const { body } = await look(renew, { '/endsOn': '2101-12-31', '/confirmFar': 'yes' });
  const other = { reference: 'ERP-1', endsOn: '2100-12-31', confirmFar: true };
  await site.call('POST', `/v1/orders/${number}/renewals`, other);
  const late = await vendor.post(renew, formIn(body, 'Renew'));
  expect(late.status).toBe(409);
  for (const text of ['The order has changed in the meantime', 'ERP-1']) expect(late.body).toContain(text);
  const renewals = async () => (await eventsOf(number)).filter((type) => type === 'renewed').length;
  expect(await renewals()).toBe(1);
  expect((await vendor.post(renew, formIn(late.body, 'Renew'))).status).toBe(303);
  expect(await renewals()).toBe(2);
  const cancel = `/orders/${number}/change/cancel`;
  await make(cancel, 'Cancel', { '/reason': 'Unpaid' });
  expect((await read(number)).status).toBe('canceled');
  expect((await vendor.get(cancel)).status).toBe(409);
});

test('an order is corrected in what was typed otherwise alone, and its reseller is found by a part of its name', async () => {
  const { number } = await placed();
  const other = await placed({
    reseller: { id: `other-${number}`, name: `Tramontana ${number}`, email: 't@t.example' },
  });
  const { body } = await look(`/orders/${number}/change/amend`, { '/purchaseOrder': 'PO-9' });
  expect(body).toContain('The order was corrected');
  await make(`/orders/${number}/change/change-seller`, 'Give it another reseller', {
    '/reseller/id': `Tramontana ${number}`,
  });
  expect((await read(number)).reseller).toMatchObject({ id: other.reseller.id, email: 't@t.example' });
});

test('who corrects an order by a form that is older than another correction of the same overwrites nothing of that, and learns of it', async () => {
  const { number } = await placed();
  const amend = `/orders/${number}/change/amend`;
  const form = formIn((await vendor.get(amend)).body, LOOK);
  await make(amend, 'Correct it', { '/lines/0/capacity': '77' });
  const late = await vendor.post(amend, { ...form, '/lines/1/capacity': '66' });
  expect(late.status).toBe(409);
  for (const text of ['The order has changed in the meantime', 'corrected']) expect(late.body).toContain(text);
  expect(formIn(late.body, LOOK)).toMatchObject({ '/lines/1/capacity': '66' });
  expect((await read(number)).lines[0].capacity).toBe(77);
  // What nobody else has corrected goes through, and what it leaves alone stays.
  const other = await vendor.post(amend, { ...form, '/purchaseOrder': 'PO-8' });
  expect((await vendor.post(amend, formIn(other.body, 'Correct it'))).status).toBe(303);
  const { purchaseOrder, lines } = await read(number);
  expect([purchaseOrder, lines[0].capacity]).toEqual(['PO-8', 77]);
});

test('the vendor’s administrators are offered every change, a seller to lock again, a customer nothing, and who may not see the order finds nothing', async () => {
  const { number, reseller, customer } = await placed();
  await site.call('POST', `/v1/orders/${number}/unlock`, {});
  const suspend = `/orders/${number}/change/suspend`;
  const seen: unknown[] = [];
  for (const who of [vendor, await signedIn(reseller.id), await signedIn(customer.id)]) {
    const { body } = await who.get(`/orders/${number}`);
    const offered = [...body.matchAll(/change\/([a-z-]+)"/g)].map(([, change]) => change);
    seen.push([offered.length, (await who.get(suspend)).status, (await who.get('/place-order')).status]);
  }
  expect(seen).toEqual([
    [9, 200, 200],
    [1, 403, 403],
    [0, 403, 403],
  ]);
  const { reseller: stranger } = await placed({
    reseller: { id: `s-${number}`, name: 'Stranger', email: 's@s.example' },
  });
  expect((await (await signedIn(stranger.id)).get(suspend)).status).toBe(404);
  expect((await (await signedIn('vendor', 'viewer')).get('/place-order')).status).toBe(403);
  const { body } = await site.call('GET', `/v1/orders/${number}/changes`);
  expect(body.items.find(({ change }: { change: string }) => change === 'amend').whyNot).toBe('ALREADY_UNLOCKED');
});

test('a reseller’s wrong address is put right in one step: account, administrator and link, also when it was cut off in between', async () => {
  const { number, reseller } = await placed({
    reseller: { id: `typo-${Date.now()}`, name: 'Typo', email: `typo-${Date.now()}@wrong.example` },
  });
  const mails = async () => (await site.services.mails.readMails(number))[0]!.copies;
  await reached(async () => (await mails()).some(({ state }) => state === 'sent'));
  const [mailed] = site.resend.sent.filter(({ subject }) => subject.includes(number));
  const link = /\/unlock\/[\w.~-]+/.exec(mailed!.text)![0];
  const members = async () => (await site.services.people.list(reseller.id)).members.map(({ email }) => email);
  const page = `/accounts/${reseller.id}/correct-address`;
  const right = `orders@right-${Date.now()}.example`;
  expect((await vendor.get(link)).status).toBe(200);
  expect((await (await signedIn(reseller.id)).get(page)).status).toBe(403);
  const elsewhere = await placed({ reseller: { ...reseller, email: `purchasing-${Date.now()}@reseller.example` } });
  const linksOf = (order: string) => site.services.mails.readMails(order).then(([mailed]) => mailed!.copies);
  await reached(async () => (await linksOf(elsewhere.number)).some(({ state }) => state === 'sent'));
  const stranger = (await site.services.people.list(reseller.id)).members.find(
    ({ email }) => email === reseller.email,
  )!;
  const accomplice = `friend-${Date.now()}@wrong.example`;
  const { keys, people } = site.services;
  const as = { scopes: null, account: { id: reseller.id, kind: 'reseller' }, role: 'administrator' } as const;
  const by = `person/${stranger.id}` as const;
  const left = await keys.make({ ...as, by }, reseller.id, { name: 'Left' }, `left-${number}`);
  await people.invite(
    {
      ...as,
      by,
      ...{ session: '', provedAt: 0 },
      person: { ...stranger, timeZone: null },
      account: { ...as.account, name: 'Typo', locale: 'en', timeZone: null },
    },
    reseller.id,
    { email: accomplice, role: 'viewer' },
    `friend-${number}`,
  );

  const { body } = await vendor.get(page);
  const typed = { ...formIn(body, 'Put it right'), right };
  expect(typed).toMatchObject({ wrong: reseller.email });
  const form = { ...typed, request: randomUUID() };
  // It dies before anything else was mailed.
  const mailing = { ...site.services.mails };
  site.services.mails.sendAgain = () => Promise.reject(new Error('the process dies here'));
  expect((await vendor.post(page, form)).status).toBe(500);
  Object.assign(site.services.mails, mailing);
  expect((await vendor.get(link)).status).toBe(410);
  const done = await vendor.post(page, form);
  expect(done.body).toContain(`/accounts/${reseller.id}/keys/${left.id}/revoke`);
  expect(done.body).toContain(`The address is ${right} now.`);
  expect(
    await reached(async () => (await mails()).some(({ recipient, state }) => recipient === right && state === 'sent')),
  ).toBe(true);
  await vendor.post(page, form);

  expect((await mails()).map(({ recipient }) => recipient)).toEqual([reseller.email, right]);
  expect(await members()).toEqual(expect.arrayContaining([right]));
  expect(await members()).not.toContain(reseller.email);
  const anew = site.resend.sent.findLast(({ subject }) => subject.includes(number))!;
  expect((await vendor.get(link)).status).toBe(410);
  expect((await vendor.get(/\/unlock\/[\w.~-]+/.exec(anew.text)![0])).status).toBe(200);
  const { items } = (await site.call('GET', `/v1/accounts/${reseller.id}/events`)).body;
  expect(items.map(({ type }: { type: string }) => type)).toEqual(
    expect.arrayContaining(['account-changed', 'person-removed', 'person-invited']),
  );
  const again = await site.call('POST', `/v1/accounts/${reseller.id}/address-corrections`, {
    wrong: reseller.email,
    right,
  });
  expect(again.body.made.map(({ name }: { name: string }) => name)).toEqual(['Left', accomplice]);
  expect(again).toMatchObject({ status: 200, body: { account: reseller.id, email: right, links: [], due: [] } });
  expect((await linksOf(elsewhere.number)).length).toBe(1);
  const invited = site.posted.filter(({ to }) => to === right).map(({ idempotencyKey }) => idempotencyKey);
  expect(new Set(invited).size).toBe(1);

  // A viewer whose address was mistyped is the same person, and no administrator, also where it is the account's own.
  const own = `own-${Date.now()}@right.example`;
  await site.call('PUT', `/v1/accounts/${reseller.id}`, { email: own });
  const mistyped = { wrong: accomplice, right: own };
  expect((await site.call('POST', `/v1/accounts/${reseller.id}/address-corrections`, mistyped)).body.links).toEqual([]);
  const { members: now } = await people.list(reseller.id);
  expect(now.find(({ email }) => email === own)).toMatchObject({ role: 'viewer' });
  const strange = { wrong: 'x@x.example', right: 'y@y.example' };
  expect((await site.call('POST', `/v1/accounts/${reseller.id}/address-corrections`, strange)).status).toBe(400);
});
