import type { EntityManager } from '@mikro-orm/postgresql';
import type { Sight } from '../../../domain/permissions.ts';
import { POLICY } from '../../../domain/policy.ts';
import { ordersInSight, ordersThatList } from '../accounts/permissions.ts';
import { NEARLY_USED } from '../servers/usage.ts';
import { hasStanding, IS_ALIVE } from '../accounts/standing.ts';

/** A customer with what about it needs attention: numbers of lines, of deliveries, orders and servers. */
export type CustomerRow = {
  id: string;
  name: string;
  /** Subscriptions that end soon, are past their last day, or stopped and can still be renewed. */
  ending: number;
  grace: number;
  stopped: number;
  /** Perpetual lines whose care ends soon or has ended. */
  careEnding: number;
  careEnded: number;
  locked: number;
  silent: number;
  /** Servers that use nearly all of what they have of an application. */
  nearlyUsed: number;
  suspended: number;
  servers: number;
  /** The last day of what ends first and is not over; null where nothing does. */
  endsOn: string | null;
};

export type CustomerQuery = {
  q: string;
  sort: 'attention' | 'name' | 'end';
  nowMs: number;
  limit: number;
  offset: number;
};

const ORDERS = {
  attention: `(c.grace > 0 or c.stopped > 0 or c.silent > 0 or c.suspended > 0) desc, c.locked > 0 desc,
    (c.ending > 0 or c."careEnding" > 0 or c."nearlyUsed" > 0) desc, c."careEnded" > 0 desc, c."endsOn" nulls last,`,
  name: '',
  end: 'c."endsOn" nulls last,',
};

/** Not `like`, of which PostgreSQL expects a single row here, and so would join every row found with every one to do. */
const SEARCHED = `and strpos(a.searched, as_found(?)) > 0`;

/** Where a line is of those that `lines_ending_index` finds: care that ended stays to be done, a subscription until it can be renewed no more. */
const WHERE_A_LINE_IS = `case when terms->>'until' is null
    then case when (terms->>'careUntil')::bigint <= ? then 'careEnded' else 'careEnding' end
  when (terms->>'graceUntil')::bigint <= ? then 'stopped'
  when (terms->>'until')::bigint <= ? then 'grace' else 'ending' end`;

/** The last day of what is canceled before its end, or is to be. */
const DAY_BEFORE_CANCELED = `(select ((planned->>'on')::date - 1)::text from jsonb_array_elements(lines.planned) planned
    where planned->>'type' = 'cancellation'
      and (planned->>'dueAt')::bigint <= coalesce(terms->>'until', terms->>'careUntil')::bigint)`;

/** What is to be done of open orders, a row for each: a line that ends or has ended, a locked delivery, a suspended order. */
const TO_DO = `select open_for as customer, order_number, ${WHERE_A_LINE_IS} as what,
    coalesce(${DAY_BEFORE_CANCELED}, ends_on, care->>'endsOn') as ends_on
  from lines
  where open_for is not null and canceled_at is null and coalesce(terms->>'until', terms->>'careUntil') is not null
    and int8range(coalesce(terms->>'expiringFrom', terms->>'careExpiringFrom')::bigint,
      (terms->>'reinstatableUntil')::bigint) @> ?::bigint
  union all select open_for, order_number, 'locked', null from deliveries
  where unlocked_at is null and open_for is not null
  union all select customer_id, number, 'suspended', null from orders where status = 'suspended'`;

const KINDS = ['ending', 'grace', 'stopped', 'careEnding', 'careEnded', 'locked', 'suspended'];
const COUNTED = KINDS.map((what) => `count(*) filter (where t.what = '${what}')::int as "${what}"`).join(', ');
const COUNTS = KINDS.map((what) => `coalesce(t."${what}", 0) as "${what}"`).join(', ');

/**
 * Customers in sight with what needs attention, in one statement. What is looked at is only what ends soon, is locked or
 * suspended, each found by an index, so that its cost follows from what is to be done and not from what is owned; servers
 * are counted for the rows that are shown, and of those whose servers the reader may see.
 */
export function listCustomers(em: EntityManager, sight: Sight, query: CustomerQuery): Promise<CustomerRow[]> {
  const { q, sort, nowMs, limit, offset } = query;
  const { sql: inSight, values } = ordersThatList(sight, 'o');
  const managed = managedBy(sight, nowMs);
  const order = `order by ${ORDERS[sort]} lower(c.name), c.id`;
  const isLimited = !('everything' in sight);
  return em.execute<CustomerRow[]>(
    `with seen as not materialized (
       select o.number, o.customer_id from orders o where ${inSight} and ${IS_ALIVE('o')}),
     managed as (${managed.sql}),
     t as (
       select t.customer, ${COUNTED}, min(t.ends_on) filter (where t.what not in ('stopped', 'careEnded')) as ends_on
       from (${TO_DO}) t ${isLimited ? 'where t.order_number in (select number from seen)' : ''} group by 1),
     s as (
       select v.customer_id as customer, count(*)::int as silent from servers v left join contacts c on c.server = v.id
       where v.mode = 'online' and greatest(v.activated_at, c.last_check_in_at)
           <= ?::timestamptz - coalesce(v.silent_days, ?) * interval '24 hours'
         ${isLimited ? 'and v.customer_id in (select customer_id from managed)' : ''}
       group by 1),
     u as (
       select near.customer, count(*)::int as near from (${NEARLY_USED}) near
         ${isLimited ? 'where near.customer in (select customer_id from managed)' : ''}
       group by 1),
     c as (
       select a.id, a.name, ${COUNTS}, coalesce(s.silent, 0) as silent, coalesce(u.near, 0) as "nearlyUsed", t.ends_on as "endsOn"
       from accounts a left join t on t.customer = a.id left join s on s.customer = a.id left join u on u.customer = a.id
       where a.kind = 'customer' ${isLimited ? 'and a.id in (select customer_id from seen)' : ''}
         ${q ? SEARCHED : ''}),
     shown as (select * from c ${order} limit ? offset ?)
     select c.*, (select count(*)::int from servers v where v.customer_id = c.id and v.state <> 'retired'
       ${isLimited ? 'and v.customer_id in (select customer_id from managed)' : ''}) as servers
     from shown c ${order}`,
    [
      ...[...values, ...managed.values, nowMs, nowMs, nowMs, nowMs, new Date(nowMs), POLICY.silentDays, nowMs],
      ...[...(q ? [q] : []), limit, offset],
    ],
  );
}

/** The customers whose servers a reader may see; all that it has in lists, but for a seller without standing. */
function managedBy(sight: Sight, nowMs: number): { sql: string; values: unknown[] } {
  const seen = 'select distinct customer_id from seen';
  if (!('seller' in sight)) return { sql: seen, values: [] };
  const standing = hasStanding({ seller: 'asking.account', customer: 'own.customer_id', nowMs: 'asking.now' });
  return {
    sql: `select own.customer_id from (${seen}) own, (values (?::text, ?::bigint)) asking (account, now) where ${standing}`,
    values: [sight.seller, nowMs],
  };
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
