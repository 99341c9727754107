import type { WorkflowInterceptors } from '@temporalio/workflow';

/**
 * Lets no task go on with what another has begun. A local activity belongs to the task that asked for it; where Temporal has
 * given that task up meanwhile (more than a hundred signals waited for its end, or its worker stood still for too long), the
 * SDK applies the next one to the run it has in memory: signals would come after what was asked for, where the history has
 * them before it, and nobody could ever replay it (decision 96). So the task fails instead, and the run is read anew, from
 * what is recorded; what was asked for is done again, as after any worker's death. Costs the same once where the task before
 * was recorded after all, as one is whose local activity outlasts it.
 */
export const interceptors = (): WorkflowInterceptors => {
  /** Local activities by their numbers, that a task asked for which nobody has recorded yet. */
  const underWay = new Set<number>();
  let task = { length: 0, isRecorded: true };

  return {
    internals: [
      {
        activate(input, next) {
          const { historyLength, isReplaying, jobs } = input.activation;
          const isQuery = jobs!.every((job) => job.queryWorkflow);
          if (!isQuery && historyLength! > task.length) {
            if (underWay.size > 0) throw new Error('The task before has not ended here: its run has to be read anew');
            task = { length: historyLength!, isRecorded: isReplaying! };
          }
          for (const { resolveActivity } of jobs!) if (resolveActivity?.isLocal) underWay.delete(resolveActivity.seq!);
          next(input);
        },
        concludeActivation(input, next) {
          if (!task.isRecorded)
            for (const { scheduleLocalActivity } of input.commands)
              if (scheduleLocalActivity) underWay.add(scheduleLocalActivity.seq!);
          return next(input);
        },
      },
    ],
  };
};
