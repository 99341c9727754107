import { addDays, dayAt, startOfDay, type Day } from '../days.ts';
import { lastDayOf, type Terms } from '../terms.ts';

/** A boundary of a line that lies elsewhere by today's time zone database; both instants in epoch milliseconds. */
export type Drift = { boundary: keyof Terms; kept: number; today: number };

/** Days are between 23 and 25 hours long, so that half of one reaches the day that a boundary was meant to begin. */
const HALF_A_DAY_MS = 43_200_000;

/**
 * Boundaries still to come that were computed with another time zone database, and would be others today. The first day and
 * the last say where theirs lie; the others follow from days of the order's own policy, and are the beginning of some day.
 */
export function driftOf(
  line: {
    startsOn: Day;
    endsOn: Day | null;
    care: { endsOn: Day } | null;
    terms: Terms;
    planned?: readonly { type: string; on: Day; dueAt: number }[];
  },
  timeZone: string,
  nowMs: number,
): Drift[] {
  const { startsOn, terms, planned = [] } = line;
  const lastDay = lastDayOf(line);
  const canceled = planned.find(({ type }) => type === 'cancellation');
  const end = lastDay === null ? null : startOfDay(addDays(lastDay, 1), timeZone);
  const known: Partial<Record<keyof Terms, number | null>> = {
    from: startOfDay(startsOn, timeZone),
    until: end,
    careUntil: end,
  };
  return (Object.keys(terms) as (keyof Terms)[]).flatMap((boundary) => {
    const kept = terms[boundary];
    if (kept === null || kept === undefined || kept <= nowMs) return [];
    // How long what servers hold is kept after a cancellation is no day at the customer.
    if (canceled && kept > canceled.dueAt) return [];
    const cut = kept === canceled?.dueAt ? startOfDay(canceled.on, timeZone) : undefined;
    const today = cut ?? known[boundary] ?? startOfDay(dayAt(kept + HALF_A_DAY_MS, timeZone), timeZone);
    return today === kept ? [] : [{ boundary, kept, today }];
  });
}
