import type { EntityManager } from '@mikro-orm/postgresql';

/** Units of an application that a server has of suspended orders, and so may not use at present. */
export type SuspendedShare = { server: string; application: string; capacity: number; orders: string[] };

/** What the servers of a customer have of suspended orders. */
export function suspendedShares(em: EntityManager, customer: string, nowMs: number): Promise<SuspendedShare[]> {
  return em.execute<SuspendedShare[]>(
    `select s.server, l.application, sum(least(s.capacity, a.capacity))::int as capacity,
       jsonb_agg(distinct o.number) as orders
     from orders o
       join lines l on l.order_number = o.number
       join assignments a on a.order_number = l.order_number and a.line = l.id
       join shares s on s.order_number = a.order_number and s.line = a.line and s.server = a.server
       join servers v on v.id = s.server and v.customer_id = o.customer_id
     where o.customer_id = ? and o.status = 'suspended'
       and coalesce((l.terms->>'graceUntil')::bigint > ?, true) and least(s.capacity, a.capacity) > 0
     group by s.server, l.application`,
    [customer, nowMs],
  );
}

/** The names of a customer's servers by their ids, retired ones too: a life names who is gone. */
export async function serverNames(em: EntityManager, customer: string): Promise<ReadonlyMap<string, string>> {
  const rows = await em.execute<{ id: string; name: string }[]>('select id, name from servers where customer_id = ?', [
    customer,
  ]);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
