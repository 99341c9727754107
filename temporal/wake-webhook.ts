import type { Client } from '@temporalio/client';
import { isUnanswered, within } from './calls.ts';
import { TASK_QUEUE, wakeSignal, webhookWorkflowId, type WebhookWorkflow } from './contract.ts';

const WITHIN_MS = 5_000;

/** Tells the workflow of a webhook that there may be something to deliver, starting it where none is open; false where Temporal does not answer. */
export async function wakeWebhook(client: Client, { id, account }: { id: string; account: string }): Promise<boolean> {
  try {
    await within(client, WITHIN_MS, () =>
      client.workflow.signalWithStart<WebhookWorkflow, []>('webhook', {
        workflowId: webhookWorkflowId(id),
        args: [{ webhook: id }],
        signal: wakeSignal,
        signalArgs: [],
        taskQueue: TASK_QUEUE,
        staticSummary: `Webhook of ${account}`,
        staticDetails: 'Delivers the events of its account to an endpoint of theirs, until it is removed.',
      }),
    );
    return true;
  } catch (error) {
    if (!isUnanswered(error)) throw error;
    return false;
  }
}
