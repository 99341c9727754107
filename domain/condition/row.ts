import type { Care } from '../catalogue/terms.ts';
import {
  careCondition,
  lastDayOfCare,
  lineCondition,
  worstOf,
  type CareCondition,
  type JudgedLine,
  type LineCondition,
} from './line.ts';

type OwnLine = JudgedLine & { capacity: number };

/** What is true of the lines of one application together: of the worst of them, and of how many units just this is true. */
export type RowCondition = LineCondition & { capacity: number };

/** The same of their care, with the level and the last day of the worst. */
export type RowCare = CareCondition & Care & { capacity: number };

/**
 * The worst of what is true of some lines, with its units. What can't come back counts only where there is nothing else.
 * Null without a line.
 */
export function rowCondition(lines: readonly OwnLine[], atMs: number): RowCondition | null {
  return together(lines.map((line) => ({ ...lineCondition(line, atMs), capacity: line.capacity })));
}

/** The worst of the care of some lines; null where there is none to speak of. */
export function rowCare(lines: readonly (OwnLine & { care: Care | null })[], atMs: number): RowCare | null {
  return together(
    lines.flatMap((line) => {
      const condition = careCondition(line, atMs);
      return condition && line.care
        ? [{ ...condition, ...line.care, endsOn: lastDayOfCare(line)!, capacity: line.capacity }]
        : [];
    }),
  );
}

function together<One extends LineCondition | CareCondition>(judged: (One & { capacity: number })[]) {
  const worst = worstOf(judged);
  if (!worst) return null;
  const same = judged.filter(({ state, until }) => state === worst.state && until === worst.until);
  return { ...worst, capacity: same.reduce((sum, { capacity }) => sum + capacity, 0) };
}
