import type { By } from '../domain/people/permissions.ts';

/** Who asks for a change, and under which id that is done once. */
export type Asked = { requestId: string; by: By };

/** The same as the journal keeps it: what caused a change, when, and who asked. */
export function causeOf({ requestId, by }: Asked, nowMs: number) {
  return { cause: `request/${requestId}`, at: new Date(nowMs), by };
}

/** `expected` are the states, as their ETags number them, that a change is asked for; absent is for any. */
export type AskedWhere = Asked & { expected?: number[] };
