import { sleep } from '@temporalio/workflow';
import { order as orderOfToday } from '../../../workflows/order.ts';
import type { OrderStart } from '../../../temporal/contract.ts';

/** An order as a careless change would make it: it waits a second before it begins, which no history knows of. */
export async function order(start: OrderStart): Promise<void> {
  await sleep('1s');
  await orderOfToday(start);
}
