import type { ActivityInterceptorsFactory } from '@temporalio/worker';
import { whileDoing } from '../telemetry/doing.ts';
import { currentTrace } from '../telemetry/logger.ts';
import { forRequest, requestIn } from '../temporal/requests.ts';

/**
 * Says of what an activity logs which workflow has it done and for which request, and hands that request on to whatever
 * workflow it starts or tells something.
 */
export const nameWhatIsDone: ActivityInterceptorsFactory = ({ info }) => {
  let requestId: string | undefined;
  let traced: { traceId?: string } = {};
  return {
    inbound: {
      execute(input, next) {
        requestId = requestIn(input.headers);
        traced = currentTrace();
        const workflowId = info.workflowExecution?.workflowId;
        const doing = {
          ...(workflowId && { workflowId }),
          activity: info.activityType,
          ...(requestId && { requestId }),
        };
        const work = () => next(input);
        return whileDoing(doing, () => (requestId ? forRequest({ id: requestId, told: [] }, work) : work()));
      },
    },
    // What Temporal's SDK itself logs of it, when it is over.
    outbound: { getLogAttributes: (input, next) => next({ ...(requestId && { requestId }), ...traced, ...input }) },
  };
};
