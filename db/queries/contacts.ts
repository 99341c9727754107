import type { EntityManager } from '@mikro-orm/postgresql';
import { executePrepared } from './prepared.ts';
import { WITHOUT_WAITING_FOR_DISK } from './relaxed.ts';

/** A document that was sent, and the end of its shortest lease; instants in epoch milliseconds. */
export type SentDocument = { issuedAt: number; leaseUntil: number | null };

/**
 * Writes down that a server called, and which document it got; without one it keeps what it has. It does not wait for the
 * disk: what a crash loses the next check-in writes again.
 */
export async function recordCheckIn(
  em: EntityManager,
  server: string,
  atMs: number,
  nextAtMs: number,
  sent: SentDocument | null,
): Promise<void> {
  const leaseUntil = sent?.leaseUntil ?? null;
  await executePrepared(
    em,
    'record-check-in',
    `${WITHOUT_WAITING_FOR_DISK}
     insert into contacts (server, last_check_in_at, next_check_in_at, document_issued_at, document_lease_until)
     select $1, $2::timestamptz, $3::timestamptz, $4::timestamptz, $5::timestamptz from relaxed
     on conflict (server) do update set last_check_in_at = excluded.last_check_in_at,
       next_check_in_at = excluded.next_check_in_at,
       document_issued_at = coalesce(excluded.document_issued_at, contacts.document_issued_at),
       document_lease_until = case when excluded.document_issued_at is null
         then contacts.document_lease_until else excluded.document_lease_until end`,
    [
      server,
      new Date(atMs),
      new Date(nextAtMs),
      sent && new Date(sent.issuedAt),
      leaseUntil === null ? null : new Date(leaseUntil),
    ],
  );
}

/** Appends to the stream `contact/<server>`, which its row numbers. */
export async function appendContactEvent(
  em: EntityManager,
  server: string,
  event: { type: 'activation-refused'; at: number; data: Record<string, unknown> },
): Promise<void> {
  const at = new Date(event.at);
  await em.execute(
    `with counted as (
       insert into contacts (server, seq) values (?, 1)
       on conflict (server) do update set seq = contacts.seq + 1 returning seq)
     insert into journal (stream, seq, type, at, recorded_at, data)
     select 'contact/' || ?, seq, ?, ?, ?, ?::jsonb from counted`,
    [server, server, event.type, at, at, JSON.stringify(event.data)],
  );
}
