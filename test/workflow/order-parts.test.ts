import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { handle, handleFact, type Handled } from '../../domain/order/handle.ts';
import { MOST_EVENTS_AT_ONCE, openOrder } from '../../domain/order/order.ts';
import type { RecordedOrderEvent } from '../../domain/order/events.ts';
import { POLICY } from '../../domain/policy.ts';
import { orderWorkflowId, type OrderStart } from '../../temporal/contract.ts';
import { CUSTOMER, openRealBench, sold, type Bench } from '../support/workflow/bench.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await openRealBench();
});
afterAll(() => bench.stop());

/** An order by rules 2 with more that is not published than goes at once. */
function muchToPublish(number: string): Handled {
  const at = Date.now();
  const parties = { customerId: CUSTOMER, resellerId: 'northwind-voice', distributorId: null };
  const open = openOrder({ number, ...parties, timeZone: 'UTC', policy: POLICY, placedAt: at, acceptedAt: at }, 2);
  let { order, events } = handle(open, { type: 'deliver', reference: number, lines: [sold()] }, at, at);
  while (events.length <= 2 * MOST_EVENTS_AT_ONCE) {
    const handled = handleFact(order, { type: 'suspend', reason: `reason ${events.length}` }, at, at);
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
