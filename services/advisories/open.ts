import type { Following } from '../../db/following.ts';
import { openAdvisories } from '../../db/queries/advisories/advisories.ts';
import type { NamedAdvisory } from '../../domain/advisories/advisory.ts';
import { isInRange, parseRange, type Range } from '../../domain/advisories/range.ts';
import type { Deps } from '../deps.ts';

/** Without news in the feed, which says so at once, what was read is good for this time. */
const KNOWN_FOR_MS = 5_000;

type Open = { range: Range; named: NamedAdvisory }[];

export type OpenAdvisories = ReturnType<typeof createOpenAdvisories>;

/**
 * The advisories that are open, read once in a few seconds however many servers check in: so publishing one costs the same
 * for a server as for a hundred thousand. They are read anew when the feed has come further, so that whoever is told of
 * something finds it.
 */
export function createOpenAdvisories({
  orm,
  clock,
  following,
}: Pick<Deps, 'orm' | 'clock'> & { following: Pick<Following, 'onAdvance'> }) {
  let known: { at: number; open: Promise<Open> } | null = null;
  const forget = () => void (known = null);
  following.onAdvance(forget);

  async function read(): Promise<Open> {
    const rows = await openAdvisories(orm.em.fork());
    return rows.flatMap(({ id, title, severity, affects, url, fixedIn }) => {
      const range = parseRange(affects);
      // What a newer release keeps and this one can't read is no reason to leave servers without their license.
      return range ? [{ range, named: { id, title, severity, url, fixedIn } }] : [];
    });
  }

  function open(): Promise<Open> {
    const now = clock();
    if (known && Math.abs(now - known.at) < KNOWN_FOR_MS) return known.open;
    const reading = { at: now, open: read() };
    known = reading;
    reading.open.catch(() => {
      if (known === reading) known = null;
    });
    return reading.open;
  }

  return {
    /** Those that concern a version, first published first; null is a server that never said one. */
    async affecting(version: string | null): Promise<NamedAdvisory[]> {
      if (version === null) return [];
      return (await open()).flatMap(({ range, named }) => (isInRange(version, range) ? [named] : []));
    },

    /** Whoever changes an advisory sees that at once. */
    forget,
  };
}
