import type { DeliveryState } from './delivery.ts';
import { retryAt } from './schedule.ts';

/** Why an endpoint gets nothing any more: it said that it is gone (410), took nothing for the whole schedule, or was switched off. */
export const DISABLED_FOR = ['gone', 'nothing-taken', 'asked'] as const;
export type DisabledFor = (typeof DISABLED_FOR)[number];

/** So many streams wait at most, each for an event that failed; the next failure stops the endpoint as a whole. */
export const MOST_WAITING_STREAMS = 100;

/** An endpoint as far as what it did with an event is judged by it; instants are epoch milliseconds. */
export type Endpoint = {
  disabledFor: DisabledFor | null;
  /** How many streams wait for an event that has failed. */
  waitingStreams: number;
  /** How often it has failed since it was stopped as a whole; 0 where it is not. */
  failures: number;
  /** When it is tried again, where it is stopped as a whole. */
  retryAt: number | null;
  /** When it last took something. */
  takenAt: number | null;
};

/** An event before an attempt: how often it has failed on the schedule, and when for the first time. */
export type Tried = { failures: number; firstFailedAt: number | null };

/** What an endpoint did: it took the event (2xx), said 410, or anything else, or nothing at all. */
export type Outcome = 'taken' | 'gone' | 'failed';

/** What becomes of an event by an attempt. One that waits without an instant is due as soon as its endpoint and its stream are. */
export type Verdict = { state: 'delivered' | 'failed' } | ({ state: 'waiting'; retryAt: number | null } & Tried);

/**
 * Judges an attempt at an instant. A failed event waits on the schedule, and its stream with it; at its end the event has
 * failed for good and its stream goes on, unless the endpoint took nothing in all that time: then that is disabled, and the
 * event waits for it. Stopped as a whole, an endpoint has the one schedule, and whatever it takes lifts the stop.
 */
export function judge(
  endpoint: Endpoint,
  tried: Tried,
  outcome: Outcome,
  atMs: number,
): { endpoint: Endpoint; event: Verdict } {
  const waits: Verdict = { state: 'waiting', ...tried, retryAt: null };
  const wasWaiting = tried.failures > 0 ? 1 : 0;
  if (outcome === 'taken') {
    const waitingStreams = endpoint.waitingStreams - wasWaiting;
    return {
      endpoint: { ...endpoint, waitingStreams, failures: 0, retryAt: null, takenAt: atMs },
      event: { state: 'delivered' },
    };
  }
  if (endpoint.disabledFor !== null) return { endpoint, event: waits };
  if (outcome === 'gone') return { endpoint: disabled(endpoint, 'gone'), event: waits };
  const mustStop = wasWaiting === 0 && endpoint.waitingStreams >= MOST_WAITING_STREAMS;
  if (endpoint.failures > 0 || mustStop) return { endpoint: stopped(endpoint, atMs), event: waits };

  const failures = tried.failures + 1;
  const firstFailedAt = tried.firstFailedAt ?? atMs;
  const next = retryAt(failures, atMs);
  if (next !== null) {
    const waitingStreams = endpoint.waitingStreams + 1 - wasWaiting;
    return {
      endpoint: { ...endpoint, waitingStreams },
      event: { state: 'waiting', failures, firstFailedAt, retryAt: next },
    };
  }
  const tookSomething = endpoint.takenAt !== null && endpoint.takenAt >= firstFailedAt;
  if (!tookSomething) return { endpoint: disabled(endpoint, 'nothing-taken'), event: waits };
  return { endpoint: { ...endpoint, waitingStreams: endpoint.waitingStreams - 1 }, event: { state: 'failed' } };
}

function stopped(endpoint: Endpoint, atMs: number): Endpoint {
  const failures = endpoint.failures + 1;
  const next = retryAt(failures, atMs);
  return next === null ? disabled(endpoint, 'nothing-taken') : { ...endpoint, failures, retryAt: next };
}

function disabled(endpoint: Endpoint, disabledFor: DisabledFor): Endpoint {
  return { ...endpoint, disabledFor, retryAt: null };
}

/**
 * Judges an attempt that somebody asked for: taken, it is delivered; else it stays what it was, and the endpoint too, unless
 * that is stopped as a whole, or gone.
 */
export function judgeAsked(
  endpoint: Endpoint,
  state: DeliveryState,
  outcome: Outcome,
  atMs: number,
): { endpoint: Endpoint; event: { state: DeliveryState } } {
  const counts = outcome !== 'failed' || endpoint.failures > 0;
  const after = counts ? judge(endpoint, { failures: 0, firstFailedAt: null }, outcome, atMs).endpoint : endpoint;
  return { endpoint: after, event: { state: outcome === 'taken' ? 'delivered' : state } };
}
