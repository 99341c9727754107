import type { EntityManager } from '@mikro-orm/postgresql';
import type { LicensedShare } from '../../../domain/catalogue/entitlements.ts';
import type { PlannedOfLine } from '../../../domain/order/facts.ts';
import type { ClaimedTestUnits } from '../../../domain/server/test-units.ts';
import type { OfflineDocument } from '../../../domain/server/server.ts';
import type { ContactRow } from '../../entities/people/contact.ts';
import { ServerEntity, type ServerRow } from '../../entities/servers/server.ts';
import { inMs, type Read } from '../instants.ts';
import { executePrepared } from '../prepared.ts';
import { IS_TESTING } from './test-units.ts';

/** What is kept of the last contact, where there was one; `numbers` is what the next call's number is judged by. */
type LastContact = Read<
  Pick<
    ContactRow,
    | 'takenOverBy'
    | 'lastCheckInAt'
    | 'nextCheckInAt'
    | 'documentIssuedAt'
    | 'documentLeaseUntil'
    | 'numbers'
    | 'silentSince'
    | 'said'
    | 'advised'
  >
>;

/** A share with the time zone in which its order's days are counted. */
export type RecordedShare = LicensedShare & { timeZone: string; planned?: PlannedOfLine[] };

/** A server as the projection has it, with what it may use and when it last called. */
export type ServerRecord = Read<
  Pick<
    ServerRow,
    | 'id'
    | 'seq'
    | 'customerId'
    | 'name'
    | 'role'
    | 'state'
    | 'mode'
    | 'registeredAt'
    | 'silentDays'
    | 'activatedAt'
    | 'version'
    | 'hostname'
    | 'publicKey'
    | 'formerKeys'
    | 'standbyFor'
  >
> &
  LastContact & {
    /** That of the contact's row; 0 where there is none. */
    contactVersion: number;
    /** Whether it runs what another server was to run, or may do so though it was released. */
    hasTakenOver: boolean;
    shares: RecordedShare[];
    /** What it has of what is free for tests. */
    testUnits: ClaimedTestUnits[];
  };

const ms = (column: string, name: string) => `${inMs(column)} as "${name}"`;

/**
 * In SQL, whether an order `o`, found by what a server took of it, is of this customer. No index answers it: with one PostgreSQL
 * would begin with all orders of the customer where most customers have few, which for one with thousands takes a hundred
 * times as long.
 */
export const ofCustomer = (customer: string) => `o.customer_id || '' = ${customer}`;

/** What an order of the server's customer gives and what the server's last change took, whichever is less: the one join of the two. */
const SHARES = `coalesce((select json_agg(share) from (
    select o.number as "order", l.id as line, o.status as "orderStatus", o.time_zone as "timeZone",
      l.application, l.license, least(s.capacity, a.capacity) as capacity,
      l.starts_on as "startsOn", l.ends_on as "endsOn", l.care, l.terms, l.planned, ${inMs('l.canceled_at')} as "canceledAt",
      l.lease_days as "leaseDays"
    from shares s
    join assignments a on a.order_number = s.order_number and a.line = s.line and a.server = s.server
    join lines l on l.order_number = s.order_number and l.id = s.line
    join orders o on o.number = s.order_number and ${ofCustomer('v.customer_id')}
    where s.server = v.id order by s.order_number, s.line) share), '[]')`;

/** What a server uses of what is free for tests and has the claim of: of two that were told so it is one alone. */
const TEST_UNITS = `coalesce((select json_agg(json_build_object('application', t.application, 'since', ${inMs('t.claimed_at')})
    order by t.application)
  from test_units t where t.server = v.id and ${IS_TESTING}), '[]')`;

/** In SQL, whether a standby may run what another server was to run. */
const HAS_TAKEN_OVER = `exists (select from takeovers t where t.standby = v.id and (t.ended_at is null or t.ended_at > now()))`;

/** A server `v` with its contact `c`; `more` is what a list says beside. */
export const RECORD = (
  more?: string,
) => `select ${more ? `${more}, ` : ''}v.id, v.seq, v.customer_id as "customerId", v.name, v.role, v.state, v.mode, v.version, v.hostname, v.silent_days as "silentDays",
  ${ms('v.registered_at', 'registeredAt')}, ${ms('v.activated_at', 'activatedAt')},
  v.public_key as "publicKey", v.former_keys as "formerKeys", v.standby_for as "standbyFor",
  c.taken_over_by as "takenOverBy",
  ${ms('c.last_check_in_at', 'lastCheckInAt')}, ${ms('c.next_check_in_at', 'nextCheckInAt')},
  ${ms('c.document_issued_at', 'documentIssuedAt')}, ${ms('c.document_lease_until', 'documentLeaseUntil')},
  ${ms('c.silent_since', 'silentSince')}, c.numbers, c.said, c.advised, coalesce(c.version, 0) as "contactVersion",
  ${HAS_TAKEN_OVER} as "hasTakenOver", ${SHARES} as shares, ${TEST_UNITS} as "testUnits"
  from servers v left join contacts c on c.server = v.id`;

