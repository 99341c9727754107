import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { createResend } from '../../../mail/resend.ts';
import { createSendDigest, type SendDigestDeps } from '../../../activities/send-digest.ts';
import { noticesCapability } from '../../../secrets/notices-link.ts';
import { AccountEntity, type Account } from '../../../db/entities/people/account.ts';
import { NoticeEntity } from '../../../db/entities/telling/notice.ts';
import { OrderEntity } from '../../../db/entities/orders/order.ts';
import { LineEntity } from '../../../db/entities/orders/line.ts';
import { MailEntity } from '../../../db/entities/telling/mail.ts';
import { readOrder } from '../../../db/queries/orders/orders.ts';
import { beginningOf } from '../../../domain/order/arriving/accept.ts';
import { handle } from '../../../domain/order/handle.ts';
import { openOrder } from '../../../domain/order/order.ts';
import type { NoticeTold } from '../../../domain/order/notices.ts';
import { openDatabase, type TestDatabase } from '../../support/api/database.ts';
import { deliverOrder, postedOrder } from '../../support/api/delivered-order.ts';
import { startFakeResend, type FakeResend } from '../../support/mail/fake-resend.ts';
import { CATALOGUE } from '../../support/domain/catalogue.ts';

/** Thirty days before the end of both lines of the order, at eight in Rome. */
const MORNING = Date.parse('2027-11-01T07:00:00Z');
const DAY = '2027-11-01';
const SECRET_KEYS = [{ name: 'k1', key: Buffer.alloc(32, 1) }];
const HOUR_MS = 3_600_000;

let database: TestDatabase;
let resend: FakeResend;
let now = MORNING;
let names = 0;
const clock = () => now;

beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  now = MORNING;
  resend = await startFakeResend(clock);
});
afterEach(() => resend.stop());

const em = () => database.orm.em.fork();

/** The activity as a worker has it; a test can replace a part. */
function sendDigest(account: string, notices: NoticeTold[], day = DAY, replaced: Partial<SendDigestDeps> = {}) {
  return createSendDigest({
    ...{ orm: database.orm, publicUrl: 'https://licensing.example', from: 'Licensing <licensing@example.com>', clock },
    resend: createResend({ apiKey: 're_test', baseUrl: resend.url }),
    ...{ catalogue: CATALOGUE, secretKeys: SECRET_KEYS },
    // No order answers: what is projected counts.
    askOrders: () => Promise.resolve(new Map()),
    ...replaced,
  })({ account, day, notices });
}

/** A reseller of its own, with some orders of a customer; both end on November 30, 2027. */
async function aReseller(orders = 1, changes: Partial<Pick<Account, 'notices' | 'noticeDays'>> = {}) {
  const id = `reseller-${(names += 1)}`;
  const reseller = { id, name: 'Northwind Voice', email: `${id}@northwind.example` };
  const about = { timeZone: 'Europe/Rome', locale: 'en', createdAt: new Date(now) };
  await em().insert(AccountEntity, { ...reseller, ...about, kind: 'reseller', notices: true, ...changes });
  const numbers = Array.from({ length: orders }, (_, index) => `SO-${names}-${index}`);
  for (const number of numbers) await deliverOrder(em(), postedOrder(number, { reseller }), now - 300 * 86_400_000);
  return { id, email: reseller.email, notices: numbers.map((order) => aNotice(id, order)) };
}

function aNotice(account: string, order: string, changes: Partial<NoticeTold> = {}): NoticeTold {
  return {
    ...{ account, order, seq: 9, at: MORNING - 8 * HOUR_MS },
    ...{ line: '1', what: 'term', days: 30, endsOn: '2027-11-30', noticeDays: [90, 60, 30, 7] },
    ...changes,
  };
}

const outcomes = async (account: string) =>
  (await em().find(NoticeEntity, { accountId: account }, { orderBy: { orderNumber: 1, seq: 1 } })).map(
    ({ outcome }) => outcome,
  );

