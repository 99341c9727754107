import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { judge, MOST_WAITING_STREAMS, type Endpoint, type Outcome, type Tried } from '../../../domain/webhook/judge.ts';
import { RETRY_AFTER_MS } from '../../../domain/webhook/schedule.ts';

const NEW: Endpoint = { disabledFor: null, waitingStreams: 0, failures: 0, retryAt: null, takenAt: null };
const UNTRIED: Tried = { failures: 0, firstFailedAt: null };
const START = Date.UTC(2026, 0, 1);
const WHOLE_MS = RETRY_AFTER_MS.reduce((sum, pause) => sum + pause, 0);

test('an event is tried ten times: at once and after 5 s, 5 min, 30 min, 2 h, 5 h, 10 h, 14 h, 20 h and 24 h', () => {
  const hours = RETRY_AFTER_MS.map((pause) => pause / 3_600_000);
  expect(hours).toEqual([5 / 3600, 5 / 60, 0.5, 2, 5, 10, 14, 20, 24]);
});

/** Tries an event at each instant of its schedule; what becomes of it and its endpoint in the end. */
function tryOut(endpoint: Endpoint, outcomes: readonly Outcome[]) {
  let [now, tried] = [START, UNTRIED];
  let event: ReturnType<typeof judge>['event'] = { state: 'waiting', ...UNTRIED, retryAt: null };
  for (const outcome of outcomes) {
    ({ endpoint, event } = judge(endpoint, tried, outcome, now));
    if (event.state !== 'waiting' || endpoint.disabledFor !== null) break;
    tried = { failures: event.failures, firstFailedAt: event.firstFailedAt };
    now = event.retryAt ?? endpoint.retryAt!;
  }
  return { endpoint, event, now };
}

const failing = (times: number): Outcome[] => Array.from({ length: times }, () => 'failed');

test('an endpoint that takes an event at the last attempt has it, and its stream waits no more', () => {
  const { endpoint, event, now } = tryOut(NEW, [...failing(9), 'taken']);
  expect([event, endpoint.waitingStreams, now - START]).toEqual([{ state: 'delivered' }, 0, WHOLE_MS]);
});

test('an event that fails ten times has failed for good, where others were taken meanwhile', () => {
  const { endpoint, event } = tryOut({ ...NEW, takenAt: START + 60_000 }, failing(10));
  expect([event, endpoint]).toEqual([{ state: 'failed' }, { ...NEW, takenAt: START + 60_000 }]);
});

test('an endpoint that took nothing in all that time is disabled, and the event waits for it', () => {
  for (const takenAt of [null, START - 1]) {
    const { endpoint, event } = tryOut({ ...NEW, takenAt }, failing(10));
    expect([event.state, endpoint.disabledFor]).toEqual(['waiting', 'nothing-taken']);
  }
});

test('an endpoint that says that it is gone is disabled at once, and the event waits for it', () => {
  const { endpoint, event } = judge(NEW, UNTRIED, 'gone', START);
  expect([event.state, endpoint.disabledFor]).toEqual(['waiting', 'gone']);
});

describe('an endpoint for which a hundred streams wait', () => {
  const full = { ...NEW, waitingStreams: MOST_WAITING_STREAMS };

  test('stops as a whole at the next failure, and what failed waits without a schedule of its own', () => {
    const { endpoint, event } = judge(full, UNTRIED, 'failed', START);
    expect(endpoint).toEqual({ ...full, failures: 1, retryAt: START + 5_000 });
    expect(event).toEqual({ state: 'waiting', ...UNTRIED, retryAt: null });
  });

  test('goes on with the first thing that it takes', () => {
    const stopped = { ...full, failures: 7, retryAt: START };
    const { endpoint } = judge(stopped, { failures: 3, firstFailedAt: START - 1 }, 'taken', START);
    expect(endpoint).toEqual({ ...NEW, waitingStreams: MOST_WAITING_STREAMS - 1, takenAt: START });
  });

  test('is disabled after the whole schedule', () => {
    expect(tryOut(full, failing(10))).toMatchObject({
      endpoint: { disabledFor: 'nothing-taken' },
      now: START + WHOLE_MS,
    });
    expect(tryOut(full, failing(9)).endpoint.disabledFor).toBeNull();
  });

  test('lets a stream that waits already be tried on', () => {
    const { endpoint, event } = judge(full, { failures: 1, firstFailedAt: START - 5_000 }, 'failed', START);
    expect([endpoint.failures, event]).toMatchObject([0, { failures: 2, retryAt: START + 300_000 }]);
  });
});

/** What an endpoint does with whatever is due next, and how many new streams come between. */
const doing = fc.record({
  outcome: fc.oneof(
    ...(['taken', 'failed', 'gone'] as const).map((outcome, index) => ({
      ...{ weight: [100, 300, 1][index]!, arbitrary: fc.constant<Outcome>(outcome) },
    })),
  ),
  more: fc.nat({ max: 40 }),
  pause: fc.nat({ max: 100_000_000 }),
});

test('whatever an endpoint does: at most a hundred streams wait, and none is lost', () => {
  fc.assert(
    fc.property(fc.array(doing, { maxLength: 400 }), (life) => {
      let [endpoint, now] = [NEW, START];
      let heads: (Tried & { retryAt: number | null })[] = [];
      let [added, settled] = [0, 0];
      for (const { outcome, more, pause } of life) {
        heads = [...heads, ...Array.from({ length: more }, () => ({ ...UNTRIED, retryAt: null }))];
        added += more;
        const due = heads.find(({ retryAt }) => (retryAt ?? 0) <= now && (endpoint.retryAt ?? 0) <= now);
        if (due) {
          const was = endpoint;
          const judged = judge(endpoint, due, outcome, now);
          endpoint = judged.endpoint;
          const { event } = judged;
          heads = heads.flatMap((head) => (head !== due ? [head] : event.state === 'waiting' ? [event] : []));
          if (event.state !== 'waiting') settled += 1;
          if (event.state === 'failed') expect(was.takenAt! >= due.firstFailedAt!).toBe(true);
          if (endpoint.failures > 0) expect(endpoint.retryAt !== null || endpoint.disabledFor !== null).toBe(true);
        }
        expect(endpoint.waitingStreams).toBe(heads.filter(({ failures }) => failures > 0).length);
        expect(endpoint.waitingStreams).toBeLessThanOrEqual(MOST_WAITING_STREAMS);
        expect(added).toBe(settled + heads.length);
        if (endpoint.disabledFor !== null) break;
        now += pause;
      }
    }),
    { numRuns: 300 },
  );
});
