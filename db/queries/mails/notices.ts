import type { EntityManager } from '@mikro-orm/postgresql';
import type { NoticeOutcome, NoticePlace, NoticeTruth } from '../../../domain/notices.ts';
import type { NoticeTold } from '../../../domain/order/notices.ts';
import { plannedEnd } from '../accounts/standing.ts';
import type { Account } from '../../entities/people/account.ts';
import type { LineRow } from '../../entities/orders/line.ts';
import { NoticeEntity } from '../../entities/telling/notice.ts';
import { sellerOf } from '../seller-of.ts';

/** PostgreSQL takes 65,535 values in a statement. */
const ROWS_AT_A_TIME = 1_000;

/** What a digest says of a line, and what decides whether it does. */
export type NoticedLine = NoticePlace &
  NoticeTruth & { customer: { id: string; name: string } } & Pick<
    LineRow,
    'application' | 'license' | 'capacity' | 'planned'
  >;

/** Takes the account of a digest for itself until the transaction ends; null when there is none. */
export async function lockAccount(tx: EntityManager, id: string): Promise<Account | null> {
  const [row] = await tx.execute<Account[]>(
    `select id, kind, name, email, time_zone as "timeZone", locale, notices, notice_days as "noticeDays" from accounts where id = ? for update`,
    [id],
  );
  return row ?? null;
}

/** Those of the notices that were dealt with in a digest, told or not. */
export async function settledNotices(em: EntityManager, notices: readonly NoticePlace[]): Promise<NoticePlace[]> {
  return em.execute<NoticePlace[]>(
    `select n.order_number as "order", n.seq from notices n
     join jsonb_to_recordset(?::jsonb) as asked ("order" text, seq int) on asked."order" = n.order_number and asked.seq = n.seq`,
    [places(notices)],
  );
}

/** The lines of the notices as the projection has them now, one for each notice whose line is known and not canceled before its end. */
export async function noticedLines(em: EntityManager, notices: readonly NoticeTold[]): Promise<NoticedLine[]> {
  return em.execute<NoticedLine[]>(
    `select asked."order", asked.seq, o.status, o.time_zone as "timeZone", l.ends_on as "termEndsOn",
       l.care->>'endsOn' as "careEndsOn", l.application, l.license, l.capacity, l.planned, ${sellerOf('o')} as seller,
       (l.canceled_at is not null or exists (select from jsonb_array_elements(l.planned) plan
         where plan->>'type' = 'cancellation' and plan->>'on' <= coalesce(l.ends_on, l.care->>'endsOn'))) as "isCanceled",
       coalesce(l.intent->>'intent' = 'end', false) as "isToEnd", json_build_object('id', o.customer_id, 'name', coalesce(c.name, o.customer_id)) as customer
     from jsonb_to_recordset(?::jsonb) as asked ("order" text, seq int, line text)
     join orders o on o.number = asked."order"
     join lines l on l.order_number = o.number and l.id = asked.line and l.canceled_at is null
       and not coalesce(${plannedEnd('l')} <= (l.terms->>(case when l.ends_on is null then 'careUntil' else 'until' end))::bigint, false)
     left join accounts c on c.id = o.customer_id`,
    [places(notices)],
  );
}

/** Keeps for good what became of notices. */
export async function settleNotices(
  tx: EntityManager,
  digestOn: string,
  judged: readonly { notice: NoticeTold; outcome: NoticeOutcome }[],
): Promise<void> {
  const rows = judged.map(({ notice: { order, account, at: _at, noticeDays: _days, ...notice }, outcome }) => ({
    ...notice,
    orderNumber: order,
    accountId: account,
    digestOn,
    outcome,
  }));
  for (let done = 0; done < rows.length; done += ROWS_AT_A_TIME)
    await tx.insertMany(NoticeEntity, rows.slice(done, done + ROWS_AT_A_TIME));
}

function places(notices: readonly (NoticePlace & { line?: string })[]): string {
  return JSON.stringify(notices.map(({ order, seq, line }) => ({ order, seq, line })));
}
