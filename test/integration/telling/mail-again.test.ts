import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createResend } from '../../../mail/resend.ts';
import { createSendMail } from '../../../activities/send-mail.ts';
import { createMailService, type MailService } from '../../../services/mails/mails.ts';
import { OrderEntity } from '../../../db/entities/orders/order.ts';
import { mailWorkflowId } from '../../../temporal/contract.ts';
import { anOrder, openApi, startWorker, type TestApi } from '../../support/api/api.ts';
import { startFakeResend, type FakeResend } from '../../support/mail/fake-resend.ts';
import { until } from '../../support/until.ts';

let api: TestApi;
let resend: FakeResend;
let worker: { stop: () => Promise<void> };
let mails: MailService;

beforeAll(async () => {
  api = await openApi();
  resend = await startFakeResend(Date.now);
  const sending = { resend: createResend({ apiKey: 're_test', baseUrl: resend.url }), from: 'l@example.com' };
  worker = await startWorker(api, { sendMail: createSendMail({ ...api.deps, ...sending }) });
  mails = createMailService(api.deps);
});
afterAll(async () => {
  await worker.stop();
  await resend.stop();
  await api.close();
});

const result = (order: string, copy = 1) =>
  api.deps.temporal.workflow.getHandle(mailWorkflowId(order, '1', copy)).result();
const sentAbout = (order: string) => resend.sent.filter(({ subject }) => subject.includes(order));

/** An order of a reseller of its own whose e-mail was sent. */
async function aMailedOrder() {
  const order = anOrder();
  order.reseller = { ...order.reseller, id: `reseller-${order.number}` };
  await api.call('POST', '/v1/orders', order);
  await waitFor(order.number);
  return order;
}

/** Waits until the newest e-mail of the order was sent. */
async function waitFor(number: string): Promise<void> {
  await until(async () => (await mails.readMails(number))[0]?.copies.at(-1)?.state === 'sent');
}

test('a person sends an e-mail again, to the address that the reseller has now', async () => {
  const { number, reseller } = await aMailedOrder();
  const account = { name: reseller.name, email: 'new@northwind-voice.example', timeZone: 'UTC', locale: 'en' };
  await api.call('PUT', `/v1/accounts/${reseller.id}`, account);
  const [delivery] = await mails.readMails(number);
  expect(delivery).toMatchObject({ delivery: '1', next: { copy: 2, recipient: account.email } });

  await mails.sendAgain(number, '1', 2, 'person/1');
  expect(await result(number, 2)).toBe('sent');
  const [first, again] = sentAbout(number);
  expect([first!.to, again!.to]).toEqual([reseller.email, account.email]);
  expect(again!.text).toBe(first!.text);
  expect((await mails.readMails(number))[0]!.copies.map(({ copy, state }) => [copy, state])).toEqual([
    [1, 'sent'],
    [2, 'sent'],
  ]);
});

test('a button that is pressed twice, even at once, sends one e-mail', async () => {
  const { number } = await aMailedOrder();
  await Promise.all([mails.sendAgain(number, '1', 2, 'person/1'), mails.sendAgain(number, '1', 2, 'person/1')]);
  await result(number, 2);
  await mails.sendAgain(number, '1', 2, 'person/1');
  expect(sentAbout(number)).toHaveLength(2);
});

test('while an e-mail is still being sent it is not sent again', async () => {
  resend.behavior = { statusCode: 429, name: 'rate_limit_exceeded' };
  const { number } = await postedAndTried();
  await expect(mails.sendAgain(number, '1', 2, 'person/1')).rejects.toMatchObject({ code: 'MAIL_STILL_DUE' });
  resend.behavior = 'up';
  await waitFor(number);
});

async function postedAndTried() {
  const order = anOrder();
  await api.call('POST', '/v1/orders', order);
  await until(async () => (await mails.readMails(order.number))[0]?.copies.length === 1);
  return order;
}

test('a copy that was not offered, an unknown delivery and an unknown order are refused', async () => {
  const { number } = await aMailedOrder();
  await expect(mails.sendAgain(number, '1', 3, 'person/1')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(mails.sendAgain(number, '1', 1, 'person/1')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(mails.sendAgain(number, '9', 2, 'person/1')).rejects.toMatchObject({ code: 'DELIVERY_UNKNOWN' });
  await expect(mails.sendAgain('SO-none', '1', 2, 'person/1')).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('nothing is sent again for an order that was canceled', async () => {
  const { number } = await aMailedOrder();
  await api.database.orm.em.fork().nativeUpdate(OrderEntity, { number }, { status: 'canceled' });
  await expect(mails.sendAgain(number, '1', 2, 'person/1')).rejects.toMatchObject({ code: 'ORDER_CANCELED' });
});

test('an account says whether it wants to be told of what ends, and keeps its choice where it is not named', async () => {
  const { reseller } = await aMailedOrder();
  const account = { name: 'Northwind', email: 'n@northwind.example', timeZone: 'UTC', locale: 'en' };
  const put = async (body: object) => (await api.call('PUT', `/v1/accounts/${reseller.id}`, body)).body.notices;
  expect(await put(account)).toBe(true);
  expect(await put({ ...account, notices: false })).toBe(false);
  expect(await put(account)).toBe(false);
});
