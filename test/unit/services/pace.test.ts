import { expect, test } from '@jest/globals';
import { createForeseenLimit, createPace } from '../../../services/pace.ts';

const HOUR_MS = 3_600_000;

test('calls come back one by one, and no more of them than come at once', () => {
  const secondsToWait = createPace({ atOnce: 2, aMinute: 6 });
  const waits = [0, 0, 0, 9_999, 10_000, 10_000, HOUR_MS, HOUR_MS, HOUR_MS].map((at) => secondsToWait('a', at));
  expect(waits).toEqual([0, 0, 10, 1, 0, 10, 0, 0, 10]);
  expect(secondsToWait('b', 0)).toBe(0);
});

test('a clock that went ahead and is set back gives nothing back twice, and lets nobody wait for the time between', () => {
  const secondsToWait = createPace({ atOnce: 1, aMinute: 6 });
  expect([HOUR_MS, HOUR_MS].map((at) => secondsToWait('a', at))).toEqual([0, 10]);
  expect([0, 5_000, 10_000, 10_000].map((at) => secondsToWait('a', at))).toEqual([10, 5, 0, 10]);
});

test('what is foreseen takes nothing, and is refused when whoever it names has nothing left', () => {
  const { foreseeHaste, refuseHaste } = createForeseenLimit({ atOnce: 1, aMinute: 6 });
  for (let times = 0; times < 3; times += 1) expect(() => foreseeHaste('a', 0)).not.toThrow();
  refuseHaste('a', 0);
  expect(() => foreseeHaste('a', 0)).toThrow('TOO_MANY_REQUESTS');
  expect(() => foreseeHaste('b', 0)).not.toThrow();
});
