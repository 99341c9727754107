import { WorkflowNotFoundError, WorkflowUpdateFailedError, type Client } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import type { Ledger } from '../domain/order/capacity.ts';
import { candidatesOf } from '../domain/server/candidates.ts';
import { orderQuery, orderWorkflowId, takeUpdate, tellSignal, type Activities } from '../temporal/contract.ts';

const ANSWER_WITHIN_MS = 5_000;

/** How a server asks orders and tells them: through activities, so that neither workflow waits for the other. */
export function createOrderTalk(deps: {
  client: Client;
  /** The customer's orders that are not over, by the projection. */
  readLedgers: (customerId: string) => Promise<Ledger[]>;
}): Pick<Activities, 'readCandidates' | 'askOrder' | 'tellOrder'> {
  const { client, readLedgers } = deps;
  const order = (number: string) => client.workflow.getHandle(orderWorkflowId(number));
  const bounded = <Result>(call: () => Promise<Result>) => client.withDeadline(Date.now() + ANSWER_WITHIN_MS, call);

  return {
    async readCandidates({ customerId, server, fresh, at }) {
      const projected = await readLedgers(customerId);
      const ledgers = fresh
        ? await bounded(() => Promise.all(projected.map(({ number }) => order(number).query(orderQuery))))
        : projected;
      return ledgers.flatMap((ledger) => candidatesOf(ledger, server, at));
    },

    async askOrder({ order: number, message }) {
      try {
        const updateId = `${message.server}:${message.number}`;
        const held = await bounded(() => order(number).executeUpdate(takeUpdate, { args: [message], updateId }));
        return { kind: 'holding', shares: held.shares };
      } catch (error) {
        const code = refusalOf(error);
        if (!code) throw error;
        return { kind: 'refused', code };
      }
    },

    async tellOrder({ order: number, message }) {
      try {
        await bounded(() => order(number).signal(tellSignal, message));
      } catch (error) {
        // An order that has ended has nothing left to give back to, and nobody to tell.
        if (!(error instanceof WorkflowNotFoundError)) throw error;
      }
    },
  };
}

/** The code of an expected "no"; undefined for what may go better at the next attempt. */
function refusalOf(error: unknown): string | undefined {
  if (error instanceof WorkflowNotFoundError) return 'ORDER_ENDED';
  const cause = error instanceof WorkflowUpdateFailedError ? error.cause : undefined;
  const code = cause instanceof ApplicationFailure ? (cause.type ?? undefined) : undefined;
  return code === 'ROLLING_OVER' ? undefined : code;
}
