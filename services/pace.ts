import { ProblemError } from './problems/problems.ts';

/** How many calls come at once, and how many a minute after that. */
export type Pace = { atOnce: number; aMinute: number };

/** After so many others a caller may be forgotten: more at a time are no callers of ours, or it has long been allowed everything again. */
const REMEMBERED_AT_LEAST = 50_000;

/**
 * How often each caller may call: a bucket of tokens a caller, in this process alone, as what it guards is this process.
 * Callers are known ones, so that nobody uses up what is another's. Those that have not called for longest are forgotten, as
 * many as are remembered at least together: to find the one that has not called for longest takes the longer the more there are.
 */
export function createPace({ atOnce, aMinute }: Pace) {
  let recent = new Map<string, { left: number; at: number }>();
  let former: typeof recent = new Map();

  /**
   * Takes a call at an instant (epoch milliseconds): 0, or how many seconds to wait where it comes too soon. One that is only
   * `foreseen` is not taken: whoever is not known to be the caller uses up nothing, and is remembered by nothing.
   */
  return function secondsToWait(caller: string, nowMs: number, isForeseen = false): number {
    const before = recent.get(caller) ?? former.get(caller) ?? { left: atOnce, at: nowMs };
    const left = Math.min(atOnce, before.left + (Math.max(nowMs - before.at, 0) * aMinute) / 60_000);
    const isAllowed = left >= 1;
    const seconds = isAllowed ? 0 : Math.ceil(((1 - left) * 60) / aMinute);
    if (isForeseen) return seconds;
    // Of a clock that was set back nothing is given back for what it went ahead, and what is to come is counted from now on.
    recent.set(caller, { left: isAllowed ? left - 1 : left, at: nowMs });
    if (recent.size > REMEMBERED_AT_LEAST) {
      former = recent;
      recent = new Map();
    }
    return seconds;
  };
}

type Details = ProblemError['about']['details'];

/** Makes what lets each caller call so often and no more. Problems: TOO_MANY_REQUESTS, with what else is to be answered. */
export function createLimit(pace: Pace) {
  return createForeseenLimit(pace).refuseHaste;
}

/**
 * The same in two steps, for callers who prove who they are at some cost: `foreseeHaste` refuses what claims to come from a
 * caller who has used up everything, since that would be refused whoever it is, and `refuseHaste` takes what was proved.
 */
export function createForeseenLimit(pace: Pace) {
  const secondsToWait = createPace(pace);
  const refuse = (isForeseen: boolean) => (caller: string, nowMs: number, details?: Details) => {
    const retryAfterSeconds = secondsToWait(caller, nowMs, isForeseen);
    if (retryAfterSeconds > 0)
      throw new ProblemError('TOO_MANY_REQUESTS', { retryAfterSeconds, ...(details && { details }) });
  };
  return { foreseeHaste: refuse(true), refuseHaste: refuse(false) };
}

/** A server calls once a day, or once an hour; it repeats what was not answered, and an administrator tries things out. */
export const SERVER_PACE: Pace = { atOnce: 60, aMinute: 6 };

/** Activated servers of one customer that another machine is let take the place of, each with an e-mail to its administrators. */
export const REPLACING_PACE: Pace = { atOnce: 10, aMinute: 0.1 };

/** Machines of one network that begin to wait for a code: what is refused for those that wait already costs little so. */
export const PAIRING_PACE: Pace = { atOnce: 60, aMinute: 30 };

/** A server waits for nearly a minute at a time, for less where proxies cut it off, and checks in between after a change. */
export const WAIT_PACE: Pace = { atOnce: 60, aMinute: 12 };

/** The keys of a reseller or a customer together. The vendor's have none. */
export const KEY_PACE: Pace = { atOnce: 1_000, aMinute: 1_200 };

/** Somebody who is signed in, in all browsers together. */
export const PERSON_PACE: Pace = { atOnce: 1_000, aMinute: 600 };

/** Passkeys that somebody who is signed in proves by that it is them: each is kept in their account's life for ever. */
export const PROOF_PACE: Pace = { atOnce: 20, aMinute: 1 };

/** Forms of one network whose sender is not signed in any more: each is read, and carried along by the answer. */
export const LOST_FORM_PACE: Pace = { atOnce: 60, aMinute: 30 };

/** Invitations that one account sends. */
export const INVITATION_PACE: Pace = { atOnce: 50, aMinute: 1 };

/** Copies of its e-mails that are sent again for one order. */
export const COPY_PACE: Pace = { atOnce: 10, aMinute: 0.2 };

/** Changes of keys, webhooks, sellers and roles that one account makes, by keys and forms: each is kept for ever, or has messages sent to others. */
export const CHANGE_PACE: Pace = { atOnce: 100, aMinute: 12 };

/** Messages that one account has sent to its webhooks to try them. */
export const TEST_PACE: Pace = { atOnce: 10, aMinute: 6 };

/** Calendars of one network: an office has many, which all look a few times an hour. */
export const CALENDAR_PACE: Pace = { atOnce: 120, aMinute: 60 };
