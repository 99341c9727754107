import type { EntityManager } from '@mikro-orm/postgresql';
import { daysAround } from '../../../domain/order/line/ending.ts';
import type { TodoKind } from '../../../domain/todo.ts';
import type { Sight } from '../../../domain/people/permissions.ts';
import { ordersInSight, ordersThatList } from '../accounts/permissions.ts';
import { itemsOf, type Reading } from '../todo/items.ts';

/** A customer with what about it is to be done. */
export type CustomerRow = {
  id: string;
  name: string;
  /** By kind how many lines, or where it is not about lines how many things, are to be done. */
  todo: Partial<Record<TodoKind, number>>;
  servers: number;
  /** The last day of what ends first and is not over; null where nothing does. */
  endsOn: string | null;
};

export type CustomerQuery = Reading & {
  q: string;
  sort: 'attention' | 'name' | 'end';
  limit: number;
  offset: number;
};

const ORDERS = { attention: 'c.severity, c.due,', name: '', end: 'c."endsOn" nulls last,' };

/** Not `like`, of which PostgreSQL expects a single row here, and so would join every row found with every one to do. */
const SEARCHED = `and strpos(a.searched, as_found(?)) > 0`;

/** What is due at no time, and matters to nobody, comes last. */
const LAST = 9e15;

/** The last day of what ends first, of a customer by its id; of a seller what it sold. */
const nextEnd = (customer: string, isLimited: boolean) => `(select min(n.last_day) from lines n
  where n.customer_id = ${customer} and n.open_for is not null and n.canceled_at is null
    and n.last_day between ? and '9999' and n.ends_at > ? ${isLimited ? 'and n.order_number in (select number from seen)' : ''})`;

/**
 * Customers in sight with what of them is to be done, as the list of that says it, in one statement. Servers are counted for
 * the rows that are shown, and of those whose servers the reader may see.
 */
export function listCustomers(em: EntityManager, query: CustomerQuery): Promise<CustomerRow[]> {
  const { sight, q, sort, nowMs, limit, offset } = query;
  const { sql: inSight, values } = ordersThatList(sight, 'o');
  const items = itemsOf(query, true);
  const order = `order by ${ORDERS[sort]} lower(c.name), c.id`;
  const isLimited = !('everything' in sight);
  const byEnd = sort === 'end';
  const fromNow = [daysAround(nowMs, 0).earliest, nowMs];
  return em.execute<CustomerRow[]>(
    `with seen as not materialized (
       select o.number, o.customer_id from orders o where ${inSight} and o.status in ('open', 'suspended')),
     ${items.sql},
     k as materialized (
       select i.customer, i.kind, min(i.severity) as severity, min(i.due) as due, count(*)::int as number
       from items i where i.customer is not null and i.known is null group by 1, 2),
     t as (select customer, min(severity) as severity, min(due) as due from k group by 1),
     c as (
       select a.id, a.name, coalesce(t.severity, 9) as severity,
         coalesce(t.due, ${LAST}) as due, ${byEnd ? nextEnd('a.id', isLimited) : 'null::text'} as "endsOn"
       from accounts a left join t on t.customer = a.id
       where a.kind = 'customer' ${isLimited ? 'and a.id in (select customer_id from seen)' : ''}
         ${q ? SEARCHED : ''}),
     shown as (select * from c ${order} limit ? offset ?),
     todo as (select customer, jsonb_object_agg(kind, number) as kinds from k where customer in (select id from shown) group by 1)
     select c.id, c.name, coalesce(todo.kinds, '{}') as todo,
       ${byEnd ? 'c."endsOn"' : nextEnd('c.id', isLimited)} as "endsOn",
       (select count(*)::int from servers v where v.customer_id = c.id and v.state <> 'retired'
         ${isLimited ? 'and v.customer_id in (select customer_id from managed)' : ''}) as servers
     from shown c left join todo on todo.customer = c.id ${order}`,
    [
      ...[...values, ...items.values],
      ...(byEnd ? fromNow : []),
      ...[...(q ? [q] : []), limit, offset],
      ...(byEnd ? [] : fromNow),
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
