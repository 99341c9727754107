import type { EntityManager } from '@mikro-orm/postgresql';
import { raiseEpoch } from '../feed/epochs.ts';

/**
 * In SQL, whether the database was restored from a backup since it was last found whole: an epoch of the feed began, or its
 * tables were made anew, as a dump that is read back makes them.
 */
export const IS_UNREPAIRED = `(select r.epoch < (select max(epoch) from feed_epochs) or r.home <> 'repaired'::regclass::oid::bigint
  from repaired r)`;

/** Whether what is missing since a restore has not been looked for yet. */
export async function isUnrepaired(em: EntityManager): Promise<boolean> {
  const [row] = await em.execute<[{ is: boolean }]>(`select ${IS_UNREPAIRED} as is`);
  return row.is;
}

/** Begins an epoch of the feed where a dump was read back into its own place and nobody has said so. */
export async function noticeRestore(em: EntityManager): Promise<void> {
  const [row] = await em.execute<[{ is: boolean }]>(
    `select r.home <> 'repaired'::regclass::oid::bigint and r.epoch = (select max(epoch) from feed_epochs) as is from repaired r`,
  );
  if (row.is) await raiseEpoch(em);
}

/** The newest epoch of the feed: what a repair that begins now makes whole. */
export async function newestEpoch(em: EntityManager): Promise<number> {
  const [row] = await em.execute<[{ epoch: number }]>('select max(epoch)::float8 as epoch from feed_epochs');
  return row.epoch;
}

/** Notes that what was missing up to an epoch has been made again: numbers of orders are taken without asking Temporal from now on. */
export async function noteRepaired(em: EntityManager, epoch: number): Promise<void> {
  await em.execute(`update repaired set epoch = greatest(epoch, ?), home = 'repaired'::regclass::oid::bigint`, [epoch]);
}
