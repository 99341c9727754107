import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { createResend } from '../../../mail/resend.ts';
import { createSendMail, UNLOCK_LINK, type SendMailDeps } from '../../../activities/send-mail.ts';
import { findMail } from '../../../db/queries/mails/mails.ts';
import { replaceLink } from '../../../db/queries/orders/unlock-links.ts';
import { readUnlockCapability } from '../../../secrets/unlock-link.ts';
import { openDatabase, type TestDatabase } from '../../support/api/database.ts';
import { deliverOrder, postedOrder } from '../../support/api/delivered-order.ts';
import { startFakeResend, type FakeResend } from '../../support/mail/fake-resend.ts';
import { CATALOGUE } from '../../support/domain/catalogue.ts';

const HOUR_MS = 3_600_000;
const START = Date.parse('2026-11-24T08:00:00Z');
const PORTAL = 'https://licensing.example';
const secretKeys = [{ name: 'k1', key: randomBytes(32) }];

let database: TestDatabase;
let resend: FakeResend;
let now = START;
let orders = 0;
const clock = () => now;

beforeAll(async () => {
  database = await openDatabase();
});

afterAll(() => database.drop());

beforeEach(async () => {
  now = START;
  resend = await startFakeResend(clock);
});

afterEach(() => resend.stop());

/** The activity as a worker has it; a test can replace a part. */
function sendMail(order: string, replaced: Partial<SendMailDeps> = {}) {
  return createSendMail({
    ...{ orm: database.orm, secretKeys, publicUrl: PORTAL, from: 'Licensing <licensing@example.com>', clock },
    resend: createResend({ apiKey: 're_test', baseUrl: resend.url }),
    catalogue: CATALOGUE,
    ...replaced,
  })({ order, delivery: '1' });
}

async function deliver(changes: Parameters<typeof postedOrder>[1] = {}): Promise<string> {
  const number = `SO.${(orders += 1)}_a`;
  await deliverOrder(database.orm.em.fork(), postedOrder(number, changes), START);
  return number;
}

async function replaceLinkOf(order: string): Promise<void> {
  const asked = { requestId: order, by: 'key/1', at: new Date(now), edition: 1 };
  await replaceLink(database.orm.em.fork(), { order, delivery: '1' }, asked);
}

const stored = (orderNumber: string) => findMail(database.orm.em.fork(), `mail/${orderNumber}/1`);

test('the reseller gets one e-mail with a link that opens the delivery; the database holds no link', async () => {
  const order = await deliver();
  expect(await sendMail(order)).toBe('sent');

  expect(resend.sent).toMatchObject([
    {
      from: 'Licensing <licensing@example.com>',
      to: 'orders@northwind-voice.example',
      tags: [
        { name: 'order', value: 'SO_2e1_5fa' },
        { name: 'delivery', value: '1' },
      ],
    },
  ]);
  const [, capability] = /https:\/\/licensing\.example\/unlock\/(\S+)/.exec(resend.sent[0]!.text)!;
  expect(readUnlockCapability(secretKeys, capability!)).toEqual({ order, delivery: '1', generation: 0 });
  expect(resend.sent[0]!.html).toContain(`href="${PORTAL}/unlock/${capability}"`);
  expect(resend.sent[0]!.html).not.toContain(UNLOCK_LINK);
  const mail = await stored(order);
  expect(mail).toMatchObject({ state: 'sent', sentAt: new Date(START), uncertainSince: null });
  expect(mail!.html + mail!.text).not.toContain('/unlock/');
});

test('without a reseller the distributor gets it', async () => {
  const distributor = { id: 'eurodistri', name: 'EuroDistri', email: 'backoffice@eurodistri.example' };
  expect(await sendMail(await deliver({ reseller: undefined, distributor }))).toBe('sent');
  expect(resend.sent).toMatchObject([{ to: 'backoffice@eurodistri.example' }]);
});

test('with both, the reseller alone gets it', async () => {
  const distributor = { id: 'eurodistri', name: 'EuroDistri', email: 'backoffice@eurodistri.example' };
  expect(await sendMail(await deliver({ distributor }))).toBe('sent');
  expect(resend.sent).toMatchObject([{ to: 'orders@northwind-voice.example' }]);
});

test('asked again for an e-mail that was sent, nothing is sent', async () => {
  const order = await deliver();
  await sendMail(order);
  expect(await sendMail(order)).toBe('sent');
  expect(resend.requests).toBe(1);
});

test('two attempts at once send one e-mail', async () => {
  const order = await deliver();
  expect(await Promise.all([sendMail(order), sendMail(order)])).toEqual(['sent', 'sent']);
  expect(resend.sent).toHaveLength(1);
});

test('a worker killed between Resend’s answer and the next line sends one e-mail', async () => {
  const order = await deliver();
  const real = createResend({ apiKey: 're_test', baseUrl: resend.url });
  const killed = sendMail(order, {
    resend: async (mail) => {
      await real(mail);
      throw new Error('killed');
    },
  });
  await expect(killed).rejects.toThrow('killed');
  expect(await stored(order)).toMatchObject({ state: 'due', uncertainSince: new Date(START) });

  expect(await sendMail(order)).toBe('sent');
  expect(resend.sent).toHaveLength(1);
});

