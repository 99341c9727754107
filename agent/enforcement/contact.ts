const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** From this long without contact on, people are warned. */
export const WARNED_AFTER_MS = 7 * 24 * HOUR_MS;

/** A try is the same one for this long; the cloud knows it for half an hour. */
const SAME_TRY_MS = 25 * MINUTE_MS;

/** A document that is older than this is asked for anew, so that leases are whole after a contact. */
const FRESH_MS = 12 * HOUR_MS;

/** However long a cloud asks to be left alone, it is asked again after this. */
const LONGEST_PAUSE_MS = 24 * HOUR_MS;

/** A check-in that was sent and not answered yet: its JWT's id, and when it was first sent (epoch milliseconds). */
export type Attempt = { jti: string; sinceMs: number };

/** When to check in next (epoch milliseconds), and how often it has failed since it last did not. */
export type Schedule = { atMs: number; failures: number };

/** The try to make now: an unanswered one is repeated while the cloud still knows it, else it is a new one. */
export function attemptAt(pending: Attempt | null, nowMs: number, newJti: () => string): Attempt {
  return pending && nowMs - pending.sinceMs <= SAME_TRY_MS ? pending : { jti: newJti(), sinceMs: nowMs };
}

/** After a contact: when the document says, less up to a tenth, so that a fleet does not come at once. */
export function afterContact(nowMs: number, checkInAfterSeconds: number, random: () => number): Schedule {
  return { atMs: Math.floor(nowMs + checkInAfterSeconds * 1000 * (1 - random() / 10)), failures: 0 };
}

/** After a failure: a minute, then twice as long each time up to an hour, of which up to a half is taken off at random. */
export function afterFailure(
  nowMs: number,
  { failures }: Schedule,
  retryAfterSeconds: number | null,
  random: () => number,
): Schedule {
  const longestMs = Math.min(MINUTE_MS * 2 ** Math.min(failures, 6), HOUR_MS);
  const waitMs = Math.max(longestMs * (1 - random() / 2), Math.min((retryAfterSeconds ?? 0) * 1000, LONGEST_PAUSE_MS));
  return { atMs: Math.floor(nowMs + waitMs), failures: failures + 1 };
}

/** After a refusal: an hour, as what was refused takes people to put right. */
export function afterRefusal(nowMs: number, schedule: Schedule, random: () => number): Schedule {
  return afterFailure(nowMs, { ...schedule, failures: Math.max(schedule.failures, 6) }, null, random);
}

/** Whether the held document is fresh enough to ask only whether it has changed. */
export function isFresh(issuedAtSeconds: number, nowMs: number): boolean {
  return nowMs - issuedAtSeconds * 1000 < FRESH_MS;
}
