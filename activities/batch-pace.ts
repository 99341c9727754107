import { setTimeout as pause } from 'node:timers/promises';
import pLimit from 'p-limit';

/**
 * So much is gone about side by side as long as nobody else posts orders: enough to keep two cores busy, and not so much under
 * way when somebody does that they wait for long.
 */
const AT_ONCE = 8;

/** Somebody else's turn is no longer than this, so that a batch that is asked to pause hears of it soon. */
const LONGEST_REST_MS = 250;

/** How fast a walk goes: while others post orders of their own, which `gives` says, half of the time is left to them. */
export function createPace(gives: () => boolean) {
  const atOnce = () => (gives() ? 1 : AT_ONCE);
  const turns = pLimit(AT_ONCE);

  /** Leaves others a turn as long as what began at that time (ms of `performance`) took. */
  async function rest(begunAt: number): Promise<void> {
    if (gives()) await pause(Math.min(performance.now() - begunAt, LONGEST_REST_MS));
  }

  return {
    /** How much may be under way at this moment. */
    atOnce,
    rest,

    /** Does it when its turn comes, with a rest behind it. */
    inTurn<Result>(this: void, work: () => Promise<Result>): Promise<Result> {
      turns.concurrency = atOnce();
      return turns(async () => {
        const begunAt = performance.now();
        try {
          return await work();
        } finally {
          await rest(begunAt);
          turns.concurrency = atOnce();
        }
      });
    },
  };
}
