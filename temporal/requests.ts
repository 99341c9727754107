import { AsyncLocalStorage } from 'node:async_hooks';
import type { WorkflowClientInterceptor } from '@temporalio/client';
import { defaultPayloadConverter, type Headers } from '@temporalio/common';
import { REQUEST_ID } from './contract.ts';

/**
 * A request that is being carried out: its id, the ids of the workflows that were started or told something for it, and the
 * trace that it belongs to, where there is one.
 */
export type RequestUnderWay = { id: string; told: string[]; traceId?: string };

const underWay = new AsyncLocalStorage<RequestUnderWay>();

/** Does something for a request, so that the workflows which it reaches say by which request. */
export function forRequest<Result>(request: RequestUnderWay, work: () => Result): Result {
  return underWay.run(request, work);
}

/** The id of the request in the headers of what is done for one. */
export function requestIn(headers: Headers): string | undefined {
  const payload = headers[REQUEST_ID];
  return payload && defaultPayloadConverter.fromPayload<string>(payload);
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
