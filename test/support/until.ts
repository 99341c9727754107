import { setTimeout as pause } from 'node:timers/promises';

const LOOK_AGAIN_AFTER_MS = 10;

/** Less than a test may take, so that it is the wait which fails. */
const WITHIN_MS = 45_000;

/** Waits until something is so. What never comes to be so fails whoever waits, with what was looked at. */
export async function until(isSo: () => boolean | Promise<boolean>, withinMs = WITHIN_MS): Promise<void> {
  const end = performance.now() + withinMs;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`In ${withinMs / 1000} s this never came to be so: ${String(isSo)}`);
    await pause(LOOK_AGAIN_AFTER_MS);
  }
}
