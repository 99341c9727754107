import type { Client } from '@temporalio/client';
import type { Ledger } from '../domain/order/line/capacity.ts';
import { withoutAnswer } from '../domain/server/allocation.ts';
import { candidatesOf, concerns } from '../domain/server/candidates.ts';
import { signal, update } from '../temporal/calls.ts';
import { orderWorkflowId, takeUpdate, tellSignal, type Activities } from '../temporal/contract.ts';
import { createAskOrders } from '../temporal/ask-orders.ts';

/** How a server asks orders and tells them: through activities, so that neither workflow waits for the other. */
export function createOrderTalk(deps: {
  client: Client;
  /** The customer's orders that are not over, by the projection. */
  readLedgers: (customerId: string) => Promise<Ledger[]>;
}): Pick<Activities, 'readCandidates' | 'askOrder' | 'tellOrder'> {
  const { client, readLedgers } = deps;
  const askOrders = createAskOrders(client);

  return {
    async readCandidates({ customerId, server, application, orders, fresh, at }) {
      const ledgers = await readLedgers(customerId);
      const projected = ledgers.filter((ledger) => concerns(ledger, server, { application, orders }));
      if (!fresh) return projected.flatMap((ledger) => candidatesOf(ledger, server, at));
      const answers = await askOrders(projected.map(({ number }) => number));
      return projected.flatMap((ledger) => {
        const order = answers.get(ledger.number);
        // It can have been transferred since it was projected.
        if (order && order.customerId !== customerId) return [];
        return order ? candidatesOf(order, server, at) : candidatesOf(ledger, server, at).map(withoutAnswer);
      });
    },

    async askOrder({ order, message }) {
      const outcome = await update(
        client,
        orderWorkflowId(order),
        takeUpdate,
        `${message.server}:${message.number}`,
        message,
      );
      switch (outcome.kind) {
        case 'updated':
          return { kind: 'holding', shares: outcome.result.shares };
        case 'closed':
          return { kind: 'refused', code: 'ORDER_ENDED' };
        case 'refused':
          if (outcome.code === 'ROLLING_OVER') throw new Error(`Order ${order} goes on in a new run`);
          return outcome;
        case 'unanswered':
          throw new Error(`Order ${order} does not answer`);
      }
    },

    async tellOrder({ order, message }) {
      const { kind } = await signal(client, orderWorkflowId(order), tellSignal, message);
      // An order that has ended has nothing left to give back to, and nobody to tell.
      if (kind === 'unanswered') throw new Error(`Order ${order} could not be told`);
    },
  };
}
