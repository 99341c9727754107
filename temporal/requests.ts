import { AsyncLocalStorage } from 'node:async_hooks';
import type { WorkflowClientInterceptor } from '@temporalio/client';
import { defaultPayloadConverter, type Headers } from '@temporalio/common';

/** A request that is being carried out: its id, and the ids of the workflows that were started or told something for it. */
export type RequestUnderWay = { id: string; told: string[] };

/** How memos and headers in Temporal call the id of a request. */
export const REQUEST_ID = 'requestId';

const underWay = new AsyncLocalStorage<RequestUnderWay>();

/** Does something for a request, so that the workflows which it reaches say by which request. */
export function forRequest(request: RequestUnderWay, work: () => void): void {
  underWay.run(request, work);
}

/**
 * Writes the id of the request under way into what a client sends: into the memo of a workflow that starts, into the header of
 * a signal and of an update, where histories show it. What belongs to no request goes out as it is.
 */
export const namingRequests: WorkflowClientInterceptor = {
  startWithDetails(input, next) {
    const request = told(input.options.workflowId);
    const { memo } = input.options;
    return next(
      // What was kept for a request is started for that one, whoever comes to start it.
      request ? { ...input, options: { ...input.options, memo: { [REQUEST_ID]: request, ...memo } } } : input,
    );
  },
  signal: (input, next) => next({ ...input, headers: named(input) }),
  startUpdate: (input, next) => next({ ...input, headers: named(input) }),
};

type Told = { headers: Headers; workflowExecution: { workflowId?: string | null | undefined } };

function named({ headers, workflowExecution: { workflowId } }: Told): Headers {
  const request = told(workflowId);
  return request ? { ...headers, [REQUEST_ID]: defaultPayloadConverter.toPayload(request) } : headers;
}

/** Notes that a workflow is reached for the request under way, or will be, and answers the id of that. */
export function told(workflowId: string | null | undefined): string | undefined {
  const request = underWay.getStore();
  if (request && workflowId && !request.told.includes(workflowId)) request.told.push(workflowId);
  return request?.id;
}
