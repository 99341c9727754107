import type { EntityManager } from '@mikro-orm/postgresql';

/** Where a reader of the feed goes on: behind a position, as it was numbered in an epoch, which begins anew with each restore. */
export type FeedPosition = { epoch: number; position: number };

/**
 * Which database this is: the cluster, the database in it, and the timeline, another one after each recovery. A backup that
 * was restored is another installation, and what readers were told since it was made is not in it.
 */
export const INSTALLATION = `concat_ws('/', (select system_identifier from pg_control_system()),
  (select oid from pg_database where datname = current_database()), left(pg_walfile_name(pg_current_wal_lsn()), 8))`;

/**
 * In SQL, the number of the epoch that begins after that of a row: that of the second, so that each of two restores of one
 * backup begins one of its own.
 */
export const NEXT_EPOCH = (row: string) => `greatest(${row}.epoch + 1, extract(epoch from clock_timestamp())::bigint)`;

/** In SQL, the number in the catalogue of the table that remembers it: a dump that is read back makes the table anew. */
export const HOME = `'repaired'::regclass::oid::bigint`;

/**
 * Begins an epoch at the place that the feed has come to: what was numbered behind it before a restore is not what comes there
 * now. Which database this is, is known from then on.
 */
export async function raiseEpoch(em: EntityManager): Promise<FeedPosition> {
  const [begun] = await em.execute<[FeedPosition]>(
    `with raised as (update feed_counter set epoch = ${NEXT_EPOCH('feed_counter')}, installation = ${INSTALLATION}
       returning epoch, position),
     homed as (update repaired set home = ${HOME})
     insert into feed_epochs (epoch, from_position) select epoch, position from raised
     returning epoch::float8 as epoch, from_position::float8 as position`,
  );
  return begun;
}

/**
 * Where a position is in the feed as it stands: itself, where it lies before each restore since. Else `isKnown` is false,
 * and what is answered is where to go on so that nothing is missed: at the restore, of an epoch that is not known here at
 * the beginning.
 */
export async function placeInFeed(
  em: EntityManager,
  { epoch, position }: FeedPosition,
): Promise<FeedPosition & { isKnown: boolean }> {
  const [found] = await em.execute<[{ epoch: number; end: number; lasts: number | null; isEpoch: boolean }]>(
    `select c.epoch::float8 as epoch, c.position::float8 as end,
       (select min(from_position)::float8 from feed_epochs where epoch > ?) as lasts,
       exists (select from feed_epochs where epoch = ?) as "isEpoch" from feed_counter c`,
    [epoch, epoch],
  );
  if (!found.isEpoch) return { epoch: found.epoch, position: 0, isKnown: false };
  const shared = Math.min(found.lasts ?? found.end, found.end);
  return { epoch: found.epoch, position: Math.min(position, shared), isKnown: position <= shared };
}

/** Behind all that there is. */
export async function endOfFeed(em: EntityManager): Promise<FeedPosition> {
  const [end] = await em.execute<[FeedPosition]>(
    'select epoch::float8 as epoch, position::float8 as position from feed_counter',
  );
  return end;
}
