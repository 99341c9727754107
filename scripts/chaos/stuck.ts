import { Client, Connection } from '@temporalio/client';

/** More failed attempts in a row than an outage that is over explains. */
const ATTEMPTS = 2;

/**
 * Every workflow that cannot go on, a sentence each: one that failed, one whose code throws, one whose activity still
 * fails. What is stuck may not show at the public interfaces yet, so that Temporal itself is asked.
 */
export async function stuckWorkflows(temporalAddress: string): Promise<string[]> {
  const connection = await Connection.connect({ address: temporalAddress });
  try {
    const { workflow } = new Client({ connection });
    const stuck: string[] = [];
    for await (const { workflowId, runId, status } of workflow.list()) {
      if (['FAILED', 'TERMINATED', 'TIMED_OUT', 'CANCELLED'].includes(status.name)) {
        stuck.push(`${workflowId} has ended as ${status.name}`);
      } else if (status.name === 'RUNNING') {
        const { raw } = await workflow.getHandle(workflowId, runId).describe();
        stuck.push(...reasons(raw).map((reason) => `${workflowId} ${reason}`));
      }
    }
    return stuck;
  } finally {
    await connection.close();
  }
}

type Description = {
  pendingWorkflowTask?: { attempt?: number | null } | null;
  pendingActivities?:
    | {
        activityType?: { name?: string | null } | null;
        attempt?: number | null;
        lastFailure?: { message?: string | null } | null;
      }[]
    | null;
};

function reasons({ pendingWorkflowTask, pendingActivities }: Description): string[] {
  const failing = (pendingActivities ?? []).filter(({ attempt }) => (attempt ?? 0) > ATTEMPTS);
  return [
    ...((pendingWorkflowTask?.attempt ?? 0) > ATTEMPTS ? ['has a workflow task that keeps failing'] : []),
    ...failing.map(
      ({ activityType, attempt, lastFailure }) =>
        `is at attempt ${attempt} of ${activityType?.name}: ${lastFailure?.message ?? 'no failure is known'}`,
    ),
  ];
}
