import type { EntityManager } from '@mikro-orm/postgresql';
import { ageInMs } from './orders.ts';

/** What nobody looked up in so many days is looked up no more. */
const LOOKED_AT_DAYS = 30;

/**
 * E-mails that are still to be sent, and how long the oldest of them has been so, in milliseconds; and those of the last 30
 * days of which nobody can say whether they left, and which nobody has sent again.
 */
export async function mailsOpen(
  em: EntityManager,
  at: Date,
): Promise<{ due: number; oldestDueMs: number; unknown: number }> {
  const [found] = await em.execute<[{ due: number; oldestDueMs: number; unknown: number }]>(
    `select count(*)::int as due, ${ageInMs('min(m.created_at)')} as "oldestDueMs",
       (select count(*)::int from mails u where u.shown = 'unknown' and u.created_at > ?::timestamptz - interval '${LOOKED_AT_DAYS} days'
          and not exists (select from mails n where n.order_number = u.order_number and n.delivery = u.delivery
            and (n.edition, n.copy) > (u.edition, u.copy))) as unknown
     from mails m where m.shown = 'due'`,
    [at, at],
  );
  return found;
}
