import { expect, test } from '@jest/globals';
import { createPace } from '../../../services/pace.ts';

const HOUR_MS = 3_600_000;

test('a clock that went ahead and is set back gives nothing back twice, and lets nobody wait for the time between', () => {
  const secondsToWait = createPace({ atOnce: 1, aMinute: 6 });
  expect([HOUR_MS, HOUR_MS].map((at) => secondsToWait('a', at))).toEqual([0, 10]);
  expect([0, 5_000, 10_000, 10_000].map((at) => secondsToWait('a', at))).toEqual([10, 5, 0, 10]);
});
