import type { EntityManager } from '@mikro-orm/postgresql';
import type { Sight } from '../../domain/permissions.ts';
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
  attention:
    '(c.grace > 0 or c.silent > 0 or c.suspended > 0) desc, c.locked > 0 desc, c.ending > 0 desc, c."endsOn" nulls last,',
  name: '',
  end: 'c."endsOn" nulls last,',
};

/** Not `like`, of which PostgreSQL expects a single row here, and so would join every row found with every one to do. */
const SEARCHED = `and strpos(lower(concat_ws(' ', a.name, a.id)), ?) > 0`;

/**
 * What is to be done of open orders: a row for each line that ends soon (`grace` false) or has ended (true), each locked
 * delivery, each suspended order.
 */
const TO_DO = `select open_for as customer, order_number, (terms->>'until')::bigint <= ? as grace, false as locked,
    false as suspended, ends_on
  from lines
  where open_for is not null and terms->>'until' is not null
    and int8range((terms->>'expiringFrom')::bigint, (terms->>'graceUntil')::bigint) @> ?::bigint
  union all select open_for, order_number, null, true, false, null from deliveries
  where unlocked_at is null and open_for is not null
  union all select customer_id, number, null, false, true, null from orders where status = 'suspended'`;

/**
 * Customers in sight with what needs attention, in one statement. What is looked at is only what ends soon, is locked or
 * suspended, each found by an index, so that its cost follows from what is to be done and not from what is owned; servers
 * are counted for the rows that are shown.
 */
export function listCustomers(em: EntityManager, sight: Sight, query: CustomerQuery): Promise<CustomerRow[]> {
  const { q, sort, nowMs, silentSince, limit, offset } = query;
  const { sql: inSight, values } = ordersInSight(sight, 'o');
  const order = `order by ${ORDERS[sort]} lower(c.name), c.id`;
  const isLimited = !('everything' in sight);
  return em.execute<CustomerRow[]>(
    `with seen as not materialized (
       select o.number, o.customer_id from orders o where ${inSight} and o.status in ('open', 'suspended')),
     t as (
       select t.customer, count(*) filter (where t.grace)::int as grace, count(*) filter (where not t.grace)::int as ending,
         count(*) filter (where t.locked)::int as locked, count(*) filter (where t.suspended)::int as suspended,
         min(t.ends_on) as ends_on
       from (${TO_DO}) t ${isLimited ? 'where t.order_number in (select number from seen)' : ''} group by 1),
     s as (
       select v.customer_id as customer, count(*)::int as silent from servers v left join contacts c on c.server = v.id
       where v.mode = 'online' and v.activated_at <= ? and coalesce(c.last_check_in_at <= ?, true)
         ${isLimited ? 'and v.customer_id in (select customer_id from seen)' : ''}
       group by 1),
     c as (
       select a.id, a.name, coalesce(t.grace, 0) as grace, coalesce(t.ending, 0) as ending, coalesce(t.locked, 0) as locked,
         coalesce(s.silent, 0) as silent, coalesce(t.suspended, 0) as suspended, t.ends_on as "endsOn"
       from accounts a left join t on t.customer = a.id left join s on s.customer = a.id
       where a.kind = 'customer' ${isLimited ? 'and a.id in (select customer_id from seen)' : ''}
         ${q ? SEARCHED : ''}),
     shown as (select * from c ${order} limit ? offset ?)
     select c.*, (select count(*)::int from servers v where v.customer_id = c.id and v.state <> 'retired') as servers
     from shown c ${order}`,
    [...values, ...[nowMs, nowMs, silentSince, silentSince], ...(q ? [q.toLowerCase()] : []), ...[limit, offset]],
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
