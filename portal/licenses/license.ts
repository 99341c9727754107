import type { Catalogue } from '../../domain/catalogue/catalogue.ts';
import { isNearlyUsed } from '../../domain/server/usage.ts';
import type { License } from '../services.ts';

/** What a reader asked to see of the rows, as it stands in the page's address. */
export type LicenseFilter = { q: string; show: Show; sort: Sort };

export const SHOWS = ['all', 'attention', 'free', 'locked'] as const;
export type Show = (typeof SHOWS)[number];

export const SORTS = ['name', 'end', 'free'] as const;
export type Sort = (typeof SORTS)[number];

/** Whether something about a row is to be done or known: it is not well, waits to be unlocked, is suspended or nearly used up. */
export function needsAttention(
  { application, condition, careCondition, locked, suspended, used, assigned }: License,
  catalogue: Catalogue,
): boolean {
  // What has the capacity of another is used up when that is.
  const hasOwn = !catalogue.get(application)?.capacityFrom;
  const isUsedUp = hasOwn && used !== null && isNearlyUsed(used, assigned);
  const isWrong = [condition, careCondition].some((one) => one && ['critical', 'warning'].includes(one.severity));
  return locked > 0 || suspended > 0 || isUsedUp || isWrong;
}

/** The rows that a filter leaves, in its order. */
export function chosen(
  licenses: readonly License[],
  { q, show, sort }: LicenseFilter,
  { language, catalogue }: { language: string; catalogue: Catalogue },
): License[] {
  const sought = q.toLocaleLowerCase(language);
  return licenses
    .filter(
      (license) => searchable(license).toLocaleLowerCase(language).includes(sought) && SHOWN[show](license, catalogue),
    )
    .sort(SORTED[sort]);
}

function searchable({ name, lines }: License): string {
  return [name, ...lines.map(({ order }) => order)].join(' ');
}

const SHOWN: Record<Show, (license: License, catalogue: Catalogue) => boolean> = {
  all: () => true,
  attention: needsAttention,
  free: ({ free }) => free > 0,
  locked: ({ locked }) => locked > 0,
};

const SORTED: Record<Sort, (one: License, other: License) => number> = {
  name: (one, other) => one.name.localeCompare(other.name),
  end: (one, other) => (one.endsOn ?? '9999').localeCompare(other.endsOn ?? '9999'),
  free: (one, other) => other.free - one.free,
};
