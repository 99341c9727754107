import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  hearServed,
  hearStandby,
  running,
  standbyLeft,
  WINDOW_DAYS,
  type Takeover,
  type TakeoverChange,
} from '../../../domain/server/takeover.ts';

const DAY_MS = 86_400_000;
const NOW = Date.parse('2026-11-28T12:00:00Z');

const evolve = (takeovers: Takeover[], standby: string, change: TakeoverChange | null): Takeover[] => {
  if (!change) return takeovers;
  if (change.type === 'started') return [...takeovers, { standby, startedAt: change.startedAt, endedAt: null }];
  return takeovers.map((one) => (one.endedAt === null ? { ...one, endedAt: change.endedAt } : one));
};

describe('takeovers of a server', () => {
  const step = fc.record({
    afterMs: fc.integer({ min: 0, max: 40 * DAY_MS }),
    standby: fc.constantFrom('a', 'b', 'c'),
    call: fc.constantFrom('takeover', 'standby', 'nothing', 'served', 'released'),
    sinceMs: fc.option(fc.integer({ min: -50 * DAY_MS, max: DAY_MS }), { nil: null }),
  });

  test('last 30 days at most in any 365, whatever standbys say, and never two at once but after a release, which count both', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        let now = NOW;
        let takeovers: Takeover[] = [];
        const heardAt = new Map<string, number>();
        const released = new Set<number>();
        for (const { afterMs, standby, call, sinceMs } of steps) {
          // A standby that runs stops by itself when its document says so: it is heard of by then, or has stopped.
          now += afterMs;
          const since = sinceMs === null ? null : now + sinceMs;
          const change =
            call === 'served' || call === 'released'
              ? hearServed(takeovers, { isReleased: call === 'released', runsUntil: now + DAY_MS }, now)
              : hearStandby(
                  takeovers,
                  standby,
                  { act: call === 'nothing' ? null : call, since },
                  heardAt.get(standby) ?? null,
                  now,
                );
          takeovers = evolve(takeovers, standby, change);
          if (change?.type === 'ended' && change.because === 'released') released.add(change.endedAt);
          heardAt.set(standby, now);
          expect(takeovers.filter(({ endedAt }) => endedAt === null).length).toBeLessThanOrEqual(1);
          expect(hasOverlap(takeovers.filter(({ endedAt }) => endedAt === null || !released.has(endedAt)))).toBe(false);
          for (const { endedAt } of takeovers) if (endedAt !== null) expect(usedIn(takeovers, endedAt)).toBe(true);
        }
      }),
    );
  });

  test('count for an hour at least, so that in any 365 days there are 720 at most', () => {
    let takeovers: Takeover[] = [];
    for (let minute = 0; minute < 2_000; minute += 1) {
      const now = NOW + minute * 60_000;
      const said = { act: minute % 2 === 0 ? ('takeover' as const) : ('standby' as const), since: null };
      takeovers = evolve(takeovers, 'a', hearStandby(takeovers, 'a', said, null, now));
    }
    expect(takeovers.length).toBe(720);
    expect(standbyLeft(takeovers, NOW + 364 * DAY_MS)).toBe(0);
    expect(standbyLeft(takeovers, NOW + 400 * DAY_MS)).toBe(30 * DAY_MS);
  });

  test('go on while days are left, and end at the instant at which they are used up', () => {
    const takeovers = [{ standby: 'a', startedAt: NOW, endedAt: null }];
    expect(standbyLeft(takeovers, NOW + 30 * DAY_MS - 1)).toBe(1);
    const late = NOW + 44 * DAY_MS;
    expect(hearServed(takeovers, { isReleased: false, runsUntil: late }, late)).toEqual({
      ...{ type: 'ended', because: 'used-up', endedAt: NOW + 30 * DAY_MS },
    });
    expect(running(takeovers)).toBe(takeovers[0]);
  });
});

/** Whether at the end of a takeover no more than 30 days lie in the window before it; a day more where it was released. */
function usedIn(takeovers: Takeover[], atMs: number): boolean {
  const from = atMs - WINDOW_DAYS * DAY_MS;
  const used = takeovers.reduce((sum, { startedAt, endedAt }) => {
    return sum + Math.max(0, Math.min(endedAt ?? atMs, atMs) - Math.max(startedAt, from));
  }, 0);
  return used <= 31 * DAY_MS;
}

function hasOverlap(takeovers: Takeover[]): boolean {
  const sorted = takeovers.toSorted((one, other) => one.startedAt - other.startedAt);
  return sorted.some(({ startedAt }, index) => index > 0 && (sorted[index - 1]!.endedAt ?? Infinity) > startedAt);
}
