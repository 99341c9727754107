import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Care } from '../catalogue/terms.ts';
import { lineCondition, type JudgedLine } from './line.ts';
import { rowCare, rowCondition, type RowCare, type RowCondition } from './row.ts';

/** Units that a server has of a line, and what that is judged by. */
export type JudgedShare = JudgedLine & { application: string; capacity: number; care: Care | null };

/** What a server has of an application, how much of it runs now, and what is true of the worst of it. Units. */
export type Holding = {
  application: string;
  capacity: number;
  usable: number;
  condition: RowCondition;
  careCondition: RowCare | null;
};

/**
 * What a server may run of what it has, by the alphabet. What has the capacity of another application runs as much as that
 * does, as soon as anything of its own is in force.
 */
export function holdingsOf(shares: readonly JudgedShare[], catalogue: Catalogue, atMs: number): Holding[] {
  const running = shares.filter((share) => ['active', 'expiring', 'grace'].includes(lineCondition(share, atMs).state));
  const unitsOf = (application: string, some: readonly JudgedShare[]) =>
    some.reduce((sum, share) => (share.application === application ? sum + share.capacity : sum), 0);
  return [...Map.groupBy(shares, ({ application }) => application)]
    .map(([application, own]) => {
      const counted = catalogue.get(application)?.capacityFrom ?? application;
      const runs = running.some((share) => share.application === application);
      return {
        ...{ application, capacity: unitsOf(application, own), usable: runs ? unitsOf(counted, running) : 0 },
        ...{ condition: rowCondition(own, atMs)!, careCondition: rowCare(own, atMs) },
      };
    })
    .sort((one, other) => (one.application < other.application ? -1 : 1));
}
