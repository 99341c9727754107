import { randomUUID } from 'node:crypto';
import { requestWait } from './requests.ts';
import { lookAt } from '../enforcement/clock.ts';
import type { WaitOutcome } from '../enforcement/waits.ts';
import { AppSuiteError, UnreachableError } from '../errors.ts';
import type { State } from '../folder/state.ts';
import { signedCall, type Calling } from './signed-call.ts';

/** A server that can wait for news: it has a document from the cloud, and the tag that it is known by. */
export type CanWait = State & { activation: NonNullable<State['activation']> & { etag: string } };

/**
 * Asks the cloud to tell as soon as the document that is held is not the newest any more. That is no contact: nothing is
 * stored, and other commands may work in the folder meanwhile. It never throws for want of an answer.
 */
export async function waitForNews(
  state: CanWait,
  { seconds, signal, clock }: { seconds: number; signal: AbortSignal; clock: () => number },
): Promise<WaitOutcome> {
  const beganMs = clock();
  const { etag } = state.activation;
  try {
    const isNews = await signedCall(
      callingOf(state, beganMs),
      beganMs,
      () => Promise.resolve(),
      (jwt) => requestWait(state.url, jwt, { etag, seconds }, signal),
      { act: 'wait' },
    );
    return { kind: isNews ? 'news' : 'none' };
  } catch (error) {
    if (!(error instanceof AppSuiteError)) throw error;
    if (!(error instanceof UnreachableError)) return { kind: 'never' };
    const { retryAfterSeconds } = error;
    return retryAfterSeconds === null
      ? { kind: 'cut', afterMs: clock() - beganMs }
      : { kind: 'later', retryAfterSeconds };
  }
}

/** As a call that is told from no other, and presents no number: those are a check-in's. */
function callingOf(state: CanWait, machineMs: number): Calling {
  const clock = lookAt(state.clock, machineMs);
  const activation = { ...state.activation, checkInNumber: null };
  return { ...state, activation, clock, attempt: { jti: randomUUID(), sinceMs: clock.newestMs } };
}
