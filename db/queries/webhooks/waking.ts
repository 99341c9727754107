import type { EntityManager } from '@mikro-orm/postgresql';
import { VENDOR } from '../../../domain/people/permissions.ts';

/** A webhook whose workflow is to be woken, in which turn it was found. */
export type Sleeper = { id: string; account: string; turn: number };

/** Whoever wakes one and does not come to an end leaves it to others after so long. */
const CALL_MS = 30_000;

/** So far behind may be what sleeps and is of no interest: the further, the more is looked at in vain. */
const MOST_BEHIND = 1_000;

/** In SQL, whether the feed has anything behind the place of a webhook `w` that is delivered to it. */
export const HAS_NEWS = `case when w.account_id = '${VENDOR}'
  then exists (select from feed f where f.position > w.position and ${isWanted('f')})
  else exists (select from feed_of own join feed f using (position)
    where own.account_id = w.account_id and own.position > w.position and ${isWanted('f')}) end`;

function isWanted(event: string): string {
  return `(w.types is null or w.types @> to_jsonb(${event}.type))`;
}

/** What waits and was to be tried so long ago has no workflow that knows of it: whoever tried it last was late, and died. */
const OVERDUE_MS = 60_000;

/** In SQL, whether something of a webhook `w` was to be tried before an instant that is bound to it. */
const IS_OVERDUE = `(coalesce(w.retry_at, (select min(d.retry_at) from webhook_deliveries d
  where d.webhook_id = w.id and d.state = 'waiting' and d.retry_at is not null)) <= ?)`;

/**
 * The webhooks for which there is something, that sleep or of which something was asked, so many at most: whoever gets one is
 * to wake it, and others leave it alone for a while. They keep their marks until they are woken.
 */
export function callSleepers(em: EntityManager, limit: number, at: Date): Promise<Sleeper[]> {
  const before = (ms: number) => new Date(at.getTime() - ms);
  return em.execute<Sleeper[]>(
    `update webhooks called set called_at = ? from (
       select w.id from webhooks w
       where (w.asleep or w.wanted) and (w.called_at is null or w.called_at <= ?)
         and (w.wanted or (w.state = 'enabled' and w.removed_at is null and (${HAS_NEWS} or ${IS_OVERDUE})))
       order by w.id limit ? for update of w skip locked) sleeper
     where called.id = sleeper.id returning called.id, called.account_id as account, called.turn`,
    [at, before(CALL_MS), before(OVERDUE_MS), limit],
  );
}

/** Takes the marks from one that was woken, unless it has gone on since it was found: what is marked then is of later. */
export async function markWoken(em: EntityManager, { id, turn }: Sleeper): Promise<void> {
  await em.execute(
    `update webhooks set called_at = null, asleep = asleep and turn <> ?, wanted = wanted and turn <> ? where id = ?`,
    [turn, turn, id],
  );
}

/** Lets others wake one that could not be woken. */
export async function leaveAsleep(em: EntityManager, { id }: Sleeper): Promise<void> {
  await em.execute('update webhooks set called_at = null where id = ?', [id]);
}

/** Moves those that sleep far behind, with nothing for them there, to where the feed has come. */
export async function moveSleepers(em: EntityManager): Promise<void> {
  await em.execute(
    `update webhooks w set position = c.position from feed_counter c
     where w.asleep and w.state = 'enabled' and w.removed_at is null and w.position < c.position - ${MOST_BEHIND}
       and not ${HAS_NEWS}`,
  );
}
