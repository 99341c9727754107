import type { ActivityKind } from '../../domain/journal.ts';
import { addDays, startOfDay } from '../../domain/days.ts';
import type { Language } from '../../languages/index.ts';
import type { AskedActivity } from '../../services/feed/activity.ts';
import { readChoice, readDayAsked, readText, type Query } from '../parts/list/query.ts';

export const ACTIVITY_CHOICES = ['all', 'orders', 'servers', 'accounts', 'advisories'] as const satisfies readonly (
  ActivityKind | 'all'
)[];

/** What a reader asked to see of what was done, as it stands in the page's address; days as `YYYY-MM-DD`, or empty. */
export type ActivityFilter = {
  kind: (typeof ACTIVITY_CHOICES)[number];
  by: string;
  from: string;
  to: string;
  cursor: string;
};

const DOER = /^[a-z]+\/[A-Za-z0-9._-]{1,80}$/;

/** Reads an address; what it does not say, or says wrong, is as usual. */
export function readActivityFilter(query: Query, language: Language): ActivityFilter {
  const by = readText(query.by);
  return {
    kind: readChoice(query.kind, ACTIVITY_CHOICES),
    by: DOER.test(by) ? by : '',
    from: readDayAsked(query.from, language),
    to: readDayAsked(query.to, language),
    cursor: readText(query.cursor),
  };
}

/** The same as the list is asked for it; days are those of a time zone. */
export function askedOf(
  { kind, by, from, to, cursor }: ActivityFilter,
  timeZone: string,
): Omit<AskedActivity, 'limit'> {
  return {
    ...(kind !== 'all' && { kind }),
    ...(by && { by }),
    ...(from && { since: startOfDay(from, timeZone) }),
    ...(to && { until: startOfDay(addDays(to, 1), timeZone) }),
    ...(cursor && { cursor }),
  };
}
