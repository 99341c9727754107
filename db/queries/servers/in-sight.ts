import type { Sight } from '../../../domain/people/permissions.ts';
import { hasStanding, IS_ALIVE } from '../accounts/standing.ts';
import type { Condition } from '../conditions.ts';
import { sellerOf } from '../seller-of.ts';

/**
 * A condition on the table of servers, by the name it has in a statement: the servers of a sight, for a seller those of the
 * customers at whom it has standing at an instant (epoch milliseconds).
 */
export function serversInSight(sight: Sight, nowMs: number, servers: string): Condition {
  if ('everything' in sight) return { sql: 'true', values: [] };
  if ('customer' in sight) return { sql: `${servers}.customer_id = ?`, values: [sight.customer] };
  if (!('seller' in sight)) return { sql: 'false', values: [] };
  const standing = hasStanding({ seller: 'asking.account', customer: 'own.customer_id', nowMs: 'asking.now' });
  const own = `select distinct o.customer_id, asking.account from orders o, asking
    where ${sellerOf('o')} = asking.account and ${IS_ALIVE('o')}`;
  return {
    sql: `${servers}.customer_id in (with asking (account, now) as (values (?::text, ?::bigint))
      select own.customer_id from (${own}) own, asking where ${standing})`,
    values: [sight.seller, nowMs],
  };
}