test('Resend away for hours delays the e-mail and does not double it', async () => {
  const order = await deliver();
  resend.behavior = 'accept-and-hang-up';
  await expect(sendMail(order)).rejects.toMatchObject({ type: 'MAIL_OUTCOME_UNKNOWN', nonRetryable: false });
  resend.behavior = 'down';
  for (; now < START + 9 * HOUR_MS; now += HOUR_MS) await expect(sendMail(order)).rejects.toThrow('no answer');

  resend.behavior = 'up';
  expect(await sendMail(order)).toBe('sent');
  expect(resend.sent).toHaveLength(1);
});

test('an e-mail that is tried again after its link was replaced is still the same e-mail', async () => {
  const order = await deliver();
  resend.behavior = 'accept-and-hang-up';
  await expect(sendMail(order)).rejects.toThrow('no answer');
  await replaceLinkOf(order);

  resend.behavior = 'up';
  expect(await sendMail(order)).toBe('sent');
  expect(resend.sent).toHaveLength(1);
});

test('an e-mail that surely had not left when its link was replaced arrives with the new link', async () => {
  const order = await deliver();
  resend.behavior = { statusCode: 429, name: 'daily_quota_exceeded' };
  await expect(sendMail(order)).rejects.toThrow('quota');
  await replaceLinkOf(order);

  resend.behavior = 'up';
  expect(await sendMail(order)).toBe('sent');
  const [, capability] = /\/unlock\/(\S+)/.exec(resend.sent[0]!.text)!;
  expect(readUnlockCapability(secretKeys, capability!)).toEqual({ order, delivery: '1', generation: 1 });
});

test('after a day of uncertainty the operator is told, and it is never sent again', async () => {
  const order = await deliver();
  resend.behavior = 'accept-and-hang-up';
  await expect(sendMail(order)).rejects.toThrow();
  resend.behavior = 'up';
  now = START + 24 * HOUR_MS;

  expect(await sendMail(order)).toBe('unknown');
  expect(await sendMail(order)).toBe('unknown');
  expect(resend.sent).toHaveLength(1);
  expect(await stored(order)).toMatchObject({
    state: 'unknown',
    reason: expect.stringContaining('look it up at Resend'),
  });
});

test.each([
  [429, 'rate_limit_exceeded', 'tried again by itself'],
  [429, 'daily_quota_exceeded', 'raise its plan'],
  [401, 'missing_api_key', 'check RESEND_API_KEY'],
  [403, 'validation_error', 'domain of MAIL_FROM is verified'],
  [404, 'not_found', 'check RESEND_BASE_URL'],
])('days of %i %s send nothing, say what to do, and leave the e-mail to be sent', async (statusCode, name, remedy) => {
  const order = await deliver();
  resend.behavior = { statusCode, name, message: 'not to orders@northwind-voice.example' };
  for (; now < START + 48 * HOUR_MS; now += 12 * HOUR_MS) {
    const failure = expect(sendMail(order)).rejects;
    await failure.toMatchObject({
      type: 'MAIL_NOT_SENT',
      nonRetryable: false,
      message: expect.stringContaining(remedy),
    });
    await expect(sendMail(order)).rejects.not.toThrow('northwind');
  }
  expect(await stored(order)).toMatchObject({ state: 'due', uncertainSince: null });

  resend.behavior = 'up';
  expect(await sendMail(order)).toBe('sent');
  expect(resend.sent).toHaveLength(1);
});

test('a definite refusal does not clear up an earlier uncertainty', async () => {
  const order = await deliver();
  resend.behavior = 'down';
  await expect(sendMail(order)).rejects.toThrow();
  now += HOUR_MS;
  resend.behavior = { statusCode: 429, name: 'rate_limit_exceeded' };
  await expect(sendMail(order)).rejects.toThrow();
  expect(await stored(order)).toMatchObject({ uncertainSince: new Date(START) });
});

test('an e-mail that Resend refuses for good is not tried again, and the reason is kept', async () => {
  const order = await deliver();
  resend.behavior = { statusCode: 422, name: 'validation_error', message: 'Invalid `to` field.' };
  expect(await sendMail(order)).toBe('refused');
  resend.behavior = 'up';
  expect(await sendMail(order)).toBe('refused');
  expect(resend.sent).toHaveLength(0);
  expect(await stored(order)).toMatchObject({ state: 'bounced', reason: 'Invalid `to` field.' });
});

test('a key that was rotated while an outcome was unknown does not send a second e-mail', async () => {
  const order = await deliver();
  resend.behavior = 'accept-and-hang-up';
  await expect(sendMail(order)).rejects.toThrow();
  resend.behavior = 'up';
  const rotated = [{ name: 'k2', key: randomBytes(32) }, ...secretKeys];
  expect(await sendMail(order, { secretKeys: rotated })).toBe('unknown');
  expect(resend.sent).toHaveLength(1);
});

test('a delivery that is not in the projection yet is waited for', async () => {
  await expect(sendMail('SO-none')).rejects.toThrow('not in the projection yet');
});
