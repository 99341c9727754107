import type { EntityManager } from '@mikro-orm/postgresql';
import type { Advised } from '../../../domain/advisories/telling.ts';
import type { CallEvent } from '../../../domain/journal.ts';
import type { NumberChain } from '../../../domain/server/check-in-number.ts';
import type { Said, Used } from '../../../domain/server/saying.ts';
import { ContactEntity } from '../../entities/people/contact.ts';
import { executePrepared } from '../prepared.ts';
import { journaled } from '../publishing/journal.ts';
import { WITHOUT_WAITING_FOR_DISK } from '../relaxed.ts';

/** What is kept of a server's last contact. Instants in epoch milliseconds; a document's are those of the last one sent. */
export type Contact = {
  server: string;
  /** That of the row from which the answer was made; 0 where there was none. */
  version: number;
  checkInAt: number;
  nextCheckInAt: number;
  documentIssuedAt: number;
  /** The end of its shortest lease; null when it has none. */
  documentLeaseUntil: number | null;
  numbers: NumberChain;
  said: Said | null;
  nearlyUsed: Used | null;
  advised: Advised | null;
};

/** What is learnt when a server calls. */
export type ContactEvent = {
  type: CallEvent;
  data: Record<string, unknown>;
};

const COLUMNS = `server, version, last_check_in_at, next_check_in_at, document_issued_at, document_lease_until, numbers,
  said, nearly_used, nearly_used_since, advised`;
const at = (field: string) => `to_timestamp(c."${field}" / 1000)`;
const VALUES = `c.server, c.version + 1, ${at('checkInAt')}, ${at('nextCheckInAt')}, ${at('documentIssuedAt')},
  ${at('documentLeaseUntil')}, c.numbers, c.said, c."nearlyUsed",
  case when c."nearlyUsed" is not null then ${at('checkInAt')} end, c.advised`;
const GIVEN = `json_to_recordset($1::json) c(server text, version int, "checkInAt" float8, "nextCheckInAt" float8,
  "documentIssuedAt" float8, "documentLeaseUntil" float8, numbers jsonb, said jsonb, "nearlyUsed" jsonb, advised jsonb)`;

/** Nothing is written where the row is no longer the one that was read. */
const UPDATE = `version = excluded.version, last_check_in_at = excluded.last_check_in_at,
  next_check_in_at = excluded.next_check_in_at, document_issued_at = excluded.document_issued_at,
  document_lease_until = excluded.document_lease_until, numbers = excluded.numbers, silent_since = null,
  said = excluded.said, nearly_used = excluded.nearly_used, advised = excluded.advised,
  nearly_used_since = case when contacts.nearly_used is null then excluded.nearly_used_since
    when excluded.nearly_used is not null then contacts.nearly_used_since end
  where contacts.version = excluded.version - 1`;

/** It does not wait for the disk: what a crash loses the next check-in writes again. In order, so that no two deadlock. */
const QUIETLY = `${WITHOUT_WAITING_FOR_DISK}
  insert into contacts (${COLUMNS}) select ${VALUES} from relaxed, ${GIVEN} order by c.server
  on conflict (server) do update set ${UPDATE} returning server`;

/** With events of the stream `contact/<server>`, which the row numbers. */
const WITH_EVENTS = `with written as (
    insert into contacts (${COLUMNS}, seq) select ${VALUES}, json_array_length($2::json) from ${GIVEN}
    on conflict (server) do update set seq = contacts.seq + excluded.seq, ${UPDATE}
    returning server, seq, last_check_in_at as at),
  ${journaled(`select 'contact/' || written.server, written.seq - json_array_length($2::json) + event.place,
    event.value->>'type', written.at, written.at, (event.value->'data')::jsonb
  from written, json_array_elements($2::json) with ordinality event(value, place)`)} select seq from journaled`;

/** What is told of the last call is what the row held when it was marked. */
const SILENT = journaled(`
  select 'contact/' || server, seq, 'silent', at, at, jsonb_build_object('lastCheckInAt',
    to_char(last_check_in_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
  from marked`);

/**
 * Writes down that servers called, each at most once, in one statement. Answers for each whether it was: not when another
 * call of it was written in between, and then nothing of it has changed.
 */
export async function recordContacts(em: EntityManager, contacts: Contact[]): Promise<boolean[]> {
  const written = await executePrepared<{ server: string }>(em, 'record-contacts', QUIETLY, [JSON.stringify(contacts)]);
  const servers = new Set(written.map(({ server }) => server));
  return contacts.map(({ server }) => servers.has(server));
}

/** The same for one server of which something was learnt by its call, at that instant. */
export async function recordContactWith(em: EntityManager, contact: Contact, events: ContactEvent[]): Promise<boolean> {
  const values = [JSON.stringify([contact]), JSON.stringify(events)];
  const written = await executePrepared(em, 'record-contact-with-events', WITH_EVENTS, values);
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
       on conflict (server) do update set seq = contacts.seq + 1 returning server, seq),
     ${journaled(`select 'contact/' || server, seq, ?, ?::timestamptz, ?::timestamptz, ?::jsonb from counted`)} select`,
    [server, type, at, at, JSON.stringify(data)],
  );
}

/**
 * Journals `silent` when nothing was heard of a server since an instant, unless it is called silent already, and answers
 * when it last called; null when it never did. The next check-in journals `seen-again`. Instants in epoch milliseconds.
 */
export async function noteSilence(
  em: EntityManager,
  server: string,
  { heardOfSince, atMs }: { heardOfSince: number; atMs: number },
): Promise<number | null> {
  const at = new Date(atMs);
  await em.execute(
    `with marked as (
       insert into contacts (server, seq, version, silent_since) values (?, 1, 1, ?)
       on conflict (server) do update
         set seq = contacts.seq + 1, version = contacts.version + 1, silent_since = excluded.silent_since
         where contacts.silent_since is null and (contacts.last_check_in_at is null or contacts.last_check_in_at <= ?)
       returning server, seq, silent_since as at, last_check_in_at),
     ${SILENT} select`,
    [server, at, new Date(heardOfSince)],
  );
  const contact = await em.findOne(ContactEntity, { server }, { fields: ['lastCheckInAt'], refresh: true });
  return contact?.lastCheckInAt?.getTime() ?? null;
}
