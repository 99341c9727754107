import { expect, test } from '@jest/globals';
import { askedTwice, changed, inTurns, undoOf } from '../../../domain/assigning.ts';

const cell = (server: string, capacity: number, expected?: number) => ({
  ...{ server, application: 'digital-fax', capacity },
  ...(expected !== undefined && { expected }),
});

test('only what was typed anew is asked for', () => {
  expect(changed([cell('one', 3, 3), cell('two', 4, 3), cell('three', 0, 0)])).toEqual([cell('two', 4, 3)]);
});

test('what gives back comes before what takes, each in the order in which it stands', () => {
  const [more, less, same, none] = [cell('a', 5, 3), cell('b', 1, 3), cell('c', 2, 2), cell('d', 0, 4)];
  expect(inTurns([more, less, same, none])).toEqual({ givingBack: [less, none], taking: [more, same] });
  expect(inTurns([cell('a', 2), cell('b', 2)], ({ server }) => (server === 'a' ? 3 : 1))).toEqual({
    givingBack: [cell('a', 2)],
    taking: [cell('b', 2)],
  });
});

test('an undo sets back each cell to what it was, if it still is what the save made it, and undone again is the save', () => {
  const saved = [{ server: 'a', application: 'digital-fax', before: 2, after: 5 }];
  expect(undoOf(saved)).toEqual([cell('a', 2, 5)]);
  const undone = [{ server: 'a', application: 'digital-fax', before: 5, after: 2 }];
  expect(undoOf(undone)).toEqual([cell('a', 5, 2)]);
});

test('a cell that is asked for twice is found', () => {
  expect(askedTwice([cell('a', 1), cell('b', 1)])).toBeUndefined();
  expect(askedTwice([cell('a', 1), cell('b', 1), cell('a', 2)])).toBe(2);
});
