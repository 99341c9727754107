import { workflowInfo, type WorkflowInterceptors } from '@temporalio/workflow';

/** A task whose local activity takes long is reported after this part of what it may take, and goes on as the next one. */
const REPORTED_AFTER = 0.8;
/** So much of that time, earlier or later, such a report may come. */
const SOONER = 0.05;
const LATER = 0.25;

/**
 * Lets no task go on with what another has begun. A local activity belongs to the task that asked for it; where Temporal has
 * given that task up meanwhile (more than a hundred signals waited for its end, or its worker stood still for too long), the
 * SDK applies the next one to the run that it has in memory: signals would come after what was asked for, where the history
 * has them before it, and nobody could ever replay it (decision 96). So the task fails instead, and the run is read anew, from
 * what is recorded; what was asked for is done again, as after any worker's death.
 */
export const interceptors = (): WorkflowInterceptors => {
  /** Local activities that have not come back, by their numbers. */
  const underWay = new Set<number>();
  /** How long the history was at the last task, and when that began; null where it has surely not been given up, or nobody knows. */
  let task: { length: number; beganAt: number | null } = { length: 0, beganAt: null };

  /** Whether the last task ended otherwise than by reports, each of which begins another one. */
  function isGivenUp(): boolean {
    if (task.beganAt === null) return false;
    const reports = (Date.now() - task.beganAt) / (REPORTED_AFTER * workflowInfo().taskTimeoutMs);
    return reports < 1 - SOONER || (reports + SOONER) % 1 > SOONER + LATER;
  }

  return {
    internals: [
      {
        activate(input, next) {
          const { historyLength, isReplaying } = input.activation;
          const jobs = input.activation.jobs!;
          // A task that is asked something is reported with the answer.
          if (jobs.every((job) => job.queryWorkflow)) task.beganAt = null;
          else if (historyLength! > task.length) {
            const isResult = jobs.every(({ resolveActivity }) => resolveActivity?.isLocal);
            if (underWay.size > 0 && !isResult && isGivenUp())
              throw new Error('The task before was given up: the run has to be read anew');
            task = { length: historyLength!, beganAt: isReplaying || isResult ? null : Date.now() };
          }
          for (const { resolveActivity } of jobs) if (resolveActivity?.isLocal) underWay.delete(resolveActivity.seq!);
          next(input);
        },
        concludeActivation(input, next) {
          for (const { scheduleLocalActivity } of input.commands)
            if (scheduleLocalActivity) underWay.add(scheduleLocalActivity.seq!);
          return next(input);
        },
      },
    ],
  };
};
