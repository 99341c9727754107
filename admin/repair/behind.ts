import { setTimeout as delay } from 'node:timers/promises';
import type { JournalEnd } from '../../db/queries/repair/streams.ts';

/** A worker that dies may have published what its history does not hold yet: the next one does the same again, within moments. */
const LOOKS = 4;
const LOOK_AGAIN_AFTER_MS = 500;

/**
 * Whether a workflow is behind its own journal, as one is that was restored from an older backup. It may have gone on between
 * two looks, and so is looked at again before that is believed.
 */
export async function isBehind(
  look: JournalEnd,
  state: { seq: number },
  again: () => Promise<{ look: JournalEnd; state: { seq: number } }>,
): Promise<boolean> {
  let seen = { look, state };
  for (let looks = 1; seen.look.last > seen.state.seq; looks += 1) {
    if (looks === LOOKS) return true;
    await delay(LOOK_AGAIN_AFTER_MS);
    seen = await again();
  }
  return false;
}
