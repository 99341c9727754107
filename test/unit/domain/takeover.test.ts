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
  if (change.type === 'started') return [...takeovers, takeover(change.startedAt, null, standby)];
  if (change.type === 'ran') return [...takeovers, takeover(change.startedAt, change.endedAt, standby)];
  const releasedAt = change.because === 'released' ? change.endedAt : null;
  return takeovers.map((one) => (one.endedAt === null ? { ...one, endedAt: change.endedAt, releasedAt } : one));
};

const takeover = (startedAt: number, endedAt: number | null, standby = 'a'): Takeover => ({
  ...{ standby, startedAt, endedAt },
  releasedAt: null,
});

describe('takeovers of a server', () => {
  const step = fc.record({
    afterMs: fc.integer({ min: 0, max: 40 * DAY_MS }),
    standby: fc.constantFrom('a', 'b', 'c'),
    call: fc.constantFrom('takeover', 'standby', 'nothing', 'served', 'released'),
    hasLast: fc.boolean(),
    sinceMs: fc.option(fc.integer({ min: -50 * DAY_MS, max: DAY_MS }), { nil: null }),
  });

  test('last 30 days at most in any 365, whatever standbys say, and never two at once but after a release, which count both', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        let now = NOW;
        let takeovers: Takeover[] = [];
        const heardAt = new Map<string, number>();
        const released = new Set<number>();
        for (const { afterMs, standby, call, sinceMs, hasLast } of steps) {
          // A standby that runs stops by itself when its document says so: it is heard of by then, or has stopped.
          now += afterMs;
          const since = sinceMs === null ? null : now + sinceMs;
          const change =
            call === 'served' || call === 'released'
              ? hearServed(takeovers, call === 'released' ? 'released' : 'standby', now)
              : hearStandby(
                  takeovers,
                  standby,
                  { act: call === 'nothing' ? null : call, since, hasLast },
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
      const act = minute % 2 === 0 ? ('takeover' as const) : ('standby' as const);
      const said = { act, since: null, hasLast: true };
      takeovers = evolve(takeovers, 'a', hearStandby(takeovers, 'a', said, null, now));
    }
    expect(takeovers.length).toBe(720);
    expect(standbyLeft(takeovers, NOW + 364 * DAY_MS)).toBe(0);
    expect(standbyLeft(takeovers, NOW + 400 * DAY_MS)).toBe(30 * DAY_MS);
  });

  test('go on while days are left, and end at the instant at which they are used up', () => {
    const takeovers = [takeover(NOW, null)];
    expect(standbyLeft(takeovers, NOW + 30 * DAY_MS - 1)).toBe(1);
    const late = NOW + 44 * DAY_MS;
    expect(hearServed(takeovers, 'standby', late)).toEqual({
      ...{ type: 'ended', because: 'used-up', endedAt: NOW + 30 * DAY_MS },
    });
    expect(running(takeovers)).toBe(takeovers[0]);
  });

  const during = fc.record({ from: fc.integer({ min: 1, max: 400 }), days: fc.integer({ min: 1, max: 20 }) });

  test('count the time in which several ran once, and end at the first instant at which nothing is left', () => {
    fc.assert(
      fc.property(fc.array(during, { maxLength: 6 }), fc.integer({ min: 0, max: 60 }), (others, age) => {
        const known = others.map(({ from, days }) =>
          takeover(NOW - from * DAY_MS, NOW - Math.max(0, from - days) * DAY_MS, 'b'),
        );
        const present = takeover(NOW - age * DAY_MS, null);
        const counted = new Set(
          [...known, { ...present, endedAt: NOW }].flatMap(({ startedAt, endedAt }) =>
            Array.from({ length: (endedAt! - startedAt) / DAY_MS }, (_, day) => startedAt / DAY_MS + day),
          ),
        );
        const used = [...counted].filter((day) => day >= NOW / DAY_MS - WINDOW_DAYS).length;
        const all = [...known, present];
        expect(standbyLeft(all, NOW)).toBe(Math.max(0, 30 - used) * DAY_MS);
        const change = hearServed(all, 'standby', NOW);
        if (used < 30) expect(change).toBeNull();
        if (change?.type !== 'ended') return;
        const ended = [...known, { ...present, endedAt: change.endedAt }];
        const upTo = (endedAt: number) => [...known, { ...present, endedAt }];
        if (change.endedAt > present.startedAt) {
          expect(standbyLeft(ended, NOW)).toBe(0);
          expect(standbyLeft(upTo(change.endedAt - DAY_MS), NOW)).toBeGreaterThan(0);
        }
      }),
    );
  });

  test('that a standby is released from count for all that was left, and up to then where it has proved that it stopped', () => {
    const takeovers = [takeover(NOW - 10 * DAY_MS, null)];
    const released = { type: 'ended', because: 'released' };
    expect(hearServed(takeovers, 'released', NOW)).toEqual({ ...released, endedAt: NOW + 20 * DAY_MS });
    expect(hearServed(takeovers, 'stopped', NOW)).toEqual({ ...released, endedAt: NOW });
  });

  test('that are over are not begun by being said again, as a restored folder does; a clock may differ by ten minutes', () => {
    const say = (takeovers: Takeover[], since: number | null, hasLast = false) =>
      hearStandby(takeovers, 'a', { act: 'takeover', since, hasLast }, NOW - DAY_MS, NOW);
    const over = takeover(NOW - 9 * DAY_MS, NOW - 3 * DAY_MS);
    const released = { ...takeover(NOW - 9 * DAY_MS, NOW + 3 * DAY_MS), releasedAt: NOW - 3 * DAY_MS };
    for (const former of [over, released]) {
      for (const since of [NOW - 30 * DAY_MS, NOW - 9 * DAY_MS, NOW - 3 * DAY_MS - 600_001])
        expect([say([former], since), say([former], since, true)]).toMatchObject([
          { type: 'ran' },
          { type: 'started' },
        ]);
      for (const since of [null, NOW, NOW - 3 * DAY_MS - 600_000, NOW + 600_000])
        expect(say([former], since)).toMatchObject({ type: 'started' });
      expect(say([{ ...former, standby: 'b' }], NOW - 9 * DAY_MS)).toMatchObject({ type: 'started' });
    }
    // What it may have run counts since it was heard of last.
    expect(say([over], NOW - 9 * DAY_MS)).toEqual({ type: 'ran', startedAt: NOW - DAY_MS, endedAt: NOW });
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
