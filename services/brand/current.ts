import type { Following } from '../../db/following.ts';
import { readBrand, type KeptBrand } from '../../db/queries/brand/brand.ts';
import { UNBRANDED, type Brand } from '../../domain/brand/brand.ts';
import type { Deps } from '../deps.ts';
import { shownBrand, type ShownBrand } from './shown.ts';

/** Without news in the feed, which says so at once, what was read is good for this time. */
const KNOWN_FOR_MS = 60_000;

/** So often is it read at most, however fast the feed goes. */
const AT_MOST_EVERY_MS = 1_000;

export type CurrentBrand = ReturnType<typeof createCurrentBrand>;

/**
 * The brand of this moment, kept in the process: pages and e-mails cost no query for it. Whoever changes it sees that at
 * once, the others within seconds. Without the database it is what was known last.
 */
export function createCurrentBrand({
  orm,
  clock,
  following,
}: Pick<Deps, 'orm' | 'clock'> & { following: Pick<Following, 'onAdvance'> }) {
  let sender: Brand = UNBRANDED;
  let shown = shownBrand(UNBRANDED);
  let readAt = -Infinity;
  let isOld = true;
  let reading: Promise<void> | null = null;
  following.onAdvance(() => void (isOld = true));

  function keep(kept: KeptBrand): void {
    sender = kept.sender;
    shown = shownBrand(kept.brand);
  }

  async function read(): Promise<void> {
    try {
      keep(await readBrand(orm.em.fork()));
    } catch {
      // Pages say what was known; what is wrong with the database is said by whatever needs it.
    }
  }

  async function refresh(): Promise<void> {
    const ageMs = Math.abs(clock() - readAt);
    if (ageMs > KNOWN_FOR_MS || (isOld && ageMs > AT_MOST_EVERY_MS)) {
      isOld = false;
      readAt = clock();
      reading = read().finally(() => void (reading = null));
    }
    await reading;
  }

  return {
    /** Who sends e-mails. */
    async sender(): Promise<Brand> {
      await refresh();
      return sender;
    },

    /** How pages look. */
    async show(): Promise<ShownBrand> {
      await refresh();
      return shown;
    },

    /** What this process has changed it to. */
    keep,
  };
}
