import type { EntityManager } from '@mikro-orm/postgresql';
import type { EventType } from '../../domain/journal.ts';
import { VENDOR } from '../../domain/people/permissions.ts';
import { JournalEntity, type JournalRow } from '../entities/telling/journal.ts';
import { inMs, type Read } from './instants.ts';

/** An item of the journal; `data` is what the event says beside the rest. */
export type JournalItem = Omit<Read<JournalRow>, 'type'> & { type: EventType };

/**
 * Where a journal's reader goes on: how far it has read each stream. A place in time would not do, as what was recorded
 * first is not always written first: a stream waits for its worker while another goes on.
 */
export type JournalPosition = Record<string, number>;

/** The position of who has read these items, from a position on. */
export function positionAfter(items: readonly JournalItem[], before: JournalPosition): JournalPosition {
  return items.reduce((position, { stream, seq }) => ({ ...position, [stream]: seq }), before);
}

/** What a reader must not see: types of events, deliveries and lines, and with them every refusal. */
export type HiddenItems = {
  types: readonly string[];
  deliveries?: readonly string[];
  lines?: readonly string[];
  /** Of a stream all before a place; of the others what was recorded before that. */
  before?: { stream: string; seq: number; recordedAt: number } | null;
};

/** Items of some streams, and at `others`, places that a query answers; oldest first and each stream in its order, from a position on, without what is hidden. */
export async function readJournal(
  em: EntityManager,
  streams: string[],
  hidden: HiddenItems,
  limit: number,
  after: JournalPosition,
  others: { sql: string; values: unknown[] } | null = null,
): Promise<JournalItem[]> {
  const marks = (values: readonly unknown[]) => values.map(() => '?').join();
  const { types, deliveries = [], lines = [], before = null } = hidden;
  return em.execute<JournalItem[]>(
    `select stream, seq, type, ${inMs('at')} as at, ${inMs('recorded_at')} as "recordedAt", data from (
       select * from journal where stream in (${marks(streams)})
       ${others ? `union all select journal.* from journal join (${others.sql}) other using (stream, seq)` : ''}) journal
     where seq > coalesce((?::jsonb->>stream)::int, 0)
       ${before ? 'and case when stream = ? then seq >= ? else recorded_at >= ? end' : ''}
       ${types.length > 0 ? `and type not in (${marks(types)})` : ''}
       ${deliveries.length > 0 ? `and type not like '%-refused' and coalesce(data->>'delivery', '') not in (${marks(deliveries)})` : ''}
       ${lines.length > 0 ? `and coalesce(data->>'line', '') not in (${marks(lines)}) and ${namesOther(marks(lines))}` : ''}
     order by max(recorded_at) over (partition by stream order by seq), stream, seq limit ?`,
    [
      ...streams,
      ...(others?.values ?? []),
      JSON.stringify(after),
      ...(before ? [before.stream, before.seq, new Date(before.recordedAt)] : []),
      ...types,
      ...deliveries,
      ...[...lines, ...lines],
      limit,
    ],
  );
}

/** In SQL, the ids of all parties that an event about them names. */
const CHANGED_PARTIES = `array[data->>'customerId', data->>'resellerId', data->>'distributorId',
  data->'former'->>'customerId', data->'former'->>'resellerId', data->'former'->>'distributorId']`;

/** A condition: an item that names lines, as a renewal does, names one beside some. */
function namesOther(lines: string): string {
  return `(not jsonb_path_exists(data, '$.lines[*]') or exists (select from jsonb_path_query(data, '$.lines[*]') named
    where coalesce(named->>'line', named->>'id', '') not in (${lines})))`;
}

/** What stands at one place of a stream; null when nothing is written there yet. */
export async function readJournalItem(
  em: EntityManager,
  stream: string,
  seq: number,
): Promise<Omit<JournalItem, 'type'> | null> {
  const row = await em.findOne(JournalEntity, { stream, seq });
  return row && { ...row, at: row.at.getTime(), recordedAt: row.recordedAt.getTime() };
}

/** From where on the customer of an order reads its stream: from the event by which it became that; null where it was from the beginning. */
export async function customerSince(em: EntityManager, stream: string): Promise<HiddenItems['before']> {
  const [became] = await em.execute<NonNullable<HiddenItems['before']>[]>(
    `select stream, seq, ${inMs('recorded_at')} as "recordedAt" from journal
     where stream = ? and type in ('parties-changed', 'amended')
       and data->>'customerId' <> data->'former'->>'customerId' order by seq desc limit 1`,
    [stream],
  );
  return became ?? null;
}

/** In SQL, the places at which an account became a party of an order, or ceased to be one. An index has the condition. */
export function partiesChangedOf(account: string): { sql: string; values: unknown[] } {
  return {
    sql: `select stream, seq from journal where type = 'parties-changed' and ${CHANGED_PARTIES} @> array[?::text]
      and (? in (data->>'customerId', data->>'resellerId', data->>'distributorId')) is distinct from
        (? in (data->'former'->>'customerId', data->'former'->>'resellerId', data->'former'->>'distributorId'))`,
    values: [account, account, account],
  };
}

/** In SQL, the places at which a seller declared an emergency for a customer; the vendor has a part in all of them. An index has the condition. */
export function emergenciesOf(account: string): { sql: string; values: unknown[] } {
  return {
    sql: `select stream, seq from journal where type = 'emergency-declared' and (data->>'seller' = ? or ? = '${VENDOR}')`,
    values: [account, account],
  };
}

/**
 * In SQL, the places at which others tell a server what concerns it too: orders what it lost, where something was taken back
 * from it, and the cancellation or expiry that did so; the server that it stands by for, when it took over and no longer did.
 */
export function toldElsewhere(server: string): { sql: string; values: unknown[] } {
  const taken = `select stream, seq, data->>'because' as because from journal where type = 'taken-back' and data->>'server' = ?`;
  const before = `select seq from journal where stream = taken.stream and seq < taken.seq and type in ('canceled', 'expired')
    order by seq desc limit 1`;
  return {
    sql: `with taken as (${taken}) select stream, seq from taken
      union select taken.stream, cause.seq from taken cross join lateral (${before}) cause where taken.because <> 'capacity'
      union select stream, seq from journal
        where type in ('takeover-started', 'takeover-ended') and data->>'standby' = ?`,
    values: [server, server],
  };
}
