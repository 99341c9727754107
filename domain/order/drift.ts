import { addDays, dayAt, startOfDay, type Day } from '../days.ts';
import { lastDayOf, type Terms } from '../catalogue/terms.ts';
import type { PlannedOfLine } from './facts.ts';

/**
 * A boundary of a line, or the day of a change that is planned for it, that lies elsewhere by today's time zone database;
 * both instants in epoch milliseconds.
 */
export type Drift = { boundary: keyof Terms | `planned ${string}`; kept: number; today: number };

/** Days are between 23 and 25 hours long, so that half of one reaches the day that a boundary was meant to begin. */
const HALF_A_DAY_MS = 43_200_000;

/**
 * Boundaries still to come that were computed with another time zone database, and would be others today. The first day and
 * the last say where theirs lie; the others follow from days of the order's own policy, and are the beginning of some day.
 * What is cut by a planned cancellation lies where that does, or follows from it by hours.
 */
export function driftOf(
  line: {
    startsOn: Day;
    endsOn: Day | null;
    care: { endsOn: Day } | null;
    terms: Terms;
    planned: readonly PlannedOfLine[];
  },
  timeZone: string,
  nowMs: number,
): Drift[] {
  const { startsOn, terms, planned } = line;
  const lastDay = lastDayOf(line);
  const end = lastDay === null ? null : startOfDay(addDays(lastDay, 1), timeZone);
  const known: Partial<Record<keyof Terms, number | null>> = {
    from: startOfDay(startsOn, timeZone),
    until: end,
    careUntil: end,
  };
  const cutAt = planned.find(({ type }) => type === 'cancellation')?.dueAt ?? Infinity;
  const boundaries = (Object.keys(terms) as (keyof Terms)[]).flatMap((boundary) => {
    const kept = terms[boundary];
    if (kept === null || kept === undefined || kept >= cutAt) return [];
    return { boundary, kept, today: known[boundary] ?? startOfDay(dayAt(kept + HALF_A_DAY_MS, timeZone), timeZone) };
  });
  const plans = planned.map(({ id, on, dueAt }) => ({
    ...{ boundary: `planned ${id}` as const, kept: dueAt },
    today: startOfDay(on, timeZone),
  }));
  return [...boundaries, ...plans].filter(({ kept, today }) => kept > nowMs && kept !== today);
}
