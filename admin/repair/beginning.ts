import { WorkflowIdConflictPolicy, WorkflowIdReusePolicy } from '@temporalio/common';

/** How a workflow that goes on from its journal begins. */
export type Beginning = {
  workflowIdReusePolicy: 'ALLOW_DUPLICATE' | 'REJECT_DUPLICATE';
  workflowIdConflictPolicy: 'TERMINATE_EXISTING' | 'FAIL';
};

/** In the place of the former run, which ends in the same call, so that no moment is without one. */
export const REPLACING: Beginning = {
  workflowIdReusePolicy: WorkflowIdReusePolicy.ALLOW_DUPLICATE,
  workflowIdConflictPolicy: WorkflowIdConflictPolicy.TERMINATE_EXISTING,
};

/** Where Temporal knows none, open or closed; else the start fails with `WorkflowExecutionAlreadyStartedError`. */
export const ONLY_WHERE_NONE_IS: Beginning = {
  workflowIdReusePolicy: WorkflowIdReusePolicy.REJECT_DUPLICATE,
  workflowIdConflictPolicy: WorkflowIdConflictPolicy.FAIL,
};
