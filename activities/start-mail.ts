import type { Client } from '@temporalio/client';
import { start } from '../temporal/calls.ts';
import {
  mailWorkflowId,
  type Activities,
  type MailOutcome,
  type MailStart,
  type MailWorkflow,
} from '../temporal/contract.ts';
import type { PublishWithMail } from './publish-with-mail.ts';

/** After an attempt that failed, e-mails are left to their workflows for so long: they can wait, an order cannot. */
const LEFT_ALONE_MS = 30_000;

export type StartMailDeps = {
  client: Client;
  taskQueue: string;
  /** Sends an e-mail once in effect, in a second or two, or fails. */
  sendAtOnce: Activities['sendMail'];
  publishOrder: Activities['publishOrder'];
  publishWithMail: PublishWithMail;
  /** Now, in epoch milliseconds. */
  clock: () => number;
};

/**
 * Makes the activities that see to the e-mail of a delivery: it is sent at once where that can be done; else a workflow of
 * its own lasts until it is surely sent, or an operator knows. Sent or started before, even long ago, counts as done.
 */
export function createStartMail({
  client,
  taskQueue,
  sendAtOnce,
  publishOrder,
  publishWithMail,
  clock,
}: StartMailDeps): Pick<Activities, 'startMail' | 'publishDelivery'> {
  let failedAt = -Infinity;

  return {
    startMail,

    async publishDelivery({ mail, ...publication }) {
      const send = isLeftAlone() ? null : await publishWithMail({ mail, ...publication });
      if (!send) {
        await publishOrder(publication);
        await startMail(mail);
      } else if (!(await isSentBy(send))) await startWorkflow(mail);
    },
  };

  async function startMail(mail: MailStart): Promise<void> {
    if (isLeftAlone() || !(await isSentBy(() => sendAtOnce(mail)))) await startWorkflow(mail);
  }

  async function startWorkflow(mail: MailStart): Promise<void> {
    const { kind } = await start<MailWorkflow>(client, 'mail', {
      workflowId: mailWorkflowId(mail.order, mail.delivery, 1, mail.edition),
      args: [mail],
      taskQueue,
      // The client shares the worker's connection, which gets the first task with the answer instead of by a queue.
      requestEagerStart: true,
      staticSummary: `E-mail of delivery ${mail.delivery} of order ${mail.order}`,
    });
    if (kind === 'unanswered') throw new Error('Temporal does not answer');
  }

  function isLeftAlone(): boolean {
    return Math.abs(clock() - failedAt) < LEFT_ALONE_MS;
  }

  /** What failed here fails again in the workflow, where an operator sees why. */
  async function isSentBy(send: () => Promise<MailOutcome>): Promise<boolean> {
    try {
      return ['sent', 'superseded'].includes(await send());
    } catch {
      failedAt = clock();
      return false;
    }
  }
}
