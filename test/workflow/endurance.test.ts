import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { signalNotices } from '../../activities/tell-notices.ts';
import {
  noticesQuery,
  noticesWorkflowId,
  orderWorkflowId,
  tellSignal,
  unlockSignal,
  type WaitingNotice,
} from '../../temporal/contract.ts';
import { openRealBench, sold, type Bench } from '../support/workflow/bench.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await openRealBench();
});
afterAll(() => bench.stop());

const handle = (number: string) => bench.env.client.workflow.getHandle(orderWorkflowId(number));

/** The time zone in which it is noon: the next digest is most of a day away. */
function zoneAtNoon(): string {
  const ahead = 12 - new Date().getUTCHours();
  // In these names the sign is that of the way back to Greenwich.
  return `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
}

test('200 signals across a roll-over are all heard, in order', async () => {
  await bench.withWorker(async () => {
    await bench.startOrder('SO-5', [sold()]);
    // Enough that at least one roll-over falls among the last 200.
    for (let number = 1; number <= 600; number++)
      await handle('SO-5').signal(tellSignal, {
        server: `srv_${number % 7}`,
        number,
        shares: [],
        activatedAt: number,
        at: 0,
      });
    await bench.until(() => bench.events('SO-5').some((event) => event.type === 'heard' && event.number === 600));
    const order = await bench.order('SO-5');
    expect(order.servers.map((heard) => heard.number).sort((a, b) => a - b)).toEqual([
      594, 595, 596, 597, 598, 599, 600,
    ]);
    expect(bench.events('SO-5').map((event) => event.seq)).toEqual(
      Array.from({ length: order.seq }, (_, index) => index + 1),
    );
    const { events } = await handle('SO-5').fetchHistory();
    expect(events![0]!.workflowExecutionStartedEventAttributes!.continuedExecutionRunId).toMatch(/./);
  });
});

test('a thousand notices, told fifty at a time, cross a roll-over, and none is lost', async () => {
  const many = bench.env.client.workflow.getHandle(noticesWorkflowId('many'));
  const told = {
    account: 'many',
    order: 'SO-1',
    at: 0,
    line: '1',
    what: 'term',
    days: 30,
    endsOn: '2099-12-31',
    noticeDays: [30],
  } as const;
  const timeZone = zoneAtNoon();
  const { taskQueue, env } = bench;
  const tell = (seq: number) => signalNotices({ client: env.client, taskQueue }, { ...told, seq, timeZone });
  await bench.withWorker(async () => {
    for (let seq = 1; seq <= 1_000; seq += 50)
      await Promise.all(Array.from({ length: 50 }, (_, index) => tell(seq + index)));
    await bench.until(async () => (await many.query(noticesQuery)).length === 1_000);
    const waiting: WaitingNotice[] = await many.query(noticesQuery);
    expect(new Set(waiting.map(({ seq }) => seq)).size).toBe(1_000);
    const { events } = await many.fetchHistory();
    expect(events![0]!.workflowExecutionStartedEventAttributes!.continuedExecutionRunId).toMatch(/./);
  });
});

test('a database that is away delays the projection and loses nothing', async () => {
  const isAway = { value: true };
  await bench.withWorker(
    async () => {
      await bench.startOrder('SO-6', [sold()]);
      await handle('SO-6').signal(unlockSignal, { at: await bench.now() });
      await bench.until(async () => (await handle('SO-6').describe()).raw.pendingActivities?.length === 1);
      expect(bench.events('SO-6')).toEqual([]);
      isAway.value = false;
      await bench.until(() => bench.events('SO-6').length === 2);
      expect(bench.events('SO-6').map((event) => event.type)).toEqual(['delivered', 'unlocked']);
    },
    {
      activities: {
        publishOrder: (publication) =>
          isAway.value ? Promise.reject(new Error('connection refused')) : bench.activities.publishOrder(publication),
      },
    },
  );
});
