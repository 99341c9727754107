import type { EntityManager } from '@mikro-orm/postgresql';
import type { Sight } from '../../domain/permissions.ts';
import { likePattern } from './like.ts';
import { ordersInSight } from './permissions.ts';

/** A customer with what about it needs attention: numbers of lines in grace and ending soon, of deliveries, orders and servers. */
export type CustomerRow = {
  id: string;
  name: string;
  grace: number;
  ending: number;
  locked: number;
  silent: number;
  suspended: number;
  servers: number;
  /** The last day of what ends first; null where nothing does. */
  endsOn: string | null;
};

export type CustomerQuery = {
  q: string;
  sort: 'attention' | 'name' | 'end';
  nowMs: number;
  silentSince: Date;
  limit: number;
  offset: number;
};

const ORDERS = {
  attention: `(coalesce(w.grace, 0) > 0 or coalesce(s.silent, 0) > 0 or coalesce(p.suspended, 0) > 0) desc, coalesce(d.locked, 0) > 0 desc,
    coalesce(w.ending, 0) > 0 desc, w.ends_on nulls last`,
  name: 'true',
  end: 'w.ends_on nulls last',
};

/**
 * Customers in sight with what needs attention, in one statement. What is looked at is only what ends soon, is locked or
 * is silent: each has an index, so that its cost follows from what is to be done and not from what is owned.
 */
export function listCustomers(em: EntityManager, sight: Sight, query: CustomerQuery): Promise<CustomerRow[]> {
  const { q, sort, nowMs, silentSince, limit, offset } = query;
  const seen = ordersInSight(sight, 'o');
  const mine = 'everything' in sight ? '' : 'and a.id in (select customer_id from seen)';
  return em.execute<CustomerRow[]>(
    `with seen as not materialized (
       select o.number, o.customer_id from orders o where ${seen.sql} and o.status in ('open', 'suspended')),
     w as (
       select o.customer_id, count(*) filter (where (l.terms->>'until')::bigint <= ?)::int as grace,
         count(*) filter (where (l.terms->>'until')::bigint > ?)::int as ending, min(l.ends_on) as ends_on
       from lines l join seen o on o.number = l.order_number
       where int8range((l.terms->>'expiringFrom')::bigint, (l.terms->>'graceUntil')::bigint) @> ?::bigint
       group by 1),
     d as (
       select o.customer_id, count(*)::int as locked from deliveries d join seen o on o.number = d.order_number
       where d.unlocked_at is null group by 1),
     p as (
       select o.customer_id, count(*)::int as suspended from orders o
       where ${seen.sql} and o.status = 'suspended' group by 1),
     s as (
       select v.customer_id, count(*)::int as servers,
         count(*) filter (where v.state = 'activated' and greatest(c.last_check_in_at, v.activated_at) <= ?)::int as silent
       from servers v left join contacts c on c.server = v.id where v.state <> 'retired' group by 1)
     select a.id, a.name, coalesce(w.grace, 0) as grace, coalesce(w.ending, 0) as ending, coalesce(d.locked, 0) as locked,
       coalesce(s.silent, 0) as silent, coalesce(p.suspended, 0) as suspended, coalesce(s.servers, 0) as servers, w.ends_on as "endsOn"
     from accounts a
       left join w on w.customer_id = a.id left join d on d.customer_id = a.id
       left join s on s.customer_id = a.id left join p on p.customer_id = a.id
     where a.kind = 'customer' ${mine} ${q ? `and lower(concat_ws(' ', a.name, a.id)) like ?` : ''}
     order by ${ORDERS[sort]}, lower(a.name), a.id limit ? offset ?`,
    [
      ...seen.values,
      ...[nowMs, nowMs, nowMs],
      ...seen.values,
      silentSince,
      ...(q ? [likePattern(q)] : []),
      ...[limit, offset],
    ],
  );
}

/** The numbers of a customer's suspended orders that are in sight. */
export async function suspendedOrders(em: EntityManager, sight: Sight, customer: string): Promise<string[]> {
  const seen = ordersInSight(sight, 'o');
  const rows = await em.execute<{ number: string }[]>(
    `select o.number from orders o where o.customer_id = ? and o.status = 'suspended' and ${seen.sql} order by o.number`,
    [customer, ...seen.values],
  );
  return rows.map(({ number }) => number);
}
