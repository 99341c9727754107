import type { Client } from '@temporalio/client';
import type { Ledger } from '../domain/order/capacity.ts';
import { candidatesOf } from '../domain/server/candidates.ts';
import { signal, update } from '../temporal/calls.ts';
import { orderWorkflowId, takeUpdate, tellSignal, type Activities } from '../temporal/contract.ts';
import { createAskOrders } from './ask-orders.ts';

/** How a server asks orders and tells them: through activities, so that neither workflow waits for the other. */
export function createOrderTalk(deps: {
  client: Client;
  /** The customer's orders that are not over, by the projection. */
  readLedgers: (customerId: string) => Promise<Ledger[]>;
}): Pick<Activities, 'readCandidates' | 'askOrder' | 'tellOrder'> {
  const { client, readLedgers } = deps;
  const askOrders = createAskOrders(client);

  return {
    async readCandidates({ customerId, server, fresh, at }) {
      const projected = await readLedgers(customerId);
      const ledgers = fresh ? await ownWords(projected) : projected;
      return ledgers.flatMap((ledger) => candidatesOf(ledger, server, at));
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

  async function ownWords(projected: Ledger[]): Promise<Ledger[]> {
    const answers = await askOrders(projected.map(({ number }) => number));
    const silent = projected.find(({ number }) => !answers.has(number));
    if (silent) throw new Error(`Order ${silent.number} does not answer`);
    return [...answers.values()];
  }
}
