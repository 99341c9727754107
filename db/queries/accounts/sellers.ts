import type { EntityManager } from '@mikro-orm/postgresql';
import type { By, Standing } from '../../../domain/people/permissions.ts';
import { sellerOf } from '../seller-of.ts';
import { appendAccountEvent, type Cause } from './events.ts';
import { hasStanding } from './standing.ts';

/** A seller of a customer, with what it may do there; when its relation was ended, in epoch milliseconds, and by whom. */
export type Seller = {
  id: string;
  name: string;
  standing: Standing;
  endedAt: number | null;
  endedBy: string | null;
};

/** Who sold a customer anything, or had its relation ended, by id, after one; what each may do there at an instant. */
export function listSellers(
  em: EntityManager,
  customer: string,
  { nowMs, limit, after, id }: { nowMs: number; limit: number; after: string | null; id?: string },
): Promise<Seller[]> {
  const standing = hasStanding({ seller: 'a.id', customer: 'asked.customer', nowMs: 'asked.now' });
  return em.execute<Seller[]>(
    `with asked (customer, now) as (values (?::text, ?::bigint)),
     sellers as (
       select ${sellerOf('o')} as id from orders o, asked where o.customer_id = asked.customer
       union select seller_id from ended_sellers, asked where customer_id = asked.customer)
     select a.id, a.name,
       case when e.seller_id is not null then 'ended' when ${standing} then 'manages' else 'orders-only' end as standing,
       (extract(epoch from e.ended_at) * 1000)::float8 as "endedAt", e.ended_by as "endedBy"
     from asked join sellers on sellers.id <> asked.customer join accounts a on a.id = sellers.id
       left join ended_sellers e on e.customer_id = asked.customer and e.seller_id = a.id
     where a.id > ? and (?::text is null or a.id = ?) order by a.id limit ?`,
    [customer, nowMs, after ?? '', id ?? null, id ?? null, limit],
  );
}

/** Ends the relation of a customer with a seller, and journals `seller-ended`; one that is ended stays as it is. */
export async function endSeller(
  em: EntityManager,
  { customer, seller }: { customer: string; seller: string },
  { by, ...cause }: Cause & { by: By },
): Promise<void> {
  await em.transactional(async (tx) => {
    const ended = await tx.execute<unknown[]>(
      `insert into ended_sellers (customer_id, seller_id, ended_at, ended_by) values (?, ?, ?, ?)
       on conflict do nothing returning 1`,
      [customer, seller, cause.at, by],
    );
    if (ended.length > 0) await appendAccountEvent(tx, customer, cause, { type: 'seller-ended', seller, by });
  });
}

/** Restores it, and journals `seller-restored`; one that goes on is left alone. */
export async function restoreSeller(
  em: EntityManager,
  { customer, seller }: { customer: string; seller: string },
  { by, ...cause }: Cause & { by: By },
): Promise<void> {
  await em.transactional(async (tx) => {
    const restored = await tx.execute<unknown[]>(
      'delete from ended_sellers where customer_id = ? and seller_id = ? returning 1',
      [customer, seller],
    );
    if (restored.length > 0) await appendAccountEvent(tx, customer, cause, { type: 'seller-restored', seller, by });
  });
}
