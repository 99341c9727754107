import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { createLately } from '../../../activities/lately.ts';

test('what was heard of counts for as long as said from when it was heard of last, and not before', async () => {
  const [long, short] = [createLately(60_000), createLately(100)];
  expect([long.isSo(), short.isSo()]).toEqual([false, false]);
  for (const lately of [long, short]) lately.hear();
  expect(long.isSo()).toBe(true);
  await pause(150);
  expect([long.isSo(), short.isSo()]).toEqual([true, false]);
  short.hear();
  expect(short.isSo()).toBe(true);
});
