import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { emergenciesLeft, grantEmergency, ownedLast, WINDOW_MS, type SoldCapacity } from '../../../domain/emergency.ts';

const DAY_MS = 86_400_000;
const NOW = Date.parse('2026-11-28T12:00:00Z');

const line = (capacity: number, graceUntil: number | null, license: SoldCapacity['license'] = 'subscription') => ({
  ...{ license, capacity },
  terms: { graceUntil },
});

const grant = (declaredAt: number[], sold: SoldCapacity[], capacity: number, atMs = NOW) =>
  grantEmergency({ declaredAt, sold }, capacity, atMs);

describe('how much was owned last', () => {
  test('is what is owned now, without evaluations', () => {
    const sold = [line(20, NOW + DAY_MS), line(5, null, 'perpetual'), line(9, NOW + DAY_MS, 'evaluation')];
    expect(ownedLast(sold, NOW)).toBe(25);
  });

  test('is what ended last, where nothing is owned any more', () => {
    const sold = [line(20, NOW - DAY_MS), line(7, NOW - DAY_MS), line(50, NOW - 9 * DAY_MS)];
    expect(ownedLast(sold, NOW)).toBe(27);
    expect(ownedLast([line(9, NOW - 1, 'evaluation')], NOW)).toBe(0);
  });
});

test('an emergency grants twice what was owned last, and not one more', () => {
  const sold = [line(20, NOW - DAY_MS)];
  expect(() => grant([], sold, 40)).not.toThrow();
  expect(() => grant([], sold, 41)).toThrow(
    expect.objectContaining({ code: 'EMERGENCY_TOO_LARGE', details: { most: 40 } }),
  );
});

test('in any 365 days two emergencies are declared at most, whenever they are asked for', () => {
  const sold = [line(1, null, 'perpetual')];
  const pauses = fc.array(fc.integer({ min: 0, max: 200 * DAY_MS }), { maxLength: 40 });
  fc.assert(
    fc.property(pauses, (waits) => {
      const declaredAt: number[] = [];
      let now = NOW;
      for (const wait of waits) {
        now += wait;
        const left = emergenciesLeft(declaredAt, now);
        try {
          grant(declaredAt, sold, 1, now);
          declaredAt.push(now);
          expect(left).toBeGreaterThan(0);
        } catch (error) {
          const { nextAt } = (error as { details: { nextAt: string } }).details;
          expect(left).toBe(0);
          expect(() => grant(declaredAt, sold, 1, Date.parse(nextAt) - 1)).toThrow();
          expect(() => grant(declaredAt, sold, 1, Date.parse(nextAt))).not.toThrow();
        }
        expect(declaredAt.filter((at) => at > now - WINDOW_MS).length).toBeLessThanOrEqual(2);
      }
    }),
  );
});
