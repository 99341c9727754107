import type { EntityManager } from '@mikro-orm/postgresql';
import { STREAMS_OF_ORDERS } from '../../../domain/journal.ts';
import { VENDOR } from '../../../domain/people/permissions.ts';
import { allOf, where, type Condition } from '../conditions.ts';
import { inMs } from '../instants.ts';
import { toldElsewhere, type JournalItem } from '../read-journal.ts';
import type { FeedPosition } from './epochs.ts';
import { eventId } from './event-id.ts';
import { readersOf } from './readers.ts';

/** An event with its id, its place in the feed, and whose it is: the customer of its order or server, or the account that it is about. */
export type FeedItem = JournalItem & { id: string; position: number; account: string | null };

/** Who reads, by the id of the account, the vendor's or another, and when: what it may see depends on the clock (epoch milliseconds). */
export type FeedReader = { account: string; nowMs: number };

/** What is read of the feed, behind a position and up to another; what is absent does not count. */
export type FeedAsked = {
  after: number;
  upTo?: number;
  types?: readonly string[] | undefined;
  account?: string | undefined;
  order?: string | undefined;
  server?: string | undefined;
  limit: number;
};

/** What was read; `isAll` where nothing else is there at this moment, so that one has to wait for more. */
export type FeedPage = FeedPosition & { items: FeedItem[]; isAll: boolean };

/**
 * So many of the places that a reader was told of are looked at in one statement: among many of which it sees nothing any
 * more, or that it does not ask for, it would take as long as there are.
 */
export const PLACES_AT_ONCE = 2_000;

/** In SQL, the next places that a reader was told of. */
const TOLD = `select position from feed_of join asking on account_id = asking.reader
  where position > ? order by position limit ${PLACES_AT_ONCE}`;

/**
 * What a reader was told when it was numbered and may see now, in the sequence of the feed; `position` is where to go on:
 * behind the last one of a full page, else behind all that was looked at.
 */
export async function readFeed(
  em: EntityManager,
  { account: reader, nowMs }: FeedReader,
  { after, upTo, types, account, order, server, limit }: FeedAsked,
): Promise<FeedPage> {
  const isVendor = reader === VENDOR;
  // What an order or a server has is little, and found by its streams.
  const isBounded = !isVendor && order === undefined && server === undefined;
  const seen = readersOf('j', 'asking.now_ms');
  const { sql, values } = allOf([
    { sql: 'f.position > ?', values: [after] },
    ...where(upTo, 'f.position <= ?'),
    ...where(types, 'f.type = any(?::text[])', (some) => `{${some.join()}}`),
    ...where(account, 'f.account_id = ?'),
    ...(order === undefined ? [] : [ofOrder(order)]),
    ...(server === undefined ? [] : [ofServer(server)]),
    ...(isVendor ? [] : [{ sql: `exists (select from (${seen}) reader where reader.id = asking.reader)`, values: [] }]),
  ]);
  const own = 'join feed_of own on own.account_id = asking.reader and own.position = f.position';
  const places = isBounded ? 'told join feed f using (position)' : `feed f ${isVendor ? '' : own}`;
  const [read] = await em.execute<
    [{ epoch: number; end: number; bound: number | null; items: Omit<FeedItem, 'id'>[] }]
  >(
    `with asking (reader, now_ms) as (values (?::text, ?::bigint))
       ${isBounded ? `, told as materialized (${TOLD})` : ''}
     select c.epoch::float8 as epoch, c.position::float8 as end,
       ${isBounded ? `(select max(position)::float8 from told having count(*) = ${PLACES_AT_ONCE})` : 'null'} as bound,
       coalesce((select jsonb_agg(item order by item.position) from (
         select f.position, f.stream, f.seq, f.type, ${inMs('j.at')} as at, ${inMs('j.recorded_at')} as "recordedAt", j.data,
           f.account_id as account
         from asking cross join ${places} join journal j on j.stream = f.stream and j.seq = f.seq
         where ${sql} order by f.position limit ?) item), '[]') as items
     from feed_counter c`,
    [reader, nowMs, ...(isBounded ? [after] : []), ...values, limit],
  );
  const { epoch, end, bound } = read;
  const items = read.items.map((item) => ({ ...item, id: eventId(item.stream, item.seq) }));
  if (items.length === limit) return { epoch, items, position: items.at(-1)!.position, isAll: false };
  return { epoch, items, position: bound ?? Math.max(end, after), isAll: bound === null };
}

const BESIDE_ORDERS = STREAMS_OF_ORDERS.filter((kind) => kind !== 'order');

/** What stands in the life of an order, of its unlock links and e-mails. */
function ofOrder(order: string): Condition {
  return {
    sql: `f.stream in (select 'order/' || ?::text union all select kind || '/' || d.order_number || '/' || d.id
      from deliveries d, unnest(?::text[]) kind where d.order_number = ?)`,
    values: [order, `{${BESIDE_ORDERS.join()}}`, order],
  };
}

/** What stands in the life of a server. */
function ofServer(server: string): Condition {
  const taken = toldElsewhere(server);
  return {
    sql: `f.position in (select position from feed where stream in (?, ?)
      union all select position from feed join (${taken.sql}) taken_from using (stream, seq))`,
    values: [`server/${server}`, `contact/${server}`, ...taken.values],
  };
}

/** Which of some accounts were told anything behind a position, up to another. */
export async function readersBetween(
  em: EntityManager,
  accounts: readonly string[],
  after: number,
  upTo: number,
): Promise<string[]> {
  if (accounts.length === 0) return [];
  const rows = await em.execute<{ account: string }[]>(
    `select account from unnest(?::text[]) account where exists (
       select from feed_of where account_id = account and position > ? and position <= ?)`,
    [`{${accounts.map((account) => `"${account}"`).join()}}`, after, upTo],
  );
  return rows.map(({ account }) => account);
}
