import type { Outcome } from './judge.ts';
/** Why an attempt came to no answer. */
export const ATTEMPT_ERRORS = [
  'ADDRESS_NOT_PUBLIC',
  'CERTIFICATE_REFUSED',
  'CONNECTION_LOST',
  'NAME_NOT_FOUND',
  'NOT_CONNECTED',
  'NOT_VISIBLE',
  'TARGET_REFUSED',
  'TIMEOUT',
] as const;
export type AttemptError = (typeof ATTEMPT_ERRORS)[number];

/** One attempt to deliver an event: when it began (epoch milliseconds), the status that was answered, how long it took, and else why none was. */
export type Attempt = { at: number; status: number | null; durationMs: number; error: AttemptError | null };

const GONE = 410;

/** What an endpoint did by its answer: a status of 2xx alone takes an event. */
export function outcomeOf({ status }: Pick<Attempt, 'status'>): Outcome {
  if (status !== null && status >= 200 && status < 300) return 'taken';
  return status === GONE ? 'gone' : 'failed';
}
