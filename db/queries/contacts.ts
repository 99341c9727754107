import type { EntityManager } from '@mikro-orm/postgresql';
import type { NumberChain } from '../../domain/server/check-in-number.ts';
import { executePrepared } from './prepared.ts';
import { WITHOUT_WAITING_FOR_DISK } from './relaxed.ts';

/** What is kept of a server's last contact. Instants in epoch milliseconds; a document's are those of the last one sent. */
export type Contact = {
  checkInAt: number;
  nextCheckInAt: number;
  documentIssuedAt: number;
  /** The end of its shortest lease; null when it has none. */
  documentLeaseUntil: number | null;
  numbers: NumberChain;
};

/** What is learnt when a server calls. */
export type ContactEvent = {
  type: 'activation-refused' | 'clone-suspected' | 'snapshot-suspected' | 'seen-again';
  data: Record<string, unknown>;
};

const COLUMNS =
  'server, version, last_check_in_at, next_check_in_at, document_issued_at, document_lease_until, numbers';
const VALUES = '$1, 1, $3::timestamptz, $4::timestamptz, $5::timestamptz, $6::timestamptz, $7::jsonb';

/** Nothing is written when the row is no longer the one that was read. */
const WHERE_UNCHANGED = `version = contacts.version + 1, last_check_in_at = excluded.last_check_in_at,
  next_check_in_at = excluded.next_check_in_at, document_issued_at = excluded.document_issued_at,
  document_lease_until = excluded.document_lease_until, numbers = excluded.numbers, silent_since = null
  where contacts.version = $2 returning contacts.seq`;

/** It does not wait for the disk: what a crash loses the next check-in writes again. */
const QUIETLY = `${WITHOUT_WAITING_FOR_DISK}
  insert into contacts (${COLUMNS}) select ${VALUES} from relaxed
  on conflict (server) do update set ${WHERE_UNCHANGED}`;

/** With events of the stream `contact/<server>`, which the row numbers. */
const WITH_EVENTS = `with written as (
    insert into contacts (${COLUMNS}, seq) values (${VALUES}, jsonb_array_length($8::jsonb))
    on conflict (server) do update set seq = contacts.seq + excluded.seq, ${WHERE_UNCHANGED})
  insert into journal (stream, seq, type, at, recorded_at, data)
  select 'contact/' || $1, written.seq - jsonb_array_length($8::jsonb) + event.place, event.value->>'type', $3, $3,
    event.value->'data'
  from written, jsonb_array_elements($8::jsonb) with ordinality event(value, place) returning seq`;

/**
 * Writes down that a server called, in one statement; `version` is that of the row the answer was made from, 0 for none.
 * Answers false, having changed nothing, when another call was written in between.
 */
export async function recordContact(
  em: EntityManager,
  server: string,
  version: number,
  contact: Contact,
  events: ContactEvent[],
): Promise<boolean> {
  const { checkInAt, nextCheckInAt, documentIssuedAt, documentLeaseUntil: leaseUntil, numbers } = contact;
  const values = [
    ...[server, version, new Date(checkInAt), new Date(nextCheckInAt), new Date(documentIssuedAt)],
    ...[leaseUntil === null ? null : new Date(leaseUntil), JSON.stringify(numbers)],
  ];
  const written =
    events.length === 0
      ? await executePrepared(em, 'record-contact', QUIETLY, values)
      : await executePrepared(em, 'record-contact-events', WITH_EVENTS, [...values, JSON.stringify(events)]);
  return written.length > 0;
}

/** Appends to the stream `contact/<server>`, which its row numbers. */
export async function appendContactEvent(
  em: EntityManager,
  server: string,
  atMs: number,
  { type, data }: ContactEvent,
): Promise<void> {
  const at = new Date(atMs);
  await em.execute(
    `with counted as (
       insert into contacts (server, seq) values (?, 1)
       on conflict (server) do update set seq = contacts.seq + 1 returning seq)
     insert into journal (stream, seq, type, at, recorded_at, data)
     select 'contact/' || ?, seq, ?, ?, ?, ?::jsonb from counted`,
    [server, server, type, at, at, JSON.stringify(data)],
  );
}
