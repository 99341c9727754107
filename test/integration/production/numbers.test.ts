import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { WebhookEntity } from '../../../db/entities/telling/webhook.ts';
import { WebhookDeliveryEntity } from '../../../db/entities/telling/webhook-delivery.ts';
import { numberDue } from '../../../db/queries/feed/number.ts';
import { storeMail } from '../../../db/queries/mails/mails.ts';
import { VENDOR } from '../../../domain/people/permissions.ts';
import { createNumbers } from '../../../services/numbers/numbers.ts';
import { openDatabase, type TestDatabase } from '../../support/api/database.ts';
import { fillEstate } from '../../support/api/projected-estate.ts';

const MINUTE_MS = 60_000;
const filledAtMs = Date.now();

let database: TestDatabase;
beforeAll(async () => {
  database = await openDatabase();
  await fillEstate(database.orm, { prefix: 'n', resellers: 2, customers: 4, orders: 20, servers: 20, more: 3 });
});
afterAll(() => database.drop());

const em = () => database.orm.em.fork();
const run = (sql: string, values: unknown[] = []) => em().execute(sql, values);

/** What is told so many minutes after everything was written, by a process that has told nothing before. */
async function after(minutes: number) {
  const clock = () => filledAtMs + minutes * MINUTE_MS;
  const numbers = createNumbers({ orm: database.orm, clock, warn: (error) => expect(error).toBeUndefined() });
  const [soon, seldom] = await Promise.all([numbers.soon(), numbers.seldom()]);
  return { ...soon!.value, ...seldom!.value };
}

test('where all is well nothing is unaccounted, waits or is unknown, and orders are counted by stage', async () => {
  await run(`update orders set stage = 'locked' where number in ('nP-1', 'nP-2')`);
  const stand = await after(20);
  expect(stand.orders.sort((a, b) => a.count - b.count)).toEqual([
    { status: 'open', stage: 'locked', count: 2 },
    { status: 'open', stage: 'assigned', count: 18 },
  ]);
  expect(stand).toMatchObject({
    ...{ unaccountedUnits: 0, unstarted: { waiting: 0, failing: 0, oldestAt: null } },
    isUnrepaired: false,
    ...{ mails: { due: 0, oldestDueMs: 0, unknown: 0 }, webhooks: { behind: 0, waiting: 0, disabled: 0 } },
  });
});

test('units that an order gave to a server which does not have them are unaccounted, and those beyond a line, once both have been quiet for ten minutes', async () => {
  const units = async () => (await after(20)).unaccountedUnits;
  await run(`delete from shares where server = 'nserver-1' and line = '1'`);
  expect(await units()).toBe(5);
  await run(`update assignments set capacity = 8 where server = 'nserver-2' and line = '1'`);
  expect(await units()).toBe(8);
  // What an order has taken back, a server may still say that it has: that counts nowhere.
  await run(`update assignments set capacity = 1 where server = 'nserver-3'`);
  for (const table of ['assignments', 'shares'])
    await run(`update ${table} set capacity = 24 where server = 'nserver-4'`);
  expect(await units()).toBe(12);
  // A line that is canceled owns nothing, and neither does one that is over.
  await run(`update lines set canceled_at = now() where order_number = 'nP-1'`);
  expect(await units()).toBe(7);
  await run(`update lines set terms = terms || '{"until": 1, "graceUntil": 2}' where order_number = 'nP-2'`);
  expect(await units()).toBe(4);
  expect((await after(5)).unaccountedUnits).toBe(0);
});

