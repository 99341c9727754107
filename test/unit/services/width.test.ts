import { expect, test } from '@jest/globals';
import { createWidth } from '../../../activities/width.ts';

/** How wide work gets on a machine by which one takes so long, by how many are under way. */
function widthsOn(takes: (atATime: number) => number): number[] {
  const width = createWidth();
  return Array.from({ length: 200 }, () => {
    width.took(takes(width.now()));
    return width.now();
  });
}

const usual = (widths: number[]) => widths.slice(100).reduce((sum, one) => sum + one, 0) / 100;

test('work begins alone, and is eight wide on a machine that does not mind', () => {
  const widths = widthsOn(() => 40);
  expect(widths.slice(0, 4)).toEqual([1, 1, 1, 1]);
  expect(widths.at(-1)).toBe(8);
  expect(Math.max(...widths)).toBe(8);
});

test('work is no wider than what the machine does at once, so that nobody waits much longer', () => {
  const oneAtATime = widthsOn((atATime) => 40 * atATime);
  expect(usual(oneAtATime)).toBeGreaterThan(1);
  expect(usual(oneAtATime)).toBeLessThan(2);
  const fourAtATime = widthsOn((atATime) => 40 * Math.max(1, atATime / 4));
  expect(usual(fourAtATime)).toBeGreaterThan(4);
});

test('work narrows when the machine has others to serve, and widens again', () => {
  let busy = 1;
  const width = createWidth();
  const run = () => {
    for (let item = 0; item < 100; item += 1) width.took(40 * busy);
    return width.now();
  };
  expect(run()).toBe(8);
  busy = 3;
  expect(run()).toBe(1);
  busy = 1;
  expect(run()).toBe(8);
});
