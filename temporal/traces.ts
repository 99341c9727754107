import { context, propagation, ROOT_CONTEXT } from '@opentelemetry/api';

/** The trace under way as W3C writes it (`traceparent`); null where there is none, as where none are made. */
export function traceUnderWay(): string | null {
  const carrier: { traceparent?: string } = {};
  propagation.inject(context.active(), carrier);
  return carrier.traceparent ?? null;
}

/** Does something in the trace that it was kept with. */
export function inTrace<Result>(traceparent: string | null, work: () => Result): Result {
  return traceparent === null ? work() : context.with(propagation.extract(ROOT_CONTEXT, { traceparent }), work);
}
