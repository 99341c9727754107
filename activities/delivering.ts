import { Context } from '@temporalio/activity';
import type { DeliveringActivities } from '../temporal/contract.ts';
import { createDeliverWebhook, type DeliverWebhookDeps } from './deliver-webhook.ts';

const SIGN_OF_LIFE_MS = 2_000;

/** What webhooks have done for them by a worker of their own; it gives signs of life meanwhile, and ends early where it is told to. */
export function createDelivering(deps: DeliverWebhookDeps): DeliveringActivities {
  const deliver = createDeliverWebhook(deps);
  return {
    async deliverWebhook(due) {
      const context = Context.current();
      const signs = setInterval(() => context.heartbeat(), SIGN_OF_LIFE_MS);
      try {
        return await deliver(due, context.cancellationSignal);
      } finally {
        clearInterval(signs);
      }
    },
  };
}
