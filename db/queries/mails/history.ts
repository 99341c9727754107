import type { EntityManager } from '@mikro-orm/postgresql';
import type { MailRow } from '../../entities/telling/mail.ts';
import { allOf, where, type Condition } from '../conditions.ts';
import { inMs } from '../instants.ts';
import { mailState } from './reports.ts';

/** An e-mail that was made, with what became of it; instants are epoch milliseconds. */
export type HistoricalMail = Pick<MailRow, 'id' | 'recipient' | 'subject' | 'state'> & {
  orderNumber: string | null;
  delivery: string | null;
  edition: number;
  copy: number;
  reason: string | null;
  madeAt: number;
  sentAt: number | null;
  reportedAt: number | null;
  /** Its instant to the microsecond, by which a list goes on. */
  place: number;
};

/** Where a list of e-mails goes on: when the last one was made, in microseconds, and its id. */
export type MailPlace = Pick<HistoricalMail, 'place' | 'id'>;

/**
 * Of an order, those alone that told one who sold it where `told` says one, or to an account: those of deliveries that it sold,
 * and its digests.
 */
export type MailsOf = { order: string; told: string | null } | { account: string };

const TO_ACCOUNT = `(case when m.id like 'notices/%' then split_part(m.id, '/', 2) else m.account_id end)`;

/** The last made first, before a place. */
export function mailHistory(
  em: EntityManager,
  of: MailsOf,
  { limit, before }: { limit: number; before: MailPlace | null },
): Promise<HistoricalMail[]> {
  const listed = 'order' in of ? ofOrder(of) : { sql: `${TO_ACCOUNT} = ?`, values: [of.account] };
  return em.execute<HistoricalMail[]>(
    `select m.id, m.order_number as "orderNumber", m.delivery, m.edition, m.copy, m.recipient, m.subject,
       ${mailState('m')} as state, m.reason, ${inMs('m.created_at')} as "madeAt", ${inMs('m.sent_at')} as "sentAt",
       ${inMs('m.reported_at')} as "reportedAt", (extract(epoch from m.created_at) * 1000000)::float8 as place
     from mails m where ${listed.sql}
       and (m.created_at, m.id) < (coalesce(timestamptz 'epoch' + ?::float8 * interval '1 microsecond', 'infinity'), ?)
     order by m.created_at desc, m.id desc limit ?`,
    [...listed.values, before && before.place, before?.id ?? '', limit],
  );
}

function ofOrder({ order, told }: { order: string; told: string | null }): Condition {
  return allOf([{ sql: 'm.order_number = ?', values: [order] }, ...where(told ?? undefined, 'm.account_id = ?')]);
}
