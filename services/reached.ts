import { setTimeout as wait } from 'node:timers/promises';

const REACHED_WITHIN_MS = 2_000;
const FIRST_PAUSE_MS = 5;
const LONGEST_PAUSE_MS = 100;

/** Waits up to 2 s, or as long as said, until the projection has what a caller changed, so that it reads its own write; false when it has not. */
export async function reached(hasReached: () => Promise<boolean>, withinMs = REACHED_WITHIN_MS): Promise<boolean> {
  const deadline = Date.now() + withinMs;
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
    if (await hasReached()) return true;
    if (Date.now() + pause > deadline) return false;
    await wait(pause);
  }
}
