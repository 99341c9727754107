import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { orderWorkflowId, tellSignal, unlockSignal } from '../../workflows/contract.ts';
import { openRealBench, sold, type Bench } from '../support/bench.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await openRealBench();
});
afterAll(() => bench.stop());

const handle = (number: string) => bench.env.client.workflow.getHandle(orderWorkflowId(number));

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
