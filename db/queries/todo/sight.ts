import type { Sight } from '../../../domain/people/permissions.ts';
import { IS_ALIVE } from '../accounts/standing.ts';
import type { Condition } from '../conditions.ts';
import { sellerOf } from '../seller-of.ts';

/**
 * What a reader is to do something about: for a seller what it sold itself, as whoever stands beside a seller has nothing to
 * do; for a customer what it sees.
 */
export function soldInSight(sight: Sight, orders: string): Condition {
  if ('everything' in sight) return { sql: IS_ALIVE(orders), values: [] };
  if ('seller' in sight) return { sql: `(${sellerOf(orders)} = ? and ${IS_ALIVE(orders)})`, values: [sight.seller] };
  if ('customer' in sight)
    return {
      sql: `(${orders}.customer_id = ? and ${IS_ALIVE(orders)} and (${sellerOf(orders)} = ${orders}.customer_id
        or exists (select from deliveries seen where seen.order_number = ${orders}.number and seen.unlocked_at is not null)))`,
      values: [sight.customer],
    };
  return { sql: 'false', values: [] };
}

/** The same of what is still locked, which is there for who unlocks it. */
export function lockedInSight(sight: Sight, orders: string): Condition {
  const sold = soldInSight(sight, orders);
  if (!('customer' in sight)) return sold;
  return { sql: `(${sold.sql} and ${sellerOf(orders)} = ${orders}.customer_id)`, values: sold.values };
}

/** The same of lines, which say themselves whose they are. */
export function linesToDo(sight: Sight, lines: string): Condition {
  if ('everything' in sight) return { sql: 'true', values: [] };
  if ('seller' in sight) return { sql: `${lines}.seller_id = ?`, values: [sight.seller] };
  if ('customer' in sight)
    return {
      sql: `(${lines}.customer_id = ? and (${lines}.seller_id = ${lines}.customer_id or exists (select from deliveries seen
        where seen.order_number = ${lines}.order_number and seen.id = ${lines}.delivery and seen.unlocked_at is not null)))`,
      values: [sight.customer],
    };
  return { sql: 'false', values: [] };
}

/** What is so of a customer whose servers the reader sees: of those the statement has the list `managed`, but for the vendor. */
export function managed(sight: Sight, customer: string): string {
  return 'everything' in sight ? 'true' : `${customer} in (select customer_id from managed)`;
}
