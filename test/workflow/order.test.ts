import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { INTERNAL_EVENTS } from '../../domain/order/events.ts';
import {
  expandSignal,
  orderWorkflowId,
  resumeSignal,
  suspendSignal,
  tellSignal,
  unlockSignal,
} from '../../temporal/contract.ts';
import { openTimeSkippingBench, sold, type Bench } from '../support/workflow/bench.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await openTimeSkippingBench();
});
afterAll(() => bench.stop());

const handle = (number: string) => bench.env.client.workflow.getHandle(orderWorkflowId(number));
const types = (number: string) =>
  bench
    .events(number)
    .map((event) => event.type)
    .filter((type) => !INTERNAL_EVENTS.includes(type));

test('an order is delivered locked, is announced by one e-mail, and is unlocked by a signal', async () => {
  await bench.withWorker(async () => {
    await bench.startOrder('SO-1', [sold()]);
    await bench.env.sleep('1s');
    expect((await bench.order('SO-1')).deliveries[0]!.unlockedAt).toBeNull();
    await handle('SO-1').signal(unlockSignal, { at: await bench.now() });
    await handle('SO-1').signal(unlockSignal, { at: await bench.now() });
    await bench.env.sleep('1s');
    expect(types('SO-1')).toEqual(['delivered', 'unlocked']);
    expect(bench.published.mails).toEqual([{ order: 'SO-1', delivery: '1' }]);
  });
});

test('an order is published and announced by one local activity', async () => {
  await bench.startOrder('SO-AT-ONCE', [sold()], { acceptedAt: (await bench.now()) - 1_000 });
  await bench.withWorker(async () => {
    await bench.until(() => bench.published.mails.some(({ order }) => order === 'SO-AT-ONCE'));
    await bench.env.sleep('1s');
  });
  const { events } = await handle('SO-AT-ONCE').fetchHistory();
  const local = events!.filter((event) => event.markerRecordedEventAttributes?.markerName === 'core_local_activity');
  expect(local).toHaveLength(1);
  expect(events!.filter((event) => event.activityTaskScheduledEventAttributes)).toEqual([]);
  expect(types('SO-AT-ONCE')).toEqual(['delivered']);
});

test('what came before any worker ran is taken in the order in which it came', async () => {
  await bench.startOrder('SO-EARLY', [sold()]);
  const at = await bench.now();
  const expansion = { reference: 'E-1', contentHash: 'content', lines: [sold()], at };
  await handle('SO-EARLY').signal(suspendSignal, { reason: 'unpaid', at });
  await handle('SO-EARLY').signal(resumeSignal, { at });
  await handle('SO-EARLY').signal(suspendSignal, { reason: 'fraud', at });
  await handle('SO-EARLY').signal(resumeSignal, { at });
  await handle('SO-EARLY').signal(expandSignal, expansion);
  await handle('SO-EARLY').signal(unlockSignal, { at });
  await bench.withWorker(async () => {
    await bench.until(() => types('SO-EARLY').includes('unlocked'));
    expect(types('SO-EARLY')).toEqual([
      ...['delivered', 'suspended', 'resumed', 'suspended', 'resumed', 'expanded', 'unlocked', 'unlocked'],
    ]);
  });
});

test('an e-mail whose workflow has closed long ago is not sent again', async () => {
  let isAway = false;
  const sendMail: Bench['activities']['sendMail'] = (mail) =>
    isAway ? Promise.reject(new Error('no answer')) : bench.activities.sendMail(mail);
  await bench.withWorker(
    async () => {
      await bench.env.client.workflow.execute('mail', {
        workflowId: 'mail/SO-2/1',
        args: [{ order: 'SO-2', delivery: '1' }],
        taskQueue: bench.taskQueue,
      });
      isAway = true;
      await bench.startOrder('SO-2', [sold()]);
      await bench.env.sleep('1s');
      expect(types('SO-2')).toEqual(['delivered']);
      expect(bench.published.mails.filter((mail) => mail.order === 'SO-2')).toHaveLength(1);
    },
    { activities: { sendMail } },
  );
});

test('a subscription expires at the minute its grace is over, and the order ends after its reinstatement window', async () => {
  await bench.withWorker(async () => {
    const day = (ms: number) => new Date(ms).toISOString().slice(0, 10);
    const now = await bench.now();
    const endsOn = day(now + 100 * 86_400_000);
    await bench.startOrder('SO-3', [sold({ license: 'subscription', startsOn: day(now), endsOn })], {
      timeZone: 'Europe/Rome',
    });
    await handle('SO-3').result();
    expect(types('SO-3')).toEqual(['delivered', 'expiring', 'expired', 'ended']);
    const midnightInRome = (days: number) => {
      const utc = Date.parse(`${endsOn}T00:00:00Z`) + (days + 1) * 86_400_000;
      const offset = new Date(utc).toLocaleString('en-GB', { timeZone: 'Europe/Rome', timeZoneName: 'shortOffset' });
      return utc - Number(/GMT\+(\d)/.exec(offset)![1]) * 3_600_000;
    };
    expect(bench.events('SO-3').find((event) => event.type === 'expired')!.at).toBe(midnightInRome(15));
  });
});

test('of two signals around a deadline, sent while no worker ran, the first counts before it and the second after it', async () => {
  const midnight = Math.floor((await bench.now()) / 86_400_000) * 86_400_000;
  const deadline = midnight - 5 * 86_400_000;
  const endsOn = new Date(deadline - 16 * 86_400_000).toISOString().slice(0, 10);
  await bench.startOrder('SO-4', [sold({ license: 'subscription', startsOn: '2020-01-01', endsOn })], {
    acceptedAt: deadline - 86_400_000,
  });
  const heard = { server: 'srv_1', shares: [], activatedAt: null };
  await handle('SO-4').signal(tellSignal, { ...heard, number: 1, at: deadline - 60_000 });
  await handle('SO-4').signal(tellSignal, { ...heard, number: 2, at: deadline + 60_000 });
  await bench.withWorker(async () => {
    await bench.env.sleep('1s');
    const tail = bench.events('SO-4').filter((event) => ['heard', 'expired'].includes(event.type));
    expect(tail.map((event) => [event.type, event.at])).toEqual([
      ['heard', deadline - 60_000],
      ['expired', deadline],
      ['heard', deadline + 60_000],
    ]);
    expect(tail[1]!.recordedAt).toBeGreaterThan(deadline + 60_000);
  });
});
