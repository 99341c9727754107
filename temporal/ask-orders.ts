import type { Client } from '@temporalio/client';
import type { Order } from '../domain/order/order.ts';
import { query } from './calls.ts';
import { orderQuery, orderWorkflowId } from './contract.ts';

const ANSWER_WITHIN_MS = 5_000;

/** What orders say of themselves, by their numbers; those that do not answer are missing. */
export type AskOrders = (numbers: readonly string[]) => Promise<Map<string, Order>>;

/**
 * Asks orders themselves: they know of what was sent while nothing ran before it is projected. One that is blocked, or so
 * long over that Temporal has forgotten it, holds nobody up.
 */
export function createAskOrders(client: Client): AskOrders {
  return async (numbers) => {
    const answers = await Promise.all(
      numbers.map((number) => query(client, orderWorkflowId(number), orderQuery, ANSWER_WITHIN_MS)),
    );
    const orders = answers.filter((order) => order !== null);
    return new Map(orders.map((order) => [order.number, order]));
  };
}
