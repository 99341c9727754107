import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { orderWorkflowId } from '../../temporal/contract.ts';
import { openTimeSkippingBench, sold, type Bench } from '../support/workflow/bench.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await openTimeSkippingBench();
});
afterAll(() => bench.stop());

test('what PostgreSQL refuses for what it is, is not tried for ever: the workflow stays open, and Temporal shows why', async () => {
  let attempts = 0;
  const publishOrder = async () => {
    attempts += 1;
    throw Object.assign(new Error('a name of somebody'), { code: '22021' });
  };
  const order = bench.env.client.workflow.getHandle(orderWorkflowId('SO-1'));
  const failure = async () => {
    const { events } = await order.fetchHistory();
    return events?.map(({ workflowTaskFailedEventAttributes: failed }) => failed?.failure?.message).find(Boolean);
  };
  await bench.withWorker(
    async () => {
      await bench.startOrder('SO-1', [sold()]);
      await bench.until(async () => (await failure()) !== undefined);
    },
    { activities: { publishOrder } },
  );
  expect(await failure()).toBe(
    'publishDelivery cannot be done: PostgreSQL refuses what publishDelivery writes (22021)',
  );
  // Three as a local activity, which costs nothing, and one that says so.
  expect(attempts).toBe(4);
  expect((await order.describe()).status.name).toBe('RUNNING');
  await order.terminate();
});
