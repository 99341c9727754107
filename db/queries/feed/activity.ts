import type { EntityManager } from '@mikro-orm/postgresql';
import { ACTIVITY_KINDS, type ActivityKind } from '../../../domain/journal.ts';
import { VENDOR } from '../../../domain/people/permissions.ts';
import { allOf, where } from '../conditions.ts';
import { inMs } from '../instants.ts';
import { eventId } from './event-id.ts';
import { PLACES_AT_ONCE, type FeedItem, type FeedReader } from './read.ts';
import { readersOf } from './readers.ts';

/** What of the activity is asked for; instants in epoch milliseconds, the first included, the last not. */
export type ActivityAsked = {
  kind?: ActivityKind | undefined;
  /** Of this customer's orders and servers, or of this account. */
  account?: string | undefined;
  /** Who had it happen, as events say it. */
  by?: string | undefined;
  types?: readonly string[] | undefined;
  since?: number | undefined;
  until?: number | undefined;
  /** Before this place of the feed; from its end where there is none. */
  before: number | null;
  limit: number;
};

/** What was read, the newest first, and where to go on; null where nothing older is there. */
export type ActivityPage = { items: FeedItem[]; before: number | null };

/** So much later than it happened an event may have been written down and still be found by its day. */
const WRITTEN_WITHIN = `interval '1 day'`;

/** In SQL, the place in the feed of the first event that was recorded from an instant on; null where none was. */
const PLACE_OF = `(select f.position from journal j join feed f on f.stream = j.stream and f.seq = j.seq
  where j.recorded_at >= ?::timestamptz + ${WRITTEN_WITHIN} order by j.recorded_at, j.stream, j.seq limit 1)`;

/**
 * What a reader was told and may see now, the newest first, as the feed has it. So many places are looked at in one
 * statement, whatever is asked for: a page may hold less than its limit, nothing too, and still say where to go on.
 */
export async function readActivity(
  em: EntityManager,
  { account: reader, nowMs }: FeedReader,
  { kind, account, by, types, since, until, before, limit }: ActivityAsked,
): Promise<ActivityPage> {
  const isVendor = reader === VENDOR;
  const ofAccount = account !== undefined;
  const own = 'exists (select from feed_of own where own.account_id = asking.reader and own.position = f.position)';
  const places = isVendor || ofAccount ? 'feed f' : 'feed_of f';
  const looked = allOf([
    { sql: 'true', values: [] },
    ...where(before ?? undefined, 'f.position < ?'),
    ...(until === undefined
      ? []
      : [{ sql: `f.position < coalesce(${PLACE_OF}, 9223372036854775807)`, values: [new Date(until)] }]),
    ...where(account, 'f.account_id = ?'),
    ...(places === 'feed_of f' ? [{ sql: 'f.account_id = asking.reader', values: [] }] : []),
    ...(ofAccount && !isVendor ? [{ sql: own, values: [] }] : []),
  ]);
  const { sql, values } = allOf([
    { sql: 'true', values: [] },
    ...where(kind, `split_part(f.stream, '/', 1) = any(?::text[])`, (one) => `{${ACTIVITY_KINDS[one].join()}}`),
    ...where(types, 'f.type = any(?::text[])', (some) => `{${some.join()}}`),
    ...where(by, `j.data->>'by' = ?`),
    ...where(since, 'j.at >= ?', (ms) => new Date(ms)),
    ...where(until, 'j.at < ?', (ms) => new Date(ms)),
    ...(isVendor
      ? []
      : [
          {
            sql: `exists (select from (${readersOf('j', 'asking.now_ms')}) reader where reader.id = asking.reader)`,
            values: [],
          },
        ]),
  ]);
  const [read] = await em.execute<[{ last: number | null; oldest: number | null; items: Omit<FeedItem, 'id'>[] }]>(
    `with asking (reader, now_ms) as (values (?::text, ?::bigint)),
       looked as materialized (
         select f.position from asking cross join ${places} where ${looked.sql} order by f.position desc limit ${PLACES_AT_ONCE})
     select (select min(position)::float8 from looked having count(*) = ${PLACES_AT_ONCE}) as last,
       (select ${inMs('min(j.recorded_at)')} from journal j join feed f on f.stream = j.stream and f.seq = j.seq
         where f.position = (select min(position) from looked)) as oldest,
       coalesce((select jsonb_agg(item order by item.position desc) from (
         select f.position, f.stream, f.seq, f.type, ${inMs('j.at')} as at, ${inMs('j.recorded_at')} as "recordedAt", j.data,
           f.account_id as account
         from asking cross join looked join feed f using (position) join journal j on j.stream = f.stream and j.seq = f.seq
         where ${sql} order by f.position desc limit ?) item), '[]') as items`,
    [reader, nowMs, ...looked.values, ...values, limit],
  );
  const items = read.items.map((item) => ({ ...item, id: eventId(item.stream, item.seq) }));
  if (items.length === limit) return { items, before: items.at(-1)!.position };
  const isPast = since !== undefined && read.oldest !== null && read.oldest < since;
  return { items, before: isPast ? null : read.last };
}
