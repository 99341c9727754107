import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { mailWorkflowId } from '../../../temporal/contract.ts';
import { anOrder } from '../../support/api/api.ts';
import { valueOf } from '../../support/portal/html.ts';
import { openMailingSite, type MailingSite } from '../../support/mail/mailing-site.ts';
import { signInAs } from '../../support/api/people.ts';
import { until } from '../../support/until.ts';

let site: MailingSite;
let resend: MailingSite['resend'];

beforeAll(async () => {
  site = await openMailingSite();
  ({ resend } = site);
});
afterEach(() => {
  resend.behavior = 'up';
});
afterAll(() => site.close());

const signedIn = async (account: string, role?: 'viewer') =>
  site.visitor((await signInAs(site.deps.orm.em.fork(), account, role && { role })).cookie);
const sentAbout = (order: string) => resend.sent.filter(({ subject }) => subject.includes(order));
const copySent = (order: string, copy: number) =>
  site.deps.temporal.workflow.getHandle(mailWorkflowId(order, '1', copy)).result();

/** An order of a reseller of its own, who has its page open once the page says something of its e-mail. */
async function anOrderPage(says: string) {
  const order = anOrder();
  order.reseller = { ...order.reseller, id: `reseller-${order.number}` };
  await site.call('POST', '/v1/orders', order);
  await until(async () => (await site.call('GET', `/v1/orders/${order.number}/events`)).body.items.length > 0);
  const reseller = await signedIn(order.reseller.id);
  const page = `/orders/${order.number}`;
  await until(async () => (await reseller.get(page)).body.includes(says));
  return { order, number: order.number, reseller, page, form: `${page}/mails/1` };
}

test('the reseller reads to whom the e-mail goes again, presses, and it goes there once, however often it is pressed', async () => {
  const { order, number, reseller, page, form } = await anOrderPage('E-mail sent');
  const account = { name: order.reseller.name, email: 'new@northwind-voice.example', timeZone: 'UTC', locale: 'en' };
  await site.call('PUT', `/v1/accounts/${order.reseller.id}`, account);
  const { body } = await reseller.get(page);
  expect(body).toContain(`The same e-mail goes to ${account.email}, with the unlock button that works now.`);
  expect(body).toContain(`action="${form}"`);

  const copy = { copy: valueOf(body, 'copy') };
  const pressed = await Promise.all([reseller.post(form, copy), reseller.post(form, copy)]);
  expect(pressed.map(({ status, location }) => [status, location])).toEqual([
    [303, `${page}?resent=yes`],
    [303, `${page}?resent=yes`],
  ]);
  expect((await reseller.get(pressed[0].location!)).body).toContain('The e-mail is being sent again.');
  expect(await copySent(number, 2)).toBe('sent');
  await reseller.post(form, copy);

  const [first, again, ...more] = sentAbout(number);
  expect([first!.to, again!.to, more]).toEqual([order.reseller.email, account.email, []]);
  expect([again!.subject, again!.text]).toEqual([first!.subject, first!.text]);
  const after = (await reseller.get(page)).body;
  expect([after.includes('E-mail sent'), valueOf(after, 'copy')]).toEqual([true, '3']);
});

test('an e-mail that bounced is sent again once its address is right', async () => {
  resend.behavior = { statusCode: 422, name: 'validation_error', message: 'Invalid `to` field' };
  const { number, reseller, page, form } = await anOrderPage('E-mail bounced');
  resend.behavior = 'up';
  expect(sentAbout(number)).toHaveLength(0);
  await reseller.post(form, { copy: valueOf((await reseller.get(page)).body, 'copy') });
  expect(await copySent(number, 2)).toBe('sent');
  expect(sentAbout(number)).toHaveLength(1);
  await until(async () => (await reseller.get(page)).body.includes('E-mail sent'));
});

test('while an e-mail is being sent no button is shown, and a press from an old page is told why not', async () => {
  resend.behavior = { statusCode: 429, name: 'rate_limit_exceeded' };
  const { number, reseller, page, form } = await anOrderPage('E-mail is being sent');
  expect((await reseller.get(page)).body).not.toContain(`action="${form}"`);
  const refused = await reseller.post(form, { copy: '2' });
  expect([refused.status, refused.body]).toEqual([409, expect.stringContaining('The e-mail is still being sent')]);
  resend.behavior = 'up';
  await until(async () => (await reseller.get(page)).body.includes('E-mail sent'));
  expect(sentAbout(number)).toHaveLength(1);
});

test('nothing is sent again of an order that was canceled, and the page says so in the reader’s language', async () => {
  const { number, reseller, page, form } = await anOrderPage('E-mail sent');
  const copy = { copy: valueOf((await reseller.get(page)).body, 'copy') };
  await site.call('POST', `/v1/orders/${number}/cancellation`, { reason: 'A mistake' });
  expect((await reseller.get(page)).body).not.toContain(`action="${form}"`);
  const refused = await reseller.post(`${form}?language=it`, copy);
  expect([refused.status, refused.body]).toEqual([409, expect.stringContaining('L’ordine è stato annullato.')]);
  expect(sentAbout(number)).toHaveLength(1);
});

test('a viewer, the customer, another reseller and a form from elsewhere send nothing', async () => {
  const { order, number, reseller, page, form } = await anOrderPage('E-mail sent');
  const copy = { copy: '2' };
  await site.call('POST', `/v1/orders/${number}/unlock`);
  for (const [visitor, status] of [
    [await signedIn(order.reseller.id, 'viewer'), 403],
    [await signedIn(order.customer.id), 403],
    [(await anOrderPage('E-mail sent')).reseller, 404],
  ] as const) {
    expect((await visitor.get(page)).body).not.toContain(`action="${form}"`);
    expect((await visitor.post(form, copy)).status).toBe(status);
  }
  const foreign = await reseller.post(form, copy, { 'sec-fetch-site': 'cross-site', origin: 'https://e.example' });
  expect(foreign.status).toBe(403);
  for (const wrong of ['1', '3', 'x', '']) expect((await reseller.post(form, { copy: wrong })).status).toBe(404);
  expect((await reseller.post(`${page}/mails/9`, copy)).status).toBe(404);
  expect(sentAbout(number)).toHaveLength(1);
});
