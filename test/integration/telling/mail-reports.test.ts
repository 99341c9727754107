import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import { MailReportEntity } from '../../../db/entities/telling/mail-report.ts';
import { settleMail, storeMail } from '../../../db/queries/mails/mails.ts';
import { openApi, type TestApi } from '../../support/api/api.ts';
import { keyFor } from '../../support/api/api-keys.ts';
import { deliverOrder, postedOrder } from '../../support/api/delivered-order.ts';

const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';

let api: TestApi;
let orders = 0;

beforeAll(async () => {
  api = await openApi({ resendWebhookSecret: SECRET });
});
afterAll(() => api.close());

const em = () => api.database.orm.em.fork();
const mailOf = async (number: string) => (await api.call('GET', `/v1/orders/${number}`)).body.deliveries[0].mail;

/** An order whose e-mail Resend took, under an id of its own. */
async function aSentMail(): Promise<{ number: string; providerId: string }> {
  const number = `SO.${(orders += 1)}_a`;
  const providerId = randomUUID();
  await deliverOrder(em(), postedOrder(number), Date.now());
  const about = { orderNumber: number, delivery: '1', recipient: 'a@b.example', subject: 's', html: 'h', text: 't' };
  await storeMail(em(), { id: `mail/${number}/1`, ...about });
  await settleMail(em(), `mail/${number}/1`, { state: 'sent', providerId }, new Date());
  return { number, providerId };
}

type Told = { secret?: string; id?: string; signedAt?: Date; at?: string; tags?: unknown };

/** What Resend posts, signed as it signs. */
async function report(type: string, providerId: string, { secret = SECRET, id, signedAt, at, tags }: Told = {}) {
  const message = id ?? `msg_${randomUUID()}`;
  const timestamp = signedAt ?? new Date();
  const data = { email_id: providerId, to: ['a@b.example'], ...(tags !== undefined && { tags }) };
  const payload = JSON.stringify({ type, created_at: at ?? new Date().toISOString(), data });
  return api.app.inject({
    method: 'POST',
    url: '/webhooks/resend',
    payload,
    headers: {
      'content-type': 'application/json',
      'svix-id': message,
      'svix-timestamp': String(Math.floor(timestamp.getTime() / 1000)),
      'svix-signature': new Webhook(secret).sign(message, timestamp, payload),
    },
  });
}

test.each([
  ['email.sent', 'sent'],
  ['email.delivered', 'delivered'],
  ['email.bounced', 'bounced'],
  ['email.failed', 'bounced'],
  ['email.opened', 'sent'],
])('after %s the order’s e-mail is %s', async (type, state) => {
  const { number, providerId } = await aSentMail();
  expect((await report(type, providerId)).statusCode).toBe(204);
  expect(await mailOf(number)).toBe(state);
});

test('a forged report is refused and changes nothing', async () => {
  const { number, providerId } = await aSentMail();
  const secret = `whsec_${Buffer.alloc(24, 1).toString('base64')}`;
  const refused = await report('email.bounced', providerId, { secret });
  expect([refused.statusCode, refused.json().code]).toEqual([401, 'REPORT_NOT_AUTHENTIC']);
  expect(await mailOf(number)).toBe('sent');
});

test('a report without a signature is refused', async () => {
  const refused = await api.app.inject({ method: 'POST', url: '/webhooks/resend', payload: { type: 'email.bounced' } });
  expect([refused.statusCode, refused.json().code]).toEqual([401, 'REPORT_NOT_AUTHENTIC']);
});

test('a report that is replayed ten minutes later is refused', async () => {
  const { providerId } = await aSentMail();
  const signedAt = new Date(Date.now() - 600_000);
  expect((await report('email.bounced', providerId, { signedAt })).statusCode).toBe(401);
});

test('a report that is repeated at once is kept once', async () => {
  const { number, providerId } = await aSentMail();
  const id = `msg_${randomUUID()}`;
  for (let times = 0; times < 3; times++)
    expect((await report('email.delivered', providerId, { id })).statusCode).toBe(204);
  expect(await em().count(MailReportEntity, { mail: `mail/${number}/1` })).toBe(1);
});

test('reports that arrive in another order say the same', async () => {
  const { number, providerId } = await aSentMail();
  await report('email.bounced', providerId, { at: '2026-11-24T10:00:02Z' });
  await report('email.delivered', providerId, { at: '2026-11-24T10:00:01Z' });
  await report('email.sent', providerId, { at: '2026-11-24T10:00:03Z' });
  expect(await mailOf(number)).toBe('bounced');
});

test('an e-mail about which nobody could say whether it left is known by its tags once it has arrived', async () => {
  const number = `SO.${(orders += 1)}_a`;
  await deliverOrder(em(), postedOrder(number), Date.now());
  const about = { orderNumber: number, delivery: '1', recipient: 'a@b.example', subject: 's', html: 'h', text: 't' };
  await storeMail(em(), { id: `mail/${number}/1`, ...about });
  await settleMail(em(), `mail/${number}/1`, { state: 'unknown', reason: 'no answer' }, new Date());
  expect(await mailOf(number)).toBe('unknown');
  await report('email.delivered', randomUUID(), {
    tags: { order: number.replace('.', '_2e').replace('_a', '_5fa'), delivery: '1' },
  });
  expect(await mailOf(number)).toBe('delivered');
});

test('a report about an e-mail that is not ours, or of a kind that is not known, is taken and forgotten', async () => {
  const before = await em().count(MailReportEntity);
  expect((await report('email.delivered', randomUUID())).statusCode).toBe(204);
  expect((await report('contact.created', randomUUID())).statusCode).toBe(204);
  expect((await report('email.delivered', randomUUID(), { at: 'yesterday' })).statusCode).toBe(204);
  expect(await em().count(MailReportEntity)).toBe(before);
});

test('who sells an order now reads nothing of the e-mails that went to who sold it before', async () => {
  const number = 'SO.sold-on_a';
  await deliverOrder(em(), postedOrder(number), Date.now());
  await em().execute(
    `insert into accounts (id, kind, name, email, time_zone, locale, created_at)
     values ('northwind-voice', 'reseller', 'Northwind', 'a@a.example', 'UTC', 'en', now()) on conflict do nothing`,
  );
  const about = { orderNumber: number, delivery: '1', subject: 's', html: 'h', text: 't' };
  const former = { accountId: 'former-voice', recipient: 'purchasing@former.example' };
  await storeMail(em(), { id: `mail/${number}/1`, ...about, ...former });
  const seller = { accountId: 'northwind-voice', recipient: 'orders@northwind-voice.example', edition: 2 };
  await storeMail(em(), { id: `mail/${number}/1/e2`, ...about, ...seller });
  const readBy = async (key: object) =>
    (await api.call('GET', `/v1/orders/${number}/mails`, undefined, key)).body.items.map(
      ({ recipient }: { recipient: string }) => recipient,
    );
  expect(await readBy(await keyFor(em(), 'northwind-voice'))).toEqual([seller.recipient]);
  expect((await readBy({})).toSorted()).toEqual([seller.recipient, former.recipient]);
});

test('without a secret nothing is taken', async () => {
  const closed = await openApi();
  const { statusCode } = await closed.app.inject({ method: 'POST', url: '/webhooks/resend', payload: {} });
  await closed.close();
  expect(statusCode).toBe(404);
});
