import type { MikroORM } from '@mikro-orm/postgresql';
import { faultOf } from './away.ts';

/** Whoever asks more often hears what was found last. */
const EVERY_MS = 5_000;

/** Sorted with less memory than they take, so many rows go to a file of PostgreSQL's: about 1 MB, which is gone at once. */
const ROWS = 4_000;

export type WriteProbe = ReturnType<typeof createWriteProbe>;

/**
 * Tries whether the database can be written, by what no row, no right and no log of its own is needed for: whether its
 * transactions may write, and whether its disk takes a small file. A row that is written over again finds its place on a full
 * disk, and tells nothing.
 */
export function createWriteProbe(orm: MikroORM, clock: () => number) {
  let last: { at: number; found: Promise<string | null> } | null = null;

  return {
    /** What is wrong, a sentence; null where it can be written. Throws where the database is away. */
    look(): Promise<string | null> {
      const now = clock();
      if (last === null || now - last.at >= EVERY_MS || now < last.at) last = { at: now, found: tryToWrite(orm) };
      return last.found;
    },
  };
}

async function tryToWrite(orm: MikroORM): Promise<string | null> {
  try {
    return await orm.em.fork().transactional(async (tx) => {
      await tx.execute(`set local work_mem = '64kB'`);
      const [found] = await tx.execute<[{ is_read_only: string }]>(
        `select current_setting('transaction_read_only') as is_read_only, count(*) from (
           select repeat(md5(n::text), 7) as text from generate_series(1, ${ROWS}) n order by 1 offset 1) written`,
      );
      return found.is_read_only === 'on'
        ? 'Is only read: DATABASE_URL names a copy, or writing was switched off.'
        : null;
    });
  } catch (error) {
    if (faultOf(error) !== 'unwritable') throw error;
    return 'Cannot be written: its disk is full, or the machine has no more to give it. What is read is answered.';
  }
}
