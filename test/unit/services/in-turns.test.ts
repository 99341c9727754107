import { expect, test } from '@jest/globals';
import { createTurns } from '../../../services/check-ins/in-turns.ts';
import { until } from '../../support/until.ts';

/** Turns whose work is written down; it fails as often as `failing` says. */
function recorded({ failing = 0 } = {}) {
  const done: number[][] = [];
  let left = failing;
  const turns = createTurns(
    async (part: number[]) => {
      await Promise.resolve();
      if (left-- > 0) throw new Error('away');
      done.push(part);
    },
    { atOnce: 2, againAfterMs: 1 },
  );
  const untilDone = async (parts: number) => {
    await until(() => done.length >= parts);
    return done;
  };
  return { ...turns, untilDone };
}

test('a small group is through before the rest of a large one that came first', async () => {
  const turns = recorded();
  turns.add([1, 2, 3, 4, 5]);
  turns.add([9]);
  turns.add([]);
  expect(await turns.untilDone(4)).toEqual([[1, 2], [9], [3, 4], [5]]);
});

test('what failed is done again, and nothing is left out', async () => {
  const turns = recorded({ failing: 3 });
  turns.add([1, 2, 3]);
  turns.add([9]);
  const done = await turns.untilDone(3);
  expect(done.flat().sort()).toEqual([1, 2, 3, 9]);
});

test('what is stopped does nothing more', async () => {
  const turns = recorded({ failing: Infinity });
  turns.add([1]);
  turns.stop();
  turns.add([2]);
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(await turns.untilDone(0)).toEqual([]);
});
