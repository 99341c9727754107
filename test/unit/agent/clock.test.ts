import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { heard, isCorrected, lookAt, setBy, TOLERANCE_MS, type Clock } from '../../../agent/enforcement/clock.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const START = Date.parse('2026-12-01T00:00:00Z');

/** Looks at a machine's clock in these instants, one after the other, and answers the time at each. */
function timesOf(machine: number[]): number[] {
  let clock: Clock | null = null;
  return machine.map((instant) => (clock = lookAt(clock, instant)).newestMs);
}

describe('time', () => {
  test('runs with the clock', () => {
    expect(timesOf([START, START + DAY_MS])).toEqual([START, START + DAY_MS]);
  });

  test('runs on from the newest time seen when the clock is set back', () => {
    const back = START - 25 * DAY_MS;
    expect(timesOf([START, back, back + 3 * DAY_MS])).toEqual([START, START, START + 3 * DAY_MS]);
  });

  test('runs on however often the clock is set back', () => {
    const machine = Array.from({ length: 40 }, (_, day) => [START + (day === 0 ? 0 : DAY_MS), START]).flat();
    expect(timesOf(machine).at(-1)).toBe(START + 39 * DAY_MS);
  });

  test('stands still while a clock that was set back by ten minutes at most catches up', () => {
    const back = START - TOLERANCE_MS;
    expect(timesOf([START, back, back + MINUTE_MS, START + 1])).toEqual([START, START, START, START + 1]);
    expect(timesOf([START, back - 1, back - 1 + MINUTE_MS])).toEqual([START, START, START + MINUTE_MS]);
  });

  test('passes when the clock is set forward, and the cloud’s word sets it back again', () => {
    expect(timesOf([START, START + 400 * DAY_MS])).toEqual([START, START + 400 * DAY_MS]);
    const corrected = setBy(START, START + 400 * DAY_MS);
    expect(corrected.newestMs).toBe(START);
    expect(lookAt(corrected, START + 401 * DAY_MS).newestMs).toBe(START + DAY_MS);
    expect(isCorrected(corrected, START + 400 * DAY_MS)).toBe(true);
  });

  test('is not lengthened by a clock that was ahead at a contact and is then set right', () => {
    const ahead = setBy(START, START + 25 * DAY_MS);
    expect(lookAt(lookAt(ahead, START + MINUTE_MS), START + DAY_MS + MINUTE_MS).newestMs).toBe(START + DAY_MS);
  });

  test('needs no correction while the clock is within ten minutes of the cloud’s', () => {
    for (const skew of [-TOLERANCE_MS, 0, TOLERANCE_MS]) {
      const clock = setBy(START, START + skew);
      expect(clock.correctionMs).toBe(0);
      expect(isCorrected(clock, START + skew)).toBe(false);
    }
    expect(setBy(START, START + TOLERANCE_MS + 1).correctionMs).toBe(-TOLERANCE_MS - 1);
  });

  test('is set forward by what a refusal says, and never back', () => {
    const clock = lookAt(null, START);
    expect(heard(clock, START - DAY_MS)).toEqual(clock);
    expect(heard(clock, START + TOLERANCE_MS)).toEqual(clock);
    expect(lookAt(heard(clock, START + DAY_MS), START + MINUTE_MS).newestMs).toBe(START + DAY_MS);
  });

  test('never goes back between words of the cloud, and no sequence of clocks lengthens it', () => {
    const steps = fc.array(
      fc.record({ passes: fc.nat(2 * DAY_MS), setTo: fc.option(fc.integer({ min: -40 * DAY_MS, max: 40 * DAY_MS })) }),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(steps, (sequence) => {
        let [real, offset] = [START, 0];
        let clock = lookAt(null, START);
        for (const { passes, setTo } of sequence) {
          real += passes;
          const before = clock.newestMs;
          clock = lookAt(clock, real + offset);
          expect(clock.newestMs).toBeGreaterThanOrEqual(before);
          offset = setTo ?? offset;
          clock = lookAt(clock, real + offset);
        }
        // A look before and after each change loses at most the tolerance each time.
        expect(clock.newestMs).toBeGreaterThanOrEqual(real - sequence.length * TOLERANCE_MS);
      }),
    );
  });
});
