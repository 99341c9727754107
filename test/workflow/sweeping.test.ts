import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { SWEEPING_WORKFLOW_ID, type SweepingWorkflow } from '../../temporal/contract.ts';
import { openTimeSkippingBench, type Bench } from '../support/workflow/bench.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await openTimeSkippingBench();
});
afterAll(() => bench.stop());

test('what has been kept for its period is swept every day, also after a day on which the database was away', async () => {
  const days: number[] = [];
  let failures = 2;
  const start = await bench.now();
  const activities = {
    async sweep() {
      if (days.length === 3 && failures-- > 0) throw new Error('the database is away');
      days.push(Math.floor(((await bench.now()) - start) / 86_400_000));
      return [];
    },
  };
  await bench.withWorker(
    async () => {
      const { workflow } = bench.env.client;
      const about = { workflowId: SWEEPING_WORKFLOW_ID, taskQueue: bench.taskQueue, args: [] };
      const handle = await workflow.start<SweepingWorkflow>('sweeping', { ...about, args: [] });
      await bench.env.sleep('121 hours');
      await bench.until(() => days.length >= 6);
      await handle.terminate();
    },
    { activities },
  );
  expect(days.slice(0, 6)).toEqual([0, 1, 2, 3, 4, 5]);
});

test('a long life of it goes on in new runs', async () => {
  await bench.withWorker(async () => {
    const about = { workflowId: `${SWEEPING_WORKFLOW_ID}-long`, taskQueue: bench.taskQueue };
    const handle = await bench.env.client.workflow.start<SweepingWorkflow>('sweeping', { ...about, args: [] });
    await bench.env.sleep('90 days');
    const { events } = await bench.env.client.workflow.getHandle(about.workflowId).fetchHistory();
    expect(events![0]!.workflowExecutionStartedEventAttributes!.continuedExecutionRunId).toBeTruthy();
    await bench.env.client.workflow.getHandle(handle.workflowId).terminate();
  });
});
