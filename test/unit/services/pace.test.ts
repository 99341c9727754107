import { expect, test } from '@jest/globals';
import { createPace } from '../../../services/pace.ts';

const HOUR_MS = 3_600_000;

test('a clock that went ahead and is set back gives nothing back twice, and lets nobody wait for the time between', () => {
  const secondsToWait = createPace({ atOnce: 1, aMinute: 6 });
  expect([HOUR_MS, HOUR_MS].map((at) => secondsToWait('a', at))).toEqual([0, 10]);
  expect([0, 5_000, 10_000, 10_000].map((at) => secondsToWait('a', at))).toEqual([10, 5, 0, 10]);
});

test('of more callers than are remembered at once the newest are known, and what is kept stays bounded', () => {
  const secondsToWait = createPace({ atOnce: 1, aMinute: 6 });
  const callers = Array.from({ length: 180_000 }, (_, index) => `caller-${index}`);
  expect(callers.filter((caller) => secondsToWait(caller, 0) > 0)).toEqual([]);
  // Only looked at, so that nothing is remembered anew.
  const isKnown = (caller: string) => secondsToWait(caller, 0, true) > 0;
  expect(callers.slice(-50_000).every(isKnown)).toBe(true);
  expect(callers.filter(isKnown).length).toBeLessThanOrEqual(100_001);
});

test('whoever goes on calling is not forgotten, however many others call', () => {
  const secondsToWait = createPace({ atOnce: 1, aMinute: 6 });
  secondsToWait('always', 0);
  for (let other = 0; other < 180_000; other += 1) {
    secondsToWait(`other-${other}`, 0);
    if (other % 40_000 === 0) expect(secondsToWait('always', 0)).toBe(10);
  }
});
