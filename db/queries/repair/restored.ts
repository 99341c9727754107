import type { EntityManager } from '@mikro-orm/postgresql';
import { HOME, INSTALLATION, raiseEpoch } from '../feed/epochs.ts';

/**
 * In SQL, whether the database is another one than it was, and nobody has noticed: another installation than the last event
 * was numbered in, or tables that were made anew, as a dump that is read back makes them. A copy that is only read cannot tell.
 */
const IS_UNNOTICED = `((select home <> ${HOME} from repaired) or case when pg_is_in_recovery() then false
    else coalesce((select installation <> ${INSTALLATION} from feed_counter), false) end)`;

/**
 * In SQL, whether the database was restored from a backup since it was last found whole, noticed or not: no moment between a
 * restore and its notice takes a number twice.
 */
export const IS_UNREPAIRED = `((select epoch < (select max(epoch) from feed_epochs) from repaired) or ${IS_UNNOTICED})`;

/** Whether what is missing since a restore has not been looked for yet. */
export async function isUnrepaired(em: EntityManager): Promise<boolean> {
  return ask(em, IS_UNREPAIRED);
}

/** Since when that is so, in epoch milliseconds, as far as it was noticed: null where it is not, now where nobody has noticed. */
export async function unrepairedSince(em: EntityManager, nowMs: number): Promise<number | null> {
  const [found] = await em.execute<[{ is: boolean; isNoticed: boolean; epoch: number }]>(
    `select ${IS_UNREPAIRED} as is, not ${IS_UNNOTICED} as "isNoticed", (select max(epoch)::float8 from feed_epochs) as epoch`,
  );
  if (!found.is) return null;
  // The number of an epoch is the second in which a restore was noticed.
  return found.isNoticed ? Math.min(found.epoch * 1000, nowMs) : nowMs;
}

/**
 * Begins an epoch of the feed where the database was restored and nobody has noticed; of several who do at once one begins it.
 * Answers whether that was the caller. A database that was never looked at is known from then on.
 */
export async function noticeRestore(em: EntityManager): Promise<boolean> {
  await em.execute(`update feed_counter set installation = ${INSTALLATION} where installation is null`);
  if (!(await ask(em, IS_UNNOTICED))) return false;
  return em.transactional(async (tx) => {
    await tx.execute('select from feed_counter for update');
    // By a statement of its own: only one that begins when the counter is held sees what another one has noticed.
    if (!(await ask(tx, IS_UNNOTICED))) return false;
    await raiseEpoch(tx);
    return true;
  });
}

/** The newest epoch of the feed: what a repair that begins now makes whole. */
export async function newestEpoch(em: EntityManager): Promise<number> {
  const [row] = await em.execute<[{ epoch: number }]>('select max(epoch)::float8 as epoch from feed_epochs');
  return row.epoch;
}

/** Notes that what was missing up to an epoch has been made again: numbers of orders are taken without asking Temporal from now on. */
export async function noteRepaired(em: EntityManager, epoch: number): Promise<void> {
  await em.execute(`update repaired set epoch = greatest(epoch, ?)`, [epoch]);
}

async function ask(em: EntityManager, condition: string): Promise<boolean> {
  const [row] = await em.execute<[{ is: boolean }]>(`select ${condition} as is`);
  return row.is;
}