test('several orders are one e-mail, which says what ends when, for whom', async () => {
  const { id, email, notices } = await aReseller(2);
  const care = aNotice(id, notices[1]!.order, { seq: 10, line: '2', what: 'care' });
  expect(await sendDigest(id, [...notices, care])).toEqual({ outcome: 'sent', left: [] });

  expect(resend.sent).toMatchObject([
    {
      to: email,
      subject: '3 licenses end soon',
      tags: [
        { name: 'account', value: id },
        { name: 'day', value: DAY },
      ],
    },
  ]);
  for (const body of [resend.sent[0]!.text, resend.sent[0]!.html]) {
    for (const { order } of notices) expect(body).toContain(order);
    for (const fact of ['acme-hotels', 'Attendant Console', 'Care for Digital Fax', '20 operators', 'Nov 30, 2027'])
      expect(body).toContain(fact);
    expect(body).toMatch(/in 29 days/);
  }
  expect(await outcomes(id)).toEqual(['told', 'told', 'told']);
});

test('what was renewed meanwhile is left out', async () => {
  const { id, notices } = await aReseller(2);
  await em().nativeUpdate(LineEntity, { orderNumber: notices[0]!.order, id: '1' }, { endsOn: '2028-11-30' });
  await sendDigest(id, notices);
  expect(resend.sent[0]!.subject).toBe('1 license ends soon');
  expect(await outcomes(id)).toEqual(['renewed', 'told']);
});

test('what another sells meanwhile is left out', async () => {
  const { id, notices } = await aReseller(2);
  await em().nativeUpdate(OrderEntity, { number: notices[0]!.order }, { resellerId: 'harbour-telecom' });
  await sendDigest(id, notices);
  expect(resend.sent[0]!.subject).toBe('1 license ends soon');
  expect(await outcomes(id)).toEqual(['sold-by-another', 'told']);
});

test('an order’s own word counts before what is projected of it', async () => {
  const { id, notices } = await aReseller(2);
  const { order } = notices[0]!;
  const { accepted } = (await readOrder(em(), order))!;
  const { opening, ...delivery } = beginningOf(accepted);
  const { acceptedAt } = opening;
  const { order: state } = handle(openOrder(opening), { type: 'deliver', ...delivery }, acceptedAt, acceptedAt);
  const renewed = { ...state, lines: state.lines.map((line) => ({ ...line, endsOn: '2028-11-30' })) };
  const asked: (readonly string[])[] = [];
  await sendDigest(id, notices, DAY, {
    askOrders: async (numbers) => {
      asked.push(numbers);
      return new Map([[order, renewed]]);
    },
  });
  expect(asked).toEqual([notices.map((notice) => notice.order)]);
  expect(await outcomes(id)).toEqual(['renewed', 'told']);
});

test('nothing is sent when nothing is true any more', async () => {
  const { id, notices } = await aReseller(2);
  await em().nativeUpdate(OrderEntity, { number: notices[0]!.order }, { status: 'canceled' });
  await em().nativeUpdate(LineEntity, { orderNumber: notices[1]!.order }, { endsOn: '2028-11-30' });
  expect(await sendDigest(id, notices)).toEqual({ outcome: 'nothing', left: [] });
  expect(resend.requests).toBe(0);
  expect(await em().count(MailEntity, { id: `notices/${id}/${DAY}` })).toBe(0);
});

test('nothing is sent to an account that switched notices off', async () => {
  const { id, notices } = await aReseller(1, { notices: false });
  expect(await sendDigest(id, notices)).toEqual({ outcome: 'nothing', left: [] });
  expect(resend.requests).toBe(0);
  expect(await outcomes(id)).toEqual(['off']);
});

