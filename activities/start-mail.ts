import { WorkflowExecutionAlreadyStartedError, WorkflowIdReusePolicy, type Client } from '@temporalio/client';
import { mailWorkflowId, type Activities, type MailWorkflow } from '../workflows/contract.ts';

/**
 * Makes the activity that starts the e-mail of a delivery as a workflow of its own; started before, even long ago, counts
 * as done. The client shares the worker's connection, which gets the first task with the answer instead of by a queue.
 */
export function createStartMail({ client, taskQueue }: { client: Client; taskQueue: string }): Activities['startMail'] {
  return async (mail) => {
    try {
      await client.workflow.start<MailWorkflow>('mail', {
        workflowId: mailWorkflowId(mail.order, mail.delivery),
        args: [mail],
        taskQueue,
        workflowIdReusePolicy: WorkflowIdReusePolicy.REJECT_DUPLICATE,
        requestEagerStart: true,
        staticSummary: `E-mail of delivery ${mail.delivery} of order ${mail.order}`,
      });
    } catch (error) {
      if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
    }
  };
}
