import type { EntityManager } from '@mikro-orm/postgresql';
import { INTERNAL_EVENTS } from '../../../domain/order/events.ts';
import { raiseEpoch } from './epochs.ts';
import { INSTALLATION } from './installation.ts';
import { accountOf, readersOf } from './readers.ts';

/** A process that hangs with the counter is disconnected then, so that another one goes on. */
const HANGS_AFTER_MS = 10_000;

/**
 * Numbers, in one statement, what is due: the oldest first, each stream in its sequence. What is of no interest to a reader
 * goes without a number.
 */
const NUMBER = `with due as (
    delete from feed_due where place in (select place from feed_due order by place limit ?) returning place, stream, seq),
  event as materialized (
    select j.*, ?::bigint + row_number() over (order by due.place) as position, ?::bigint as now_ms
    from due join journal j using (stream, seq) where j.type <> all(?::text[])),
  numbered as (
    insert into feed (position, stream, seq, type, account_id)
    select position, stream, seq, type, ${accountOf('event')} from event),
  seen as (
    insert into feed_of (account_id, position)
    select distinct reader.id, event.position from event cross join lateral (${readersOf('event', 'event.now_ms')}) reader)
  update feed_counter set position = position + (select count(*) from event) returning position::float8 as position`;

/**
 * Gives events that are committed and have no number yet the next ones, at most so many, and stores who sees each at an
 * instant, in one transaction: a process that dies leaves all as it was. Answers how far the feed has come; null where
 * nothing was due or another process is at it, which nobody waits for.
 */
export async function numberDue(em: EntityManager, limit: number, nowMs: number): Promise<number | null> {
  return em.transactional(async (tx) => {
    await tx.execute(`set local idle_in_transaction_session_timeout = ${HANGS_AFTER_MS}`);
    const [counter] = await tx.execute<{ position: string; isHere: boolean | null }[]>(
      `select position::text as position, installation = ${INSTALLATION} as "isHere" from feed_counter
       where exists (select from feed_due) for update skip locked`,
    );
    if (!counter) return null;
    if (counter.isHere !== true) await settleHere(tx, counter.isHere === false);
    const internal = `{${INTERNAL_EVENTS.join()}}`;
    const [counted] = await tx.execute<{ position: number }[]>(NUMBER, [limit, counter.position, nowMs, internal]);
    return counted!.position;
  });
}

async function settleHere(tx: EntityManager, isRestored: boolean): Promise<void> {
  if (isRestored) await raiseEpoch(tx);
  await tx.execute(`update feed_counter set installation = ${INSTALLATION}`);
}

/** How far the feed has come, and whether anything is due. */
export async function feedState(em: EntityManager): Promise<{ position: number; isDue: boolean }> {
  const [state] = await em.execute<[{ position: number; isDue: boolean }]>(
    `select position::float8 as position, exists (select from feed_due) as "isDue" from feed_counter`,
  );
  return state;
}
