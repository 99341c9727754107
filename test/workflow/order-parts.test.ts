import { Context } from '@temporalio/activity';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { handle, handleFact, type Handled } from '../../domain/order/handle.ts';
import { MOST_EVENTS_AT_ONCE, NEWEST_RULES, openOrder } from '../../domain/order/order.ts';
import type { RecordedOrderEvent } from '../../domain/order/events.ts';
import { POLICY } from '../../domain/policy.ts';
import { orderWorkflowId, type OrderStart } from '../../temporal/contract.ts';
import { CUSTOMER, openRealBench, sold, type Bench } from '../support/workflow/bench.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await openRealBench();
});
afterAll(() => bench.stop());

/** An order by some rules with more that is not published than goes at once. */
function muchToPublish(number: string, rules = 2): Handled {
  const at = Date.now();
  const parties = { customerId: CUSTOMER, resellerId: 'northwind-voice', distributorId: null };
  const open = openOrder({ number, ...parties, timeZone: 'UTC', policy: POLICY, placedAt: at, acceptedAt: at }, rules);
  let { order, events } = handle(open, { type: 'deliver', reference: number, lines: [sold()] }, at, at + 1);
  while (events.length <= 2 * MOST_EVENTS_AT_ONCE) {
    const handled = handleFact(order, { type: 'suspend', reason: `reason ${events.length}` }, at, at + 1);
    ({ order } = handled);
    events = [...events, ...handled.events];
  }
  return { order, events };
}

test('what is too much for one publication is published in parts, in its order, and then comes what came meanwhile', async () => {
  const { order, events } = muchToPublish('PARTS-1');
  const args: [OrderStart] = [{ order, unpublished: events, mailsDue: [], noticesDue: [] }];
  const workflowId = orderWorkflowId(order.number);
  const handle = await bench.env.client.workflow.start('order', { workflowId, taskQueue: bench.taskQueue, args });
  const parts: RecordedOrderEvent[][] = [];
  await bench.withWorker(() => bench.until(() => parts.length === 4), {
    activities: {
      async publishOrder(publication) {
        parts.push(publication.events);
        if (parts.length === 1) await handle.signal('resume', { at: Date.now() });
        await bench.activities.publishOrder(publication);
      },
    },
  });
  expect(parts.map((part) => part.length)).toEqual([MOST_EVENTS_AT_ONCE, MOST_EVENTS_AT_ONCE, 1, 1]);
  expect(parts.flat().slice(0, -1)).toEqual(events);
  expect(parts.flat().at(-1)).toMatchObject({ type: 'resumed', seq: events.length + 1 });
});

test('a part waits until its task is recorded where anything that is published after it would', async () => {
  const { order, events } = muchToPublish('PARTS-2', NEWEST_RULES);
  // The last one counts from when it was heard, as if it had come from a clock that is ahead.
  const unpublished = events.map((event) => (event === events.at(-1) ? { ...event, at: event.recordedAt } : event));
  const args: [OrderStart] = [{ order, unpublished, mailsDue: [], noticesDue: [] }];
  const workflowId = orderWorkflowId(order.number);
  await bench.env.client.workflow.start('order', { workflowId, taskQueue: bench.taskQueue, args });
  const parts: boolean[] = [];
  await bench.withWorker(() => bench.until(() => parts.length === 3), {
    activities: {
      async publishOrder(publication) {
        parts.push(Context.current().info.isLocal);
        await bench.activities.publishOrder(publication);
      },
    },
  });
  expect(parts).toEqual([false, false, false]);
});
