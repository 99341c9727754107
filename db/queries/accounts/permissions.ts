import type { EntityManager } from '@mikro-orm/postgresql';
import type { CustomerFacts, OrderFacts, Sight } from '../../../domain/people/permissions.ts';
import { sellerOf } from '../seller-of.ts';
import { hasStanding, IS_ALIVE } from './standing.ts';

/** Facts of an order by the names of its row and of its parties' columns, which may be the same. */
const factsOf = (order: string, parties: string) => `${parties}.customer_id as customer,
  ${sellerOf(parties)} as seller, ${parties}.distributor_id as distributor,
  exists (select from deliveries d where d.order_number = ${order}.number and d.unlocked_at is not null) as unlocked`;

/** What permissions need of an order, projected or just taken in; null when it never came in. */
export async function orderFacts(em: EntityManager, number: string): Promise<OrderFacts | null> {
  const [row] = await em.execute<OrderFacts[]>(
    `select ${factsOf('i', 'named')} from intakes i,
       lateral (select o.customer_id, o.reseller_id, o.distributor_id from orders o where o.number = i.number
         union all select i.content->'customer'->>'id', i.content->'reseller'->>'id', i.content->'distributor'->>'id'
         limit 1) named
     where i.number = ?`,
    [number],
  );
  return row ?? null;
}

/** The same of every projected order of a customer, by their numbers. */
export async function orderFactsOf(em: EntityManager, customer: string): Promise<ReadonlyMap<string, OrderFacts>> {
  const rows = await em.execute<(OrderFacts & { number: string })[]>(
    `select o.number, ${factsOf('o', 'o')} from orders o where o.customer_id = ?`,
    [customer],
  );
  return new Map(rows.map(({ number, ...facts }) => [number, facts]));
}

/** Who asks, as the account it is a member of, and when: epoch milliseconds. */
export type Asking = { account: string; nowMs: number };

/** What permissions need of an account, a customer or not; null when there is none. */
export async function accountFacts(em: EntityManager, id: string, asking: Asking): Promise<CustomerFacts | null> {
  return customerFacts(em, 'a.id = ?', id, asking);
}

/** What permissions need of a server's customer; null when nobody registered a server under the id. */
export async function customerOfServer(
  em: EntityManager,
  server: string,
  asking: Asking,
): Promise<CustomerFacts | null> {
  return customerFacts(em, `a.id = ${CUSTOMER_OF_SERVER}`, server, asking);
}

/** In SQL, whose a server is. One that was registered a moment ago may not be projected yet: its name was claimed before. */
const CUSTOMER_OF_SERVER = `(select coalesce((select customer_id from servers where id = asked.server),
    (select customer_id from server_names where server = asked.server limit 1))
  from (values (?::text)) asked (server))`;

async function customerFacts(em: EntityManager, condition: string, id: string, { account, nowMs }: Asking) {
  const [row] = await em.execute<CustomerFacts[]>(
    `select a.id, exists (select from orders o
         where ${sellerOf('o')} = asking.account and o.customer_id = a.id and ${IS_ALIVE('o')}) as sells,
       ${hasStanding({ seller: 'asking.account', customer: 'a.id', nowMs: 'asking.now' })} as manages
     from accounts a, (values (?::text, ?::bigint)) asking (account, now) where ${condition}`,
    [account, nowMs, id],
  );
  return row ?? null;
}

/** A condition on the table of orders, by the name it has in a statement, and its values: the orders of a sight. */
export function ordersInSight(sight: Sight, orders: string): { sql: string; values: string[] } {
  if ('everything' in sight) return { sql: 'true', values: [] };
  if ('seller' in sight)
    return {
      sql: `(${sellerOf(orders)} = ? or ${orders}.distributor_id = ?)`,
      values: [sight.seller, sight.seller],
    };
  if ('customer' in sight)
    return {
      sql: `(${orders}.customer_id = ? and (${sellerOf(orders)} = ${orders}.customer_id
        or exists (select from deliveries seen where seen.order_number = ${orders}.number and seen.unlocked_at is not null)))`,
      values: [sight.customer],
    };
  return { sql: 'false', values: [] };
}

/**
 * In SQL, whether a delivery of an order in sight, by the name of the order's row and the delivery's id, is in sight too, and
 * what belongs to it: to a customer what is locked is not there, unless it unlocks itself.
 */
export function deliveryInSight(sight: Sight, order: string, delivery: string): string {
  if (!('customer' in sight)) return 'true';
  return `(${sellerOf(order)} = ${order}.customer_id or exists (select from deliveries seen
    where seen.order_number = ${order}.number and seen.id = ${delivery} and seen.unlocked_at is not null))`;
}

/** A condition on the table of lines, by the name it has in a statement, and its values: the lines of a sight. */
export function linesInSight(sight: Sight, lines: string): { sql: string; values: string[] } {
  if ('seller' in sight)
    return {
      sql: `(${lines}.seller_id = ? or ${lines}.distributor_id = ?)`,
      values: [sight.seller, sight.seller],
    };
  if ('customer' in sight)
    return {
      sql: `(${lines}.customer_id = ? and (${lines}.seller_id = ${lines}.customer_id or exists (select from deliveries seen
        where seen.order_number = ${lines}.order_number and seen.id = ${lines}.delivery and seen.unlocked_at is not null)))`,
      values: [sight.customer],
    };
  return { sql: 'everything' in sight ? 'true' : 'false', values: [] };
}

/** The same of the orders by which a customer is in lists: for a seller those that it sold and that go on. */
export function ordersThatList(sight: Sight, orders: string): { sql: string; values: string[] } {
  if (!('seller' in sight)) return ordersInSight(sight, orders);
  return { sql: `(${sellerOf(orders)} = ? and ${IS_ALIVE(orders)})`, values: [sight.seller] };
}

/**
 * A condition on the table of accounts, by the name it has in a statement: a caller's own and the customers that are in its
 * lists; all but the vendor's for who sees everything.
 */
export function accountsInSight(own: string, sight: Sight, accounts: string): { sql: string; values: string[] } {
  if ('everything' in sight) return { sql: `${accounts}.kind <> 'vendor'`, values: [] };
  const { sql, values } = ordersThatList(sight, 'o');
  return {
    sql: `(${accounts}.id = ? or exists (select from orders o where o.customer_id = ${accounts}.id and ${sql}))`,
    values: [own, ...values],
  };
}

/**
 * A condition on the table of accounts, by the name it has in a statement: a caller's own and all that have a part in an order
 * of its sight, ended ones too. Of all others not even the name is known.
 */
export function namedInSight(own: string, sight: Sight, accounts: string): { sql: string; values: string[] } {
  if ('everything' in sight) return { sql: 'true', values: [] };
  const seen = ordersInSight(sight, 'o');
  const parts = ['o.customer_id', sellerOf('o'), 'o.distributor_id'];
  const takesPart = parts.map((part) => `exists (select from orders o where ${part} = ${accounts}.id and ${seen.sql})`);
  return {
    sql: `(${[`${accounts}.id = ?`, ...takesPart].join(' or ')})`,
    values: [own, ...parts.flatMap(() => seen.values)],
  };
}
