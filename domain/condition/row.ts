import { lineCondition, worstOf, type JudgedLine, type LineCondition } from './line.ts';

/** What is true of the lines of one application together: of the worst of them, and how much of them that is. */
export type RowCondition = LineCondition & {
  /** Units of the lines of which just this is true, until the same day. */
  capacity: number;
};

/**
 * The worst of what is true of some lines, with its units. What can't come back counts only where there is nothing else.
 * Null without a line.
 */
export function rowCondition(lines: readonly (JudgedLine & { capacity: number })[], atMs: number): RowCondition | null {
  const judged = lines.map((line) => ({ ...lineCondition(line, atMs), capacity: line.capacity }));
  const worst = worstOf(judged);
  if (!worst) return null;
  const same = judged.filter(({ state, until }) => state === worst.state && until === worst.until);
  return { ...worst, capacity: same.reduce((sum, { capacity }) => sum + capacity, 0) };
}
