import { WorkflowExecutionAlreadyStartedError } from '@temporalio/common';
import { ParentClosePolicy, startChild, WorkflowIdReusePolicy } from '@temporalio/workflow';
import { mailWorkflowId, type MailStart } from './contract.ts';
import { mail } from './mail.ts';

/** Starts the e-mail of a delivery as a workflow of its own, which outlives the order's run; started before counts as done. */
export async function startMail(start: MailStart): Promise<void> {
  try {
    await startChild(mail, {
      workflowId: mailWorkflowId(start.order, start.delivery),
      args: [start],
      parentClosePolicy: ParentClosePolicy.ABANDON,
      workflowIdReusePolicy: WorkflowIdReusePolicy.REJECT_DUPLICATE,
      staticSummary: `E-mail of delivery ${start.delivery} of order ${start.order}`,
    });
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  }
}
