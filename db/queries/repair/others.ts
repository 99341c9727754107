import type { EntityManager } from '@mikro-orm/postgresql';
import { FINAL_BATCH_STATES, type BatchKind, type BatchState } from '../../../domain/batches.ts';
import { settleMail } from '../mails/mails.ts';
import { sellerOf } from '../seller-of.ts';
import { insertLostMail, LOST_BY_RESTORE, type LostMail } from './orders.ts';

/** Of e-mails, those that have no row while their delivery has, with whom they told and when it was delivered (epoch milliseconds). */
export type UnstoredMail = LostMail & { account: string; email: string; deliveredAt: number };

/** The order and the delivery, then the edition or the copy. */
const MAIL_ID = /^mail\/(.+)\/(\d+)(?:\/(?:e(\d+)|(\d+)))?$/;

/** Reads them, by the ids of e-mails of deliveries; a copy is of the edition that its delivery has. */
export function unstoredMails(em: EntityManager, ids: readonly string[]): Promise<UnstoredMail[]> {
  const named = ids.flatMap((id) => {
    const [, order, delivery, edition, copy] = MAIL_ID.exec(id) ?? [];
    return order ? [{ id, order, delivery, edition: copy ? null : (edition ?? '1'), copy: copy ?? '1' }] : [];
  });
  return em.execute<UnstoredMail[]>(
    `select asked.id, asked.order, asked.delivery, asked.copy, coalesce(asked.edition, d.edition) as edition,
       ${sellerOf('o')} as account, coalesce(a.email, '') as email,
       (extract(epoch from d.delivered_at) * 1000)::float8 as "deliveredAt"
     from jsonb_to_recordset(cast(? as jsonb)) as asked (id text, "order" text, delivery text, edition int, copy int)
     join deliveries d on d.order_number = asked.order and d.id = asked.delivery
     join orders o on o.number = d.order_number left join accounts a on a.id = ${sellerOf('o')}
     where not exists (select from mails m where m.id = asked.id) order by asked.id`,
    [JSON.stringify(named)],
  );
}

/** Notes one of them as lost. */
export async function noteLostMail(em: EntityManager, mail: UnstoredMail): Promise<void> {
  await em.transactional((tx) => insertLostMail(tx, mail, mail, mail.deliveredAt));
}

/** E-mails that are still to be sent, and when they were made, in epoch milliseconds. */
export function dueMails(
  em: EntityManager,
): Promise<
  (Pick<LostMail, 'id' | 'edition' | 'copy'> & { order: string | null; delivery: string | null; madeAt: number })[]
> {
  return em.execute(
    `select id, order_number as "order", delivery, edition, copy, (extract(epoch from created_at) * 1000)::float8 as "madeAt"
     from mails where state = 'due' order by id`,
  );
}

/** Notes an e-mail that was due before the database was restored as unknown: it may have been sent since. */
export async function noteUncertain(em: EntityManager, id: string, at: Date): Promise<void> {
  await em.transactional(async (tx) => {
    await tx.execute(`update mails set uncertain_since = coalesce(uncertain_since, ?) where id = ? and state = 'due'`, [
      at,
      id,
    ]);
    await settleMail(tx, id, { state: 'unknown', reason: LOST_BY_RESTORE }, at);
  });
}

/** Copies of e-mails that somebody asked for and that have no row. */
export function askedCopies(em: EntityManager): Promise<Omit<LostMail, 'edition'>[]> {
  return em.execute(
    `select j.stream || '/' || (j.data->>'copy') as id, split_part(j.stream, '/', 2) as "order", j.data->>'delivery' as delivery,
       (j.data->>'copy')::int as copy
     from journal j where j.type = 'mail-requested'
       and not exists (select from mails m where m.id = j.stream || '/' || (j.data->>'copy')) order by 1`,
  );
}

/** Batches that are not over, and were read whole. */
export function openBatches(em: EntityManager): Promise<{ id: string; kind: BatchKind; state: BatchState }[]> {
  return em.execute(
    `select id, kind, state from batches where not state = any(?::text[]) and state <> 'receiving' order by id`,
    [`{${FINAL_BATCH_STATES.join()}}`],
  );
}

/** Webhooks whose workflow is at work or has a time at which it goes on, by what their rows say. */
export function awakeWebhooks(em: EntityManager): Promise<{ id: string; account: string }[]> {
  return em.execute(
    `select id, account_id as account from webhooks where removed_at is null and state = 'enabled' and not asleep order by id`,
  );
}

/** Of ids, those that a table has no row of. */
export async function withoutRow(
  em: EntityManager,
  table: 'batches' | 'webhooks',
  ids: readonly string[],
): Promise<string[]> {
  const rows = await em.execute<{ id: string }[]>(
    `select asked.id from jsonb_array_elements_text(?::jsonb) asked (id)
     where not exists (select from ${table} t where t.id::text = asked.id) order by 1`,
    [JSON.stringify(ids)],
  );
  return rows.map(({ id }) => id);
}
