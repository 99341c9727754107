import type { EntityManager } from '@mikro-orm/postgresql';
import { INTERNAL_EVENTS } from '../../../domain/order/events.ts';
import { executeOften } from '../prepared.ts';
import { INSTALLATION, NEXT_EPOCH } from './epochs.ts';
import { accountOf, readersOf } from './readers.ts';

/**
 * Whoever holds the counter's row numbers, and reads it as it is then: what another process has numbered since the statement
 * began is deleted here no more, so that nothing gets two numbers. The oldest comes first, each stream in its sequence. What
 * is of no interest to a reader goes without a number.
 */
const NUMBER = `with counter as materialized (
    select epoch, position, installation, ${INSTALLATION} as here from feed_counter
    where exists (select from feed_due) for update skip locked),
  due as (
    delete from feed_due where exists (select from counter)
      and place in (select place from feed_due order by place limit ?) returning place, stream, seq),
  event as materialized (
    select j.*, counter.position + row_number() over (order by due.place) as position, ?::bigint as now_ms
    from counter cross join due join journal j using (stream, seq) where j.type <> all(?::text[])),
  numbered as (
    insert into feed (position, stream, seq, type, account_id)
    select position, stream, seq, type, ${accountOf('event')} from event),
  seen as (
    insert into feed_of (account_id, position)
    select distinct reader.id, event.position from event cross join lateral (${readersOf('event', 'event.now_ms')}) reader),
  begun as (
    insert into feed_epochs (epoch, from_position)
    select ${NEXT_EPOCH('counter')}, position from counter where installation <> here returning epoch)
  update feed_counter set position = counter.position + (select count(*) from event), installation = counter.here,
    epoch = coalesce((select begun.epoch from begun), counter.epoch)
  from counter returning feed_counter.position::float8 as position`;

/**
 * Gives events that are committed and have no number yet the next ones, at most so many, and stores who sees each at an
 * instant, in one statement: a process that dies leaves all as it was. In a database that was restored an epoch begins
 * first. Answers how far the feed has come; null where nothing was due or another process is at it, which nobody waits for.
 */
export async function numberDue(em: EntityManager, limit: number, nowMs: number): Promise<number | null> {
  const internal = `{${INTERNAL_EVENTS.join()}}`;
  const [counted] = await executeOften<{ position: number }>(em, 'number-due', NUMBER, [limit, nowMs, internal]);
  return counted?.position ?? null;
}

/** How far the feed has come, and whether anything is due. */
export async function feedState(em: EntityManager): Promise<{ position: number; isDue: boolean }> {
  const [state] = await em.execute<[{ position: number; isDue: boolean }]>(
    `select position::float8 as position, exists (select from feed_due) as "isDue" from feed_counter`,
  );
  return state;
}
