import type { Order } from '../../../domain/order/order.ts';
import * as contract from '../../../temporal/contract.ts';
import type { Bench } from './bench.ts';

/**
 * Lets time pass on the time-skipping server while no worker runs. That server keeps the tasks of a workflow for the worker
 * that had it last, also when it has gone: so the outage begins as if everything had just rolled over, and the notices wait
 * for their morning by a timer that a worker without a cache has set.
 */
export function createOutage(bench: Bench) {
  const { workflow } = bench.env.client;
  const { taskQueue } = bench;
  const testService = bench.env.connection.testService!;
  const order = (number: string) => workflow.getHandle(contract.orderWorkflowId(number));
  let orders: Order[] = [];
  let notices: contract.NoticesStart;
  const waiting = () => workflow.getHandle(contract.noticesWorkflowId(notices.account));

  return {
    order,

    /** Asks orders, and the notices of an account, what they are about to carry over; a worker has to run. */
    async remember(numbers: string[], account: string): Promise<void> {
      orders = await Promise.all(numbers.map((number) => order(number).query(contract.orderQuery)));
      const handle = workflow.getHandle(contract.noticesWorkflowId(account));
      notices = { account, waiting: await handle.query(contract.noticesQuery) };
    },

    /** Begins the outage, once the worker is gone. */
    async begin(): Promise<void> {
      await waiting().terminate();
      const about = { workflowId: waiting().workflowId, taskQueue };
      await workflow.start('notices', { ...about, args: [notices] });
      const isAsleep = async () =>
        ((await waiting().fetchHistory()).events ?? []).some((event) => event.timerStartedEventAttributes);
      await bench.withWorker(() => bench.until(isAsleep), { overrides: { maxCachedWorkflows: 0 } });
      for (const state of orders) {
        await order(state.number).terminate();
        const carried = { order: state, unpublished: [], mailsDue: [], noticesDue: [] };
        await workflow.start('order', { workflowId: order(state.number).workflowId, taskQueue, args: [carried] });
      }
    },

    /** Passes that much time, in milliseconds. Each task that waits for a worker holds the server's clock, which is freed of it. */
    async pass(ms: number): Promise<void> {
      const target = (await bench.now()) + ms;
      let freed = 0;
      const slept = bench.env.sleep(ms);
      await bench.until(async () => {
        if ((await bench.now()) >= target) return true;
        await testService.unlockTimeSkipping({});
        freed += 1;
        return false;
      });
      await slept;
      for (; freed > 0; freed--) await testService.lockTimeSkipping({});
    },

    /** Whether the notices have come to their end. */
    isTold: async (): Promise<boolean> => (await waiting().describe()).status.name === 'COMPLETED',
  };
}
