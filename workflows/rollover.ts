import { workflowInfo } from '@temporalio/workflow';
import { Refusal } from '../domain/refusal.ts';

/** Replaying an event costs about 0.6 ms: a run this long is replayed in a quarter of a second. */
const MOST_EVENTS = 400;

/** Whether this run is long enough to go on in a new one. */
export function wantsRollOver(): boolean {
  const { historyLength, continueAsNewSuggested } = workflowInfo();
  return historyLength >= MOST_EVENTS || continueAsNewSuggested;
}

/** A busy workflow would never find the moment without handlers: while a roll-over is wanted, the caller repeats a little later. */
export function refuseWhileRollingOver(): void {
  if (wantsRollOver()) throw new Refusal('ROLLING_OVER');
}
