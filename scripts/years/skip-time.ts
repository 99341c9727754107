import { isGrpcServiceError, type Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';

/** Temporal's names for how waiting for a fast-forward ended. */
const POLLED = { timeout: 1, completed: 2 };
const DAY_MS = 86_400_000;
/** gRPC's code of a call that the server does not know. */
const UNIMPLEMENTED = 12;
const MOST_SKIPS = 1_000;

/**
 * Skips the time of one workflow on a real Temporal server, which experiments with it: only a server for development that
 * was started for it does. Every timer of the workflow on the way fires; other workflows and all processes keep their time.
 */
export function createTime(connection: Connection, namespace: string, workflowId: string) {
  const workflow = { namespace, workflowExecution: { workflowId } };
  let forwards = 0;

  return {
    /** Passes that many days in the life of the workflow, and answers when they are over. */
    pass: async (days: number): Promise<void> => {
      const id = `years-${process.pid}-${(forwards += 1)}`;
      const fastForwardConfig = { id, duration: msToTs(days * DAY_MS) };
      await unlessUnable(() =>
        connection.workflowService.updateWorkflowExecutionOptions({
          ...workflow,
          workflowExecutionOptions: {
            timeSkippingConfig: { enabled: true, fastForwardConfig, maxSessionSkipCount: MOST_SKIPS },
          },
          updateMask: { paths: ['time_skipping_config'] },
        }),
      );
      for (;;) {
        const polled = await connection.workflowService.pollWorkflowExecutionTimeSkipping({
          ...workflow,
          fastForwardId: id,
        });
        const result = Number(polled.fastForwardPollingResult);
        if (result === POLLED.completed) return;
        if (result !== POLLED.timeout)
          throw new Error(`Temporal did not let time pass: ${polled.failedReason || 'it does not say why'}`);
      }
    },
  };
}

async function unlessUnable(call: () => Promise<unknown>): Promise<void> {
  try {
    await call();
  } catch (error) {
    if (!isGrpcServiceError(error) || Number(error.code) !== UNIMPLEMENTED) throw error;
    throw new Error(
      'This Temporal server does not skip time. That of npm start does; another development server needs --dynamic-config-value frontend.WorkflowTimeSkippingEnabled=true.',
      { cause: error },
    );
  }
}