/**
 * Of `any($1)` PostgreSQL sees how few there are, takes the plan for any number of them for the dearer one, and plans this join
 * anew each time, which takes several times as long as carrying it out.
 */
const AMONG_IDS = 'v.id = any(array(select unnest($1::text[])))';

/** One server, retired or not; null when none is projected. */
export async function readServer(em: EntityManager, id: string): Promise<ServerRecord | null> {
  const [record] = await readServers(em, [id]);
  return record!;
}

/** Servers, retired or not, in the order of their ids; null where none is projected. Every check-in asks this. */
export async function readServers(em: EntityManager, ids: string[]): Promise<(ServerRecord | null)[]> {
  const records = await executePrepared<ServerRecord>(em, 'read-servers', `${RECORD()} where ${AMONG_IDS}`, [ids]);
  const byId = new Map(records.map((record) => [record.id, record]));
  return ids.map((id) => byId.get(id) ?? null);
}

/** The documents that a server without a network was given and has not returned, the newest last. */
export async function readOfflineDocuments(em: EntityManager, id: string): Promise<OfflineDocument[]> {
  const row = await em.findOne(ServerEntity, { id }, { fields: ['offline'], refresh: true });
  return row?.offline ?? [];
}

/** What a server holds of a line, in units, and by what its order's rules judge whether it counts. */
export type HeldShare = Pick<
  RecordedShare,
  'application' | 'license' | 'capacity' | 'orderStatus' | 'timeZone' | 'care' | 'terms' | 'planned' | 'canceledAt'
>;

/**
 * What a server holds whose own word is newer than its projection: of a line that it changed since, what it says; of
 * others the lesser of what both say, as ever.
 */
export function heldShares(
  em: EntityManager,
  { id: server, customerId }: { id: string; customerId: string },
  shares: readonly { order: string; line: string; capacity: number }[],
): Promise<HeldShare[]> {
  return em.execute<HeldShare[]>(
    `select l.application, l.license, o.status as "orderStatus", o.time_zone as "timeZone", l.care, l.terms, l.planned, ${inMs('l.canceled_at')} as "canceledAt",
       case when s.capacity = held.capacity then least(held.capacity, coalesce(a.capacity, 0)) else held.capacity end as capacity
     from jsonb_to_recordset(?::jsonb) held ("order" text, line text, capacity int)
     join orders o on o.number = held."order" and ${ofCustomer('?')}
     join lines l on l.order_number = held."order" and l.id = held.line
     left join shares s on s.order_number = held."order" and s.line = held.line and s.server = ?
     left join assignments a on a.order_number = held."order" and a.line = held.line and a.server = ?`,
    [JSON.stringify(shares), customerId, server, server],
  );
}

const IS_OVER = `exists (select from orders where number = ? and status in ('canceled', 'ended'))`;

/** Where a list of servers goes on. */
export type ServerPosition = { registeredAt: number; id: string };

/** Servers of a customer that are not retired, first registered first, from a position on. */
export function listServers(
  em: EntityManager,
  customerId: string,
  limit: number,
  after: ServerPosition | null,
): Promise<ServerRecord[]> {
  return em.execute<ServerRecord[]>(
    `${RECORD()} where v.customer_id = ? and v.state <> 'retired'
       ${after ? 'and (v.registered_at, v.id) > (?, ?)' : ''}
     order by v.registered_at, v.id limit ?`,
    [customerId, ...(after ? [new Date(after.registeredAt), after.id] : []), limit],
  );
}

/**
 * Whether the projection has a server's stream up to `seq`, and its orders have heard every message told. Orders that are
 * over hear nothing any more, and nobody waits for them.
 */
export async function hasServerReached(
  em: EntityManager,
  server: string,
  seq: number,
  told: { order: string; number: number }[],
): Promise<boolean> {
  const [row] = await em.execute<{ reached: boolean }[]>(
    `select exists (select from servers where id = ? and seq >= ?)
       ${told.map(() => `and (exists (select from heard_servers where server = ? and order_number = ? and number >= ?) or ${IS_OVER})`).join(' ')}
       as reached`,
    [server, seq, ...told.flatMap(({ order, number }) => [server, order, number, order])],
  );
  return row!.reached;
}
