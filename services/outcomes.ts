import type { Closed, Started, Unanswered, Updated } from '../temporal/calls.ts';
import { ProblemError } from './problems/problems.ts';

/** Goes on once a workflow is started. Problems: TEMPORAL_UNAVAILABLE. */
export function started(outcome: Started): void {
  if (outcome.kind === 'unanswered') throw new ProblemError('TEMPORAL_UNAVAILABLE');
}

/** What an update brought; null where no such workflow is open. Problems: OUTCOME_UNKNOWN, and every refusal of the rules. */
export function updated<Result>(outcome: Updated<Result>): Result | null {
  switch (outcome.kind) {
    case 'updated':
      return outcome.result;
    case 'closed':
      return null;
    case 'unanswered':
      throw new ProblemError('OUTCOME_UNKNOWN');
    case 'refused':
      throw new ProblemError(outcome.code, { details: outcome.details });
  }
}

/**
 * Makes a change that something was claimed for: it is settled once the change is made, and given up where that is refused
 * for good. What may still be carried out keeps its claim.
 */
export async function whileClaimed<Changed>(
  change: () => Promise<Changed>,
  { settle, giveUp }: { settle: () => Promise<void>; giveUp: () => Promise<void> },
): Promise<Changed> {
  const changed = await change().catch(async (error: unknown) => {
    if (isRefusal(error)) await giveUp();
    throw error;
  });
  await settle();
  return changed;
}

/** Whether a change was refused for good: what may still be carried out is not. */
function isRefusal(error: unknown): boolean {
  return (
    error instanceof ProblemError && error.about.retryAfterSeconds === undefined && error.code !== 'OUTCOME_UNKNOWN'
  );
}

/** Why a fact did not reach its order: its life is over, or it came in while Temporal was away. */
export function notSignaled({ kind }: Closed | Unanswered, isProjected: boolean): ProblemError {
  return new ProblemError(kind === 'closed' && isProjected ? 'ORDER_ENDED' : 'TEMPORAL_UNAVAILABLE');
}
