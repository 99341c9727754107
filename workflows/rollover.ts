import { patched, workflowInfo } from '@temporalio/workflow';
import { Refusal } from '../domain/refusal.ts';

/** Replaying an event costs about 0.6 ms: a run this long is replayed in a quarter of a second. */
const MOST_EVENTS = 400;

/** Whether this run is long enough to go on in a new one. */
export function isLongRun(): boolean {
  const { historyLength, continueAsNewSuggested } = workflowInfo();
  return historyLength >= MOST_EVENTS || continueAsNewSuggested;
}

/**
 * The newest rules that a run can go by from here on. A guard writes the number into its history: code that knows newer
 * rules answers the same where it replays this, and code that does not know these does not go on with it.
 */
export function rulesHere(newest: number): number {
  for (let rules = newest; rules > 1; rules -= 1) if (patched(`rules-${rules}`)) return rules;
  return 1;
}

/** What was carried into a run, by the newest rules; what lives by newer ones already, under former code, keeps them. */
export function byNewestRules<State extends { rules: number }>(state: State, newest: number): State {
  return { ...state, rules: Math.max(state.rules, rulesHere(newest)) };
}

/** When a run ends and goes on in a new one: once it is long, or at its first task under code that has newer rules. */
export function createRollOver(current: () => { rules: number }, newest: number) {
  const hasOldRules = () => current().rules < newest;
  return {
    /** Whether the run is to end. The main function alone asks: the guard of newer rules is a command. */
    wanted: () => isLongRun() || (hasOldRules() && rulesHere(newest) > current().rules),

    /** A busy workflow would never find the moment without handlers: while a roll-over is wanted, the caller repeats a little later. */
    refuseWhileWanted(): void {
      if (isLongRun() || hasOldRules()) throw new Refusal('ROLLING_OVER');
    },
  };
}
