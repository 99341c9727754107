import { INTENT_EVENTS, STREAMS_OF_ORDERS } from '../../../domain/journal.ts';
import { hasStanding } from '../accounts/standing.ts';
import { sellerOf } from '../seller-of.ts';

const inSql = (values: readonly string[]) => `('${values.join("', '")}')`;

const OF_ORDERS = inSql(STREAMS_OF_ORDERS);
const OF_SERVERS = inSql(['server', 'contact']);
const OF_ACCOUNTS = inSql(['account', 'digest']);

const INTENTS = inSql(INTENT_EVENTS);

const kindOf = (event: string) => `split_part(${event}.stream, '/', 1)`;
const nameIn = (event: string) => `split_part(${event}.stream, '/', 2)`;

/** In SQL, whose event it is, by the name of its row: the customer of its order or server as it is now, or the account itself. */
export function accountOf(event: string): string {
  return `case
    when ${kindOf(event)} in ${OF_ORDERS} then (select customer_id from orders where number = ${nameIn(event)})
    when ${kindOf(event)} in ${OF_SERVERS} then (select customer_id from servers where id = ${nameIn(event)})
    when ${kindOf(event)} in ${OF_ACCOUNTS} then ${nameIn(event)} end`;
}

/**
 * In SQL, a query of the ids, as `id`, of all accounts but the vendor's that may see an event at an instant, by the name of
 * its row, which has the columns of the journal: as the lists of orders, servers and accounts show it. `nowMs` is in epoch
 * milliseconds. An account can come more than once.
 */
export function readersOf(event: string, nowMs: string): string {
  return `${ofOrder(event)} union all ${ofServers(event, nowMs)} union all ${ofAccounts(event)} union all ${ofAdvisories(event)}`;
}

/** The parties that an order has now: who sees what is locked of it, and its customer. */
function ofOrder(event: string): string {
  const seesLocked = `(a.id = ${sellerOf('o')} or (a.kind = 'distributor' and a.id = o.distributor_id))`;
  return `select a.id from orders o join accounts a on a.id in (${sellerOf('o')}, o.distributor_id, o.customer_id)
    where ${kindOf(event)} in ${OF_ORDERS} and o.number = ${nameIn(event)} and a.kind <> 'vendor'
      and (${seesLocked} or (a.kind = 'customer' and ${kindOf(event)} = 'order' and ${event}.type not in ${INTENTS} and ${isUnlocked(event)}))
      and (a.kind <> 'customer' or not ${isBeforeItsCustomer(event)})`;
}

/** Whether it is about nothing of the order `o` that is locked, of which something is not. */
function isUnlocked(event: string): string {
  const delivery = 'd.order_number = o.number';
  const lockedLine = (
    line: string,
  ) => `exists (select from lines l join deliveries d on ${delivery} and d.id = l.delivery
    where l.order_number = o.number and l.id = ${line} and d.unlocked_at is null)`;
  const named = `coalesce(named->>'line', named->>'id', '')`;
  return `exists (select from deliveries d where ${delivery} and d.unlocked_at is not null)
    and not exists (select from deliveries d where ${delivery} and d.unlocked_at is null
      and (${event}.type like '%-refused' or d.id = ${event}.data->>'delivery'))
    and not ${lockedLine(`${event}.data->>'line'`)}
    and (not jsonb_path_exists(${event}.data, '$.lines[*]')
      or exists (select from jsonb_path_query(${event}.data, '$.lines[*]') named where not ${lockedLine(named)}))`;
}

/** Whether the customer of the order `o` became that only later. */
function isBeforeItsCustomer(event: string): string {
  return `exists (select from journal became where became.stream = 'order/' || o.number
    and became.type in ('parties-changed', 'amended')
    and became.data->>'customerId' <> became.data->'former'->>'customerId'
    and case when ${kindOf(event)} = 'order' then became.seq > ${event}.seq else became.recorded_at > ${event}.recorded_at end)`;
}

/** The customer of each server in whose life the event stands, and who has standing there. */
function ofServers(event: string, nowMs: string): string {
  const laterCause = `select from journal cause where cause.stream = ${event}.stream and cause.seq > ${event}.seq
    and cause.seq < taken.seq and cause.type in ('canceled', 'expired')`;
  return `select reader.id from (
      select ${nameIn(event)} as server where ${kindOf(event)} in ${OF_SERVERS}
      union all select ${event}.data->>'server' where ${event}.type = 'taken-back'
      union all select taken.data->>'server' from journal taken
        where ${event}.type in ('canceled', 'expired') and taken.stream = ${event}.stream and taken.seq > ${event}.seq
          and taken.type = 'taken-back' and taken.data->>'because' <> 'capacity' and not exists (${laterCause})) concerned
    join servers v on v.id = concerned.server
    cross join lateral (
      select v.customer_id as id
      union all select perhaps.seller from (
          select distinct ${sellerOf('o')} as seller from orders o where o.customer_id = v.customer_id) perhaps
        join accounts a on a.id = perhaps.seller and a.kind in ('reseller', 'distributor')
        where ${hasStanding({ seller: 'perhaps.seller', customer: 'v.customer_id', nowMs })}) reader`;
}

/** The account itself; those that an event made a party of an order, or no longer one; who declared an emergency for it. */
function ofAccounts(event: string): string {
  const [now, former] = [partiesIn(`${event}.data`), partiesIn(`${event}.data->'former'`)];
  return `select a.id from accounts a where ${kindOf(event)} in ${OF_ACCOUNTS} and a.id = ${nameIn(event)} and a.kind <> 'vendor'
    union all select ${event}.data->>'seller' where ${event}.type = 'emergency-declared' and ${event}.data->>'seller' is not null
    union all select party.id from unnest(${now} || ${former}) party (id)
      where ${event}.type = 'parties-changed' and (party.id = any(${now})) is distinct from (party.id = any(${former}))`;
}

/** Everybody: whose servers an advisory concerns may be others tomorrow. */
function ofAdvisories(event: string): string {
  return `select a.id from accounts a where ${kindOf(event)} = 'advisory' and a.kind <> 'vendor'`;
}

function partiesIn(data: string): string {
  return `array[${data}->>'customerId', ${data}->>'resellerId', ${data}->>'distributorId']`;
}
