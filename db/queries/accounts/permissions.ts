import type { EntityManager } from '@mikro-orm/postgresql';
import type { CustomerFacts, OrderFacts, Sight } from '../../../domain/permissions.ts';

/** What permissions need of an order, projected or just taken in; null when it never came in. */
export async function orderFacts(em: EntityManager, number: string): Promise<OrderFacts | null> {
  const [row] = await em.execute<OrderFacts[]>(
    `select i.content->'customer'->>'id' as customer,
       coalesce(i.content->'reseller'->>'id', i.content->'distributor'->>'id') as seller,
       exists (select from deliveries d where d.order_number = i.number and d.unlocked_at is not null) as unlocked
     from intakes i where i.number = ?`,
    [number],
  );
  return row ?? null;
}

/** The same of every projected order of a customer, by their numbers. */
export async function orderFactsOf(em: EntityManager, customer: string): Promise<ReadonlyMap<string, OrderFacts>> {
  const rows = await em.execute<(OrderFacts & { number: string })[]>(
    `select o.number, o.customer_id as customer, coalesce(o.reseller_id, o.distributor_id) as seller,
       exists (select from deliveries d where d.order_number = o.number and d.unlocked_at is not null) as unlocked
     from orders o where o.customer_id = ?`,
    [customer],
  );
  return new Map(rows.map(({ number, ...facts }) => [number, facts]));
}

/** What permissions need of an account, a customer or not; null when there is none. */
export async function accountFacts(em: EntityManager, id: string): Promise<CustomerFacts | null> {
  const [row] = await em.execute<CustomerFacts[]>(`${FACTS} where a.id = ?`, [id]);
  return row ?? null;
}

/** What permissions need of a server's customer; null when no server is projected under the id. */
export async function customerOfServer(em: EntityManager, server: string): Promise<CustomerFacts | null> {
  const [row] = await em.execute<CustomerFacts[]>(
    `${FACTS} where a.id = (select customer_id from servers where id = ?)`,
    [server],
  );
  return row ?? null;
}

const FACTS = `select a.id, coalesce((select jsonb_agg(distinct coalesce(o.reseller_id, o.distributor_id))
  from orders o where o.customer_id = a.id), '[]') as sellers from accounts a`;

/** A condition on the table of orders, by the name it has in a statement, and its values: the orders of a sight. */
export function ordersInSight(sight: Sight, orders: string): { sql: string; values: string[] } {
  if ('everything' in sight) return { sql: 'true', values: [] };
  if ('seller' in sight)
    return { sql: `coalesce(${orders}.reseller_id, ${orders}.distributor_id) = ?`, values: [sight.seller] };
  if ('customer' in sight)
    return {
      sql: `(${orders}.customer_id = ? and exists (select from deliveries seen
        where seen.order_number = ${orders}.number and seen.unlocked_at is not null))`,
      values: [sight.customer],
    };
  return { sql: 'false', values: [] };
}
