import { afterFailure, type Schedule } from './contact.ts';

/** As long as the cloud lets a server wait, in seconds, and as short as it makes sense. */
const LONGEST_SECONDS = 55;
const SHORTEST_SECONDS = 5;

/** What breaks sooner was never carried: nothing on the way cuts off so early. */
const SHORTEST_CUT_MS = 2_000;
/** Two that were cut off within so much of each other were cut by the same clock on the way, such as a proxy's. */
const SAME_AGE_MS = 1_500;

/**
 * How a daemon waits for news: how long at a time, when next, and how long the last one lasted that was cut off on the way, in
 * milliseconds; null when it was not.
 */
export type Waits = { seconds: number; next: Schedule; cutAfterMs: number | null };

/**
 * What became of a wait: news, none, nothing as it was cut off on the way after so long, not now (after so many seconds again,
 * where the cloud says), or that this cloud does not have it, or refuses it.
 */
export type WaitOutcome =
  | { kind: 'news' }
  | { kind: 'none' }
  | { kind: 'cut'; afterMs: number }
  | { kind: 'later'; retryAfterSeconds: number }
  | { kind: 'never' };

/** At the start, and after each check-in that was due: whatever stood in the way is tried anew. */
export function freshWaits(): Waits {
  return { seconds: LONGEST_SECONDS, next: { atMs: 0, failures: 0 }, cutAfterMs: null };
}

/** How many seconds to wait for news now, where nothing else happens for so long; null for not now. */
export function secondsToWait({ seconds, next }: Waits, nowMs: number, restMs: number): number | null {
  const longest = Math.min(seconds, Math.floor(restMs / 1000));
  return next.atMs > nowMs || longest < SHORTEST_SECONDS ? null : longest;
}

/** For how long not to wait for news, in milliseconds; without an end where it is not this pause that stands in the way. */
export function pauseMs({ next }: Waits, nowMs: number): number {
  return next.atMs > nowMs ? next.atMs - nowMs : Infinity;
}

/** The next wait after one that began and ended at these instants (epoch milliseconds). */
export function afterWait(
  waits: Waits,
  outcome: WaitOutcome,
  { beganMs, seconds, nowMs }: { beganMs: number; seconds: number; nowMs: number },
  random: () => number,
): Waits {
  const { next } = waits;
  switch (outcome.kind) {
    // A cloud that answers too early, such as to the older one of two, is not asked in a loop.
    case 'none':
      return { ...waits, cutAfterMs: null, next: { atMs: beganMs + seconds * 1000, failures: 0 } };
    // Until a check-in has brought something: what is not news to it would be told again at once.
    case 'news':
      return { ...waits, cutAfterMs: null, next: afterFailure(nowMs, next, null, random) };
    case 'later': {
      const { retryAfterSeconds } = outcome;
      // The first time the cloud's own word is enough: it spreads those that it sends away.
      const at = { atMs: nowMs + retryAfterSeconds * 1000, failures: 1 };
      const later = next.failures === 0 ? at : afterFailure(nowMs, next, retryAfterSeconds, random);
      return { ...waits, cutAfterMs: null, next: later };
    }
    case 'cut':
      return afterCut(waits, outcome.afterMs, nowMs, random);
    case 'never':
      return { ...waits, next: { atMs: Infinity, failures: 0 } };
  }
}

/** After news for which a check-in has brought another document. */
export function afterNews(waits: Waits): Waits {
  return { ...waits, next: { atMs: 0, failures: 0 } };
}

/** Whoever cuts off twice at the same age would do so again: shorter waits pass. */
function afterCut(waits: Waits, afterMs: number, nowMs: number, random: () => number): Waits {
  const cutAfterMs = afterMs >= SHORTEST_CUT_MS ? afterMs : null;
  const isSame =
    cutAfterMs !== null && waits.cutAfterMs !== null && Math.abs(cutAfterMs - waits.cutAfterMs) <= SAME_AGE_MS;
  if (!isSame || waits.seconds === SHORTEST_SECONDS)
    return { ...waits, cutAfterMs, next: afterFailure(nowMs, waits.next, null, random) };
  const seconds = Math.max(SHORTEST_SECONDS, Math.floor(waits.seconds / 2));
  return { seconds, cutAfterMs: null, next: { atMs: nowMs, failures: 0 } };
}
