import { AsyncLocalStorage, workflowInfo, type WorkflowInterceptors } from '@temporalio/workflow';
import { defaultPayloadConverter, type Headers } from '@temporalio/common';
import { CAUSE_HEADERS, REQUEST_ID } from '../temporal/contract.ts';

/** What a workflow does later than this after it was told something is not done for whoever told it. */
const DONE_WITHIN_MS = 60_000;

/** What came with a message about whoever caused it, and when it came. */
type Cause = { headers: Headers; atMs: number };

/**
 * Hands on to activities for which request, and in which trace, a workflow has them done: those of the message that is being
 * handled, else of the last one that came. Headers are no commands, and nothing here waits: histories replay with it as
 * without.
 */
export const interceptors = (): WorkflowInterceptors => {
  const handling = new AsyncLocalStorage<Cause>();
  let last: Cause = { headers: {}, atMs: -Infinity };

  const comesWith = (headers: Headers): Cause => (last = { headers: ofCause(headers), atMs: Date.now() });
  const caused = (headers: Headers): Headers => {
    const cause = handling.getStore() ?? last;
    return Date.now() - cause.atMs > DONE_WITHIN_MS ? headers : { ...cause.headers, ...headers };
  };

  return {
    inbound: [
      {
        execute(input, next) {
          comesWith({ ...requestOfStart(), ...input.headers });
          return next(input);
        },
        handleSignal(input, next) {
          comesWith(input.headers);
          return next(input);
        },
        handleUpdate(input, next) {
          return handling.run(comesWith(input.headers), () => next(input));
        },
      },
    ],
    outbound: [
      {
        scheduleActivity: (input, next) => next({ ...input, headers: caused(input.headers) }),
        scheduleLocalActivity: (input, next) => next({ ...input, headers: caused(input.headers) }),
      },
    ],
  };
};

/** A start says its request in the memo, where people find it; a run that goes on from another was not started for it. */
function requestOfStart(): Headers {
  const { memo, continuedFromExecutionRunId } = workflowInfo();
  const request = memo?.[REQUEST_ID];
  const isStart = continuedFromExecutionRunId === undefined && request !== undefined;
  return isStart ? { [REQUEST_ID]: defaultPayloadConverter.toPayload(request) } : {};
}

function ofCause(headers: Headers): Headers {
  return Object.fromEntries(CAUSE_HEADERS.flatMap((name) => (headers[name] ? [[name, headers[name]]] : [])));
}
