import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { JournalEntity } from '../../db/entities/telling/journal.ts';
import { NoticeEntity } from '../../db/entities/telling/notice.ts';
import { addDays, dayAt, startOfDay } from '../../domain/days.ts';
import { POLICY } from '../../domain/policy.ts';
import { orderWorkflowId, renewSignal } from '../../temporal/contract.ts';
import { sold } from '../support/workflow/bench.ts';
import { openNoticed, RESELLER, ZONE, type Noticed } from '../support/workflow/noticed.ts';
import { createOutage } from '../support/workflow/outage.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

let noticed: Noticed;
beforeAll(async () => {
  noticed = await openNoticed();
});
afterAll(() => noticed.close());

test('everything is down for 25 days over a digest and an expiry: what is told is told once, and only what still makes sense', async () => {
  const { bench, database, resend, askedOn, activities } = noticed;
  const numbers = ['OUT-STILL', 'OUT-RENEWED', 'OUT-EXPIRED'];
  const tomorrow = addDays(dayAt(await bench.now(), ZONE), 1);
  const midnight = startOfDay(tomorrow, ZONE);
  const outage = createOutage(bench);
  await bench.withWorker(
    async () => {
      for (const [index, days] of [90, 90, 7].entries()) {
        const endsOn = addDays(tomorrow, days - 1);
        await bench.startOrder(numbers[index]!, [sold({ license: 'subscription', endsOn })], { timeZone: ZONE });
      }
      await bench.env.sleep(midnight + HOUR_MS - (await bench.now()));
      await outage.remember(numbers, RESELLER);
    },
    { activities },
  );
  await outage.begin();
  await outage.pass(3 * DAY_MS);
  const renewal = { reference: 'R-1', contentHash: '1', endsOn: addDays(tomorrow, 400) };
  await outage.order('OUT-RENEWED').signal(renewSignal, { at: await bench.now(), ...renewal });
  await outage.pass(22 * DAY_MS + 14 * HOUR_MS);
  const restartedAt = await bench.now();
  expect(askedOn).toEqual([]);

  // The worst of luck: the digest is made before anything that happened meanwhile can be projected.
  let isMade = false;
  const { publishOrder, sendDigest, ...others } = activities;
  await bench.withWorker(
    async () => {
      await bench.until(() => outage.isTold());
      await bench.env.sleep('2d');
    },
    {
      activities: {
        ...others,
        publishOrder: async (publication) => {
          if (!isMade) throw new Error('no connection');
          await publishOrder(publication);
        },
        sendDigest: (request) => sendDigest(request).finally(() => (isMade = true)),
      },
    },
  );
  expect(resend.sent.map(({ subject }) => subject)).toEqual(['1 license ends soon']);
  expect(resend.sent[0]!.text).toContain('OUT-STILL');
  expect(askedOn).toEqual([dayAt(restartedAt, ZONE)]);
  const em = database.orm.em.fork();
  const settled = await em.find(NoticeEntity, { orderNumber: { $in: numbers } }, { orderBy: { orderNumber: 1 } });
  expect(settled.map(({ orderNumber, outcome }) => [orderNumber, outcome])).toEqual([
    ['OUT-EXPIRED', 'past'],
    ['OUT-RENEWED', 'renewed'],
    ['OUT-STILL', 'told'],
  ]);
  const expired = await em.find(JournalEntity, { stream: { $in: numbers.map(orderWorkflowId) }, type: 'expired' });
  expect(expired.map(({ stream }) => stream)).toEqual(['order/OUT-EXPIRED']);
  expect(expired[0]!.at.getTime()).toBe(startOfDay(addDays(tomorrow, 7 + POLICY.graceDays), ZONE));
  expect(expired[0]!.recordedAt.getTime()).toBeGreaterThanOrEqual(restartedAt);
});
