import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createPublishing } from '../../activities/publish.ts';
import { createResend } from '../../activities/resend.ts';
import { createSendDigest } from '../../activities/send-digest.ts';
import { createTellNotices } from '../../activities/tell-notices.ts';
import { AccountEntity } from '../../db/entities/account.ts';
import { addDays, dayAt } from '../../domain/days.ts';
import { orderWorkflowId, renewSignal } from '../../workflows/contract.ts';
import { CUSTOMER, openTimeSkippingBench, sold, type Bench } from '../support/bench.ts';
import { openDatabase, type TestDatabase } from '../support/database.ts';
import { startFakeResend, type FakeResend } from '../support/fake-resend.ts';

const ZONE = 'Europe/Rome';
const RESELLER = 'northwind-voice';

let bench: Bench;
let database: TestDatabase;
let resend: FakeResend;
let now = 0;

beforeAll(async () => {
  [bench, database] = await Promise.all([openTimeSkippingBench(), openDatabase()]);
  resend = await startFakeResend(() => now);
  const account = { timeZone: ZONE, locale: 'en', createdAt: new Date(), email: 'orders@northwind-voice.example' };
  await database.orm.em.fork().insertMany(AccountEntity, [
    { ...account, id: RESELLER, kind: 'reseller', name: 'Northwind Voice' },
    { ...account, id: CUSTOMER, kind: 'customer', name: 'Acme Hotels' },
  ]);
});
afterAll(async () => {
  await resend.stop();
  await database.drop();
  await bench.stop();
});

/** The product's own activities, on the clock of the Temporal server. */
function activities(sentOn: string[]) {
  const { orm } = database;
  const sendDigest = createSendDigest({
    ...{ orm, publicUrl: 'https://licensing.example', from: 'l@example.com', clock: () => now },
    resend: createResend({ apiKey: 're_test', baseUrl: resend.url }),
  });
  return {
    ...createPublishing({ orm, secretKeys: [] }),
    tellNotices: createTellNotices({ orm, client: bench.env.client, taskQueue: bench.taskQueue }),
    sendDigest: async (request: Parameters<typeof sendDigest>[0]) => {
      now = await bench.now();
      sentOn.push(dayAt(now, ZONE));
      return sendDigest(request);
    },
  };
}

test('a reseller is told of what ends 90, 60, 30 and 7 days before, in one e-mail a day, and no more of what was renewed', async () => {
  const sentOn: string[] = [];
  const endsOn = addDays(dayAt(await bench.now(), ZONE), 120);
  await bench.withWorker(
    async () => {
      const care = { level: 'gold' as const, endsOn };
      await bench.startOrder('SO-1', [sold({ license: 'subscription', endsOn, care })], { timeZone: ZONE });
      await bench.startOrder('SO-2', [sold({ application: 'digital-fax', care })], { timeZone: ZONE });
      await bench.env.sleep('100d');
      const renewal = { reference: 'R-1', contentHash: '1', endsOn: addDays(endsOn, 365) };
      const order = bench.env.client.workflow.getHandle(orderWorkflowId('SO-2'));
      await order.signal(renewSignal, { at: await bench.now(), ...renewal });
      await bench.env.sleep('25d');
    },
    { activities: activities(sentOn) },
  );
  expect(sentOn).toEqual([90, 60, 30, 7].map((days) => addDays(endsOn, 1 - days)));
  expect(resend.sent.map(({ subject }) => subject)).toEqual([
    '2 licenses end soon',
    '2 licenses end soon',
    '2 licenses end soon',
    '1 license ends soon',
  ]);
  expect(resend.sent.map(({ text }) => /(\d+) days left/.exec(text)?.[1])).toEqual(['90', '60', '30', '7']);
  expect(resend.sent[3]!.text).not.toContain('SO-2');
});