test('e-mails that are due are told with their age, and unknown ones until somebody has sent them again', async () => {
  const mail = { recipient: 'a@a.example', subject: 'subject', html: 'html', text: 'text', delivery: '1' };
  const mails = [
    { id: 'mail/nP-1/1', orderNumber: 'nP-1', state: 'due', minutes: 90 },
    { id: 'mail/nP-2/1', orderNumber: 'nP-2', state: 'due', minutes: 30 },
    { id: 'mail/nP-3/1', orderNumber: 'nP-3', state: 'unknown', minutes: 60 },
    { id: 'mail/nP-4/1', orderNumber: 'nP-4', state: 'unknown', minutes: 60 },
    { id: 'mail/nP-4/1/2', orderNumber: 'nP-4', state: 'sent', minutes: 30, copy: 2 },
    { id: 'mail/nP-5/1', orderNumber: 'nP-5', state: 'unknown', minutes: 40 * 24 * 60 },
  ];
  for (const { state, minutes, ...about } of mails) {
    await storeMail(em(), { ...mail, ...about });
    const madeAt = new Date(filledAtMs - minutes * MINUTE_MS);
    await run('update mails set state = ?, created_at = ? where id = ?', [state, madeAt, about.id]);
  }
  expect((await after(0)).mails).toEqual({ due: 2, oldestDueMs: 90 * MINUTE_MS, unknown: 1 });
});

test('orders that were taken and not started are counted, with how long the oldest has waited', async () => {
  const receivedAt = (minutes: number) => new Date(filledAtMs - minutes * MINUTE_MS);
  for (const [number, minutes] of [
    ['nP-6', 7],
    ['nP-7', 3],
  ] as const)
    await run('insert into unstarted_orders (number, received_at, failure) values (?, ?, ?)', [
      ...[number, receivedAt(minutes), minutes > 5 ? 'Temporal says no' : null],
    ]);
  expect((await after(0)).unstarted).toMatchObject({ waiting: 2, failing: 1, oldestAt: +receivedAt(7) });
});

test('the feed is behind by what has no place in it, and a webhook by what it has not come to or could not deliver', async () => {
  const { due, oldestMs } = (await after(1)).feed;
  expect(due).toBe(26);
  expect(oldestMs).toBeGreaterThan(MINUTE_MS / 2);
  await numberDue(em(), 1_000, filledAtMs);
  expect((await after(1)).feed).toEqual({ due: 0, oldestMs: 0 });

  const webhook = { url: 'https://a.example', types: null, description: null, createdAt: new Date(filledAtMs) };
  const at = { vendor: VENDOR, reseller: 'nreseller-0' };
  const [enabled, disabled] = [{ state: 'enabled' }, { state: 'disabled' }] as const;
  for (const row of [
    { id: 'with-news', accountId: at.vendor, position: 25, disabledFor: null, ...enabled },
    { id: 'of-other-types', accountId: at.vendor, position: 25, disabledFor: null, ...enabled, types: ['activated'] },
    { id: 'up-to-date', accountId: at.reseller, position: 26, disabledFor: null, ...enabled },
    { id: 'waits-long', accountId: at.reseller, position: 26, disabledFor: null, ...enabled },
    { id: 'waits-shortly', accountId: at.reseller, position: 26, disabledFor: null, ...enabled },
    { id: 'by-itself', accountId: at.reseller, position: 0, disabledFor: 'nothing-taken', ...disabled },
    { id: 'by-somebody', accountId: at.reseller, position: 0, disabledFor: 'asked', ...disabled },
    { id: 'removed', accountId: at.vendor, position: 0, disabledFor: null, ...enabled, removedAt: new Date() },
  ] as const)
    await em().insert(WebhookEntity, { ...webhook, ...row } as never);
  for (const [webhookId, minutes] of [
    ['waits-long', 6],
    ['waits-long', 2],
    ['waits-shortly', 2],
  ] as const)
    await em().insert(WebhookDeliveryEntity, {
      ...{ webhookId, event: `e-${minutes}`, position: 1, stream: 'order/nP-1', seq: minutes, type: 'delivered' },
      ...{ state: 'waiting', attempts: [], createdAt: new Date(filledAtMs - minutes * MINUTE_MS) },
    });
  expect((await after(0)).webhooks).toEqual({ behind: 2, waiting: 3, disabled: 1 });
});