test('what its account did not choose to be told of is left out', async () => {
  const { id, notices } = await aReseller(2, { noticeDays: [7] });
  const nearer = aNotice(id, notices[0]!.order, { seq: 12, days: 7 });
  await sendDigest(id, [...notices, nearer]);
  expect(resend.sent[0]!.subject).toBe('1 license ends soon');
  expect(await outcomes(id)).toEqual(['off', 'told', 'off']);
});

test('a digest carries the link by which its reader stops them, for mail programs too, and what is stored has none', async () => {
  const { id, email, notices } = await aReseller();
  await sendDigest(id, notices);
  const link = `https://licensing.example/notices/${noticesCapability(SECRET_KEYS, { account: id, email })}`;
  const [{ headers, html, text } = {}] = resend.sent;
  expect(headers).toEqual({ 'List-Unsubscribe': `<${link}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' });
  for (const version of [html, text]) expect(version).toContain(link);
  const stored = await em().findOneOrFail(MailEntity, `notices/${id}/${DAY}`);
  for (const version of [stored.html, stored.text]) expect(version).not.toContain('/notices/');
});

test('a notice that was told is never told again, on no other day', async () => {
  const { id, notices } = await aReseller();
  await sendDigest(id, notices);
  now += 24 * HOUR_MS;
  expect(await sendDigest(id, notices, '2027-11-02')).toEqual({ outcome: 'nothing', left: [] });
  expect(resend.sent).toHaveLength(1);
});

test('a second digest on one day is not made: what came too late waits for the next', async () => {
  const { id, notices } = await aReseller(2);
  await sendDigest(id, notices.slice(0, 1));
  const late = { order: notices[1]!.order, seq: 9 };
  expect(await sendDigest(id, notices.slice(1))).toEqual({ outcome: 'sent', left: [late] });
  now += 24 * HOUR_MS;
  expect(await sendDigest(id, notices.slice(1), '2027-11-02')).toEqual({ outcome: 'sent', left: [] });
  expect(resend.sent).toHaveLength(2);
});

test('after a week of downtime neither what is over nor what a nearer notice covers is told', async () => {
  const { id, notices } = await aReseller();
  const { order } = notices[0]!;
  now = Date.parse('2027-11-24T15:00:00Z');
  const nearer = aNotice(id, order, { seq: 12, days: 7, at: Date.parse('2027-11-23T23:00:00Z') });
  await sendDigest(id, [...notices, nearer], '2027-11-24');
  expect(resend.sent[0]!.subject).toBe('1 license ends soon');
  expect(resend.sent[0]!.text).toContain('in 6 days');
  expect(await outcomes(id)).toEqual(['overtaken', 'told']);

  now = Date.parse('2027-12-01T07:00:00Z');
  const other = aNotice(id, order, { seq: 13, days: 7, line: '2', what: 'care' });
  expect(await sendDigest(id, [other], '2027-12-01')).toEqual({ outcome: 'nothing', left: [] });
  expect(await outcomes(id)).toEqual(['overtaken', 'told', 'past']);
});

test('two attempts at once send one digest', async () => {
  const { id, notices } = await aReseller();
  const answers = await Promise.all([sendDigest(id, notices), sendDigest(id, notices)]);
  expect(answers).toEqual([
    { outcome: 'sent', left: [] },
    { outcome: 'sent', left: [] },
  ]);
  expect(resend.sent).toHaveLength(1);
});

test('a worker killed after Resend took the digest sends it once, also when what it says is no longer true', async () => {
  const { id, notices } = await aReseller();
  const real = createResend({ apiKey: 're_test', baseUrl: resend.url });
  const killed = sendDigest(id, notices, DAY, {
    resend: async (mail) => {
      await real(mail);
      throw new Error('killed');
    },
  });
  await expect(killed).rejects.toThrow('killed');
  await em().nativeUpdate(OrderEntity, { number: notices[0]!.order }, { status: 'canceled' });
  expect(await sendDigest(id, notices)).toEqual({ outcome: 'sent', left: [] });
  expect(resend.sent).toHaveLength(1);
});
