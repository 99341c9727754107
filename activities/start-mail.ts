import { WorkflowExecutionAlreadyStartedError, WorkflowIdReusePolicy, type Client } from '@temporalio/client';
import { mailWorkflowId, type Activities, type MailWorkflow } from '../workflows/contract.ts';

/** Makes the activity that starts the e-mail of a delivery as a workflow of its own; started before, even long ago, counts as done. */
export function createStartMail({ client, taskQueue }: { client: Client; taskQueue: string }): Activities['startMail'] {
  return async (mail) => {
    try {
      await client.workflow.start<MailWorkflow>('mail', {
        workflowId: mailWorkflowId(mail.order, mail.delivery),
        args: [mail],
        taskQueue,
        workflowIdReusePolicy: WorkflowIdReusePolicy.REJECT_DUPLICATE,
        staticSummary: `E-mail of delivery ${mail.delivery} of order ${mail.order}`,
      });
    } catch (error) {
      if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
    }
  };
}
