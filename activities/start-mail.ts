import type { Client } from '@temporalio/client';
import { start } from '../temporal/calls.ts';
import { mailWorkflowId, type Activities, type MailWorkflow } from '../temporal/contract.ts';

/** After an attempt that failed, e-mails are left to their workflows for so long: they can wait, an order cannot. */
const LEFT_ALONE_MS = 30_000;

export type StartMailDeps = {
  client: Client;
  taskQueue: string;
  /** Sends an e-mail once in effect, in a second or two, or fails. */
  sendAtOnce: Activities['sendMail'];
  /** Now, in epoch milliseconds. */
  clock: () => number;
};

/**
 * Makes the activity that sees to the e-mail of a delivery: it is sent at once where that can be done; else a workflow of
 * its own lasts until it is surely sent, or an operator knows. Sent or started before, even long ago, counts as done.
 */
export function createStartMail({ client, taskQueue, sendAtOnce, clock }: StartMailDeps): Activities['startMail'] {
  let failedAt = -Infinity;

  return async (mail) => {
    if (await isSentAtOnce(mail)) return;
    const { kind } = await start<MailWorkflow>(client, 'mail', {
      workflowId: mailWorkflowId(mail.order, mail.delivery, 1, mail.edition),
      args: [mail],
      taskQueue,
      // The client shares the worker's connection, which gets the first task with the answer instead of by a queue.
      requestEagerStart: true,
      staticSummary: `E-mail of delivery ${mail.delivery} of order ${mail.order}`,
    });
    if (kind === 'unanswered') throw new Error('Temporal does not answer');
  };

  /** What failed here fails again in the workflow, where an operator sees why. */
  async function isSentAtOnce(mail: Parameters<typeof sendAtOnce>[0]): Promise<boolean> {
    if (clock() - failedAt < LEFT_ALONE_MS) return false;
    try {
      return ['sent', 'superseded'].includes(await sendAtOnce(mail));
    } catch {
      failedAt = clock();
      return false;
    }
  }
}
