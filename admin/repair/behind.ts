/** Where a workflow, or what others know of it, has come to: its newest event, and the number of its last message to an order. */
export type Stand = { seq: number; number: number };

/** How long a workflow that seems to be behind has until it is looked at again. */
export const LOOK_AGAIN_AFTER_MS = 1_500;

/**
 * Whether a workflow is behind its own journal, or what orders have heard from it, as one is that was restored from an older
 * backup. A worker that dies may have published what its history does not hold yet, and the next one does the same again
 * within moments: so it is only `perhaps`, until another look finds it behind of what was there at the first.
 */
export function behindOf(told: Stand, known: Stand, before: Stand | null): 'no' | 'perhaps' | 'yes' {
  if (!isBehind(told, known)) return 'no';
  if (before === null) return 'perhaps';
  return isBehind(told, before) ? 'yes' : 'no';
}

function isBehind(told: Stand, known: Stand): boolean {
  return told.seq < known.seq || told.number < known.number;
}
