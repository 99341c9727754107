import { addDays, dayAt, type Day } from '../../days.ts';

/** What ends within so many days, or has ended and can be renewed all the same; in days as its customer counts them. */
export const ENDINGS_WITHIN = ['30', '60', '90', 'expired'] as const;
export type EndingWithin = (typeof ENDINGS_WITHIN)[number];

/** Of no zone the clock is further behind, or ahead, of UTC. */
const FURTHEST_BEHIND_MS = 12 * 3_600_000;
const FURTHEST_AHEAD_MS = 14 * 3_600_000;

/** The days that it is at an instant (epoch milliseconds), so many days on: where it is earliest, and where it is latest. */
export function daysAround(atMs: number, days: number): { earliest: Day; latest: Day } {
  const [earliest, latest] = [atMs - FURTHEST_BEHIND_MS, atMs + FURTHEST_AHEAD_MS].map((at) =>
    addDays(dayAt(at, 'UTC'), days),
  );
  return { earliest: earliest!, latest: latest! };
}
