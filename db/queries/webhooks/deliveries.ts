import type { EntityManager } from '@mikro-orm/postgresql';
import type { EventType } from '../../../domain/journal.ts';
import type { Attempt } from '../../../domain/webhook/attempt.ts';
import type { DeliveryState } from '../../../domain/webhook/delivery.ts';

/** What became of an event at a webhook, as people look at it; `position` is its place in the feed. */
export type ListedDelivery = {
  position: number;
  event: string;
  type: EventType;
  state: DeliveryState;
  attempts: Attempt[];
};

/** The deliveries of a webhook, the newest events first, before a place in the feed. */
export function listDeliveries(
  em: EntityManager,
  webhook: string,
  { before, limit, state }: { before: number | null; limit: number; state: DeliveryState | null },
): Promise<ListedDelivery[]> {
  return em.execute<ListedDelivery[]>(
    `select position::float8 as position, event, type, state, attempts from webhook_deliveries
     where webhook_id = ? and position < coalesce(?, 9223372036854775807) and state = coalesce(?::text, state)
     order by position desc limit ?`,
    [webhook, before, state, limit],
  );
}

/**
 * Has an event delivered again, or one that waits with its stream tried now, whatever its schedule says, and its workflow
 * hear of it: what is under way meanwhile writes nothing any more. False where nothing is known of it.
 */
export async function askAgain(em: EntityManager, webhook: string, event: string, at: Date): Promise<boolean> {
  return em.transactional(async (tx) => {
    const asked = await tx.execute<{ stream: string; state: DeliveryState }[]>(
      `update webhook_deliveries set asked_at = case when state = 'waiting' then null else ?::timestamptz end
       where webhook_id = ? and event = ? returning stream, state`,
      [at, webhook, event],
    );
    const [found] = asked;
    if (!found) return false;
    if (found.state === 'waiting')
      await tx.execute(
        `update webhook_deliveries set retry_at = null where webhook_id = ? and stream = ? and state = 'waiting'`,
        [webhook, found.stream],
      );
    await tx.execute('update webhooks set wanted = true, retry_at = null, turn = turn + 1 where id = ?', [webhook]);
    return true;
  });
}
