import type { EntityManager } from '@mikro-orm/postgresql';
import { HAS_NEWS } from '../webhooks/waking.ts';

/** What has waited so long at an endpoint was tried there, and was not taken. */
const BEHIND_MS = 300_000;

/**
 * Webhooks that are behind: something of the feed has not come to them yet, or has waited there for five minutes; how many
 * events wait at all of them; and how many webhooks were disabled by what their endpoints answered.
 */
export async function webhooksOpen(
  em: EntityManager,
  at: Date,
): Promise<{ behind: number; waiting: number; disabled: number }> {
  const [found] = await em.execute<[{ behind: number; waiting: number; disabled: number }]>(
    `select count(*) filter (where w.state = 'enabled' and (${HAS_NEWS} or exists (
         select from webhook_deliveries d where d.webhook_id = w.id and d.state = 'waiting' and d.created_at < ?)))::int as behind,
       coalesce(sum((select count(*) from webhook_deliveries d where d.webhook_id = w.id and d.state = 'waiting')), 0)::int as waiting,
       count(*) filter (where w.disabled_for <> 'asked')::int as disabled
     from webhooks w where w.removed_at is null`,
    [new Date(at.getTime() - BEHIND_MS)],
  );
  return found;
}
