import type { EntityManager } from '@mikro-orm/postgresql';
import type { By } from '../../../domain/people/permissions.ts';
import type { AcceptedOrder } from '../../../domain/order/arriving/accept.ts';
import { linesOf } from '../../../domain/order/line/lasting.ts';
import type { Order } from '../../../domain/order/order.ts';
import { AccountEntity } from '../../entities/people/account.ts';
import type { LineRow } from '../../entities/orders/line.ts';
import { MailEntity, type MailRow } from '../../entities/telling/mail.ts';
import { inMs } from '../instants.ts';
import { executeOften } from '../prepared.ts';
import { mailState } from './reports.ts';
import { STATE_JOURNALED } from './states.ts';
import { journaled } from '../publishing/journal.ts';
import { sellerOf } from '../seller-of.ts';
import { acceptedOf } from '../orders/accepted.ts';
import { newestGenerationOf } from '../orders/unlock-links.ts';

/** An e-mail that is about to be stored. */
export type RenderedMail = Pick<MailRow, 'id' | 'recipient' | 'subject' | 'html' | 'text'> &
  Partial<Pick<MailRow, 'orderNumber' | 'delivery' | 'edition' | 'copy' | 'accountId'>>;

/** A line as its e-mail tells it. */
type SoldLine = Pick<LineRow, 'id' | 'application' | 'license' | 'capacity' | 'startsOn' | 'endsOn' | 'care'>;

/** A stored e-mail, or null before it was rendered. */
export function findMail(em: EntityManager, id: string): Promise<MailRow | null> {
  return em.findOne(MailEntity, id, { refresh: true });
}

/** Stores a rendered e-mail, unless one is there; answers the one that counts: the first. */
export async function storeMail(em: EntityManager, mail: RenderedMail): Promise<MailRow> {
  const { orderNumber = null, delivery = null, edition = 1, copy = 1, accountId = null } = mail;
  const [stored] = await executeOften<{ linkGeneration: number; createdAt: Date }>(
    em,
    'store-mail',
    `insert into mails (${RENDERED}, state)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'due') on conflict (id) do nothing returning link_generation as "linkGeneration", created_at as "createdAt"`,
    renderedValues(mail),
  );
  if (!stored) return (await findMail(em, mail.id))!;
  const unsent = {
    state: 'due',
    attempts: 0,
    uncertainSince: null,
    sentAt: null,
    providerId: null,
    reason: null,
  } as const;
  return { ...mail, orderNumber, delivery, edition, copy, accountId, ...stored, ...unsent };
}

const RENDERED = 'id, order_number, delivery, edition, copy, account_id, recipient, subject, html, text';

function renderedValues(mail: RenderedMail): unknown[] {
  const { id, orderNumber = null, delivery = null, edition = 1, copy = 1, accountId = null } = mail;
  return [id, orderNumber, delivery, edition, copy, accountId, mail.recipient, mail.subject, mail.html, mail.text];
}

/**
 * In SQL, a part of a `with`, called `mailed`, that stores an e-mail of a delivery as `beginAttempt` would leave it, where
 * another part has a row. Fails where there is one. It answers what that says of the attempt; its values are {@link begunValues}.
 */
export function mailBegun(where: string): string {
  return `mailed as (
    insert into mails (${RENDERED}, state, attempts, uncertain_since, link_generation)
    select ?::text, ?::text, ?::text, ?::int, ?::int, ?::text, ?::text, ?::text, ?::text, ?::text, 'due', 1, ?::timestamptz,
      (${newestGenerationOf('?', '?')}) from ${where}
    returning attempts as number, true as begun, ${inMs('uncertain_since')} as "uncertainSince", link_generation as "linkGeneration")`;
}

/** The values of `mailBegun`, in their order. */
export function begunValues(mail: RenderedMail, at: Date): unknown[] {
  return [...renderedValues(mail), at, mail.orderNumber, mail.delivery];
}

/** An e-mail of a delivery, as a person looks at it. */
export type MailCopy = Pick<MailRow, 'edition' | 'copy' | 'recipient' | 'state' | 'reason'> & { delivery: string };

/** The e-mails of an order, oldest first, and the address that its seller has now. */
export async function listMails(
  em: EntityManager,
  orderNumber: string,
): Promise<{ copies: MailCopy[]; address: string | null }> {
  const [copies, [account]] = await Promise.all([
    em.execute<MailCopy[]>(
      `select m.delivery, m.edition, m.copy, m.recipient, ${mailState('m')} as state, m.reason
       from mails m where m.order_number = ? order by m.delivery::int, m.edition, m.copy`,
      [orderNumber],
    ),
    em.execute<{ email: string }[]>(
      `select a.email from orders o join accounts a on a.id = ${sellerOf('o')} where o.number = ?`,
      [orderNumber],
    ),
  ]);
  return { copies, address: account?.email ?? null };
}

/** The stream of what people asked of the e-mails of a delivery. */
export const mailStream = (order: string, delivery: string) => `mail/${order}/${delivery}`;

/** Journals that somebody asked for a copy of a delivery's e-mail, once for each copy: the second is the first to be asked for. */
export async function journalRequest(
  em: EntityManager,
  { order, delivery, copy }: { order: string; delivery: string; copy: number },
  { by, at }: { by: By; at: Date },
): Promise<void> {
  const asked = `select ?, ?, 'mail-requested', ?::timestamptz, ?::timestamptz, ?::jsonb`;
  await em.execute(`with ${journaled(asked, { repeats: 'left-out' })} select 1`, [
    ...[mailStream(order, delivery), copy - 1, at, at, JSON.stringify({ delivery, copy, by })],
  ]);
}

/**
 * What the e-mail of a delivery is rendered from: the order as it is now, which edition of the delivery that is, and whether
 * its seller may have got an e-mail about a former one.
 */
export type MailContent = { order: AcceptedOrder; lines: SoldLine[]; edition: number; isCorrection: boolean };

/** Reads it in one statement, as what it says changes together; null while the delivery is not projected yet. */
export async function mailContent(
  em: EntityManager,
  orderNumber: string,
  delivery: string,
): Promise<MailContent | null> {
  const [content] = await executeOften<MailContent>(
    em,
    'mail-content',
    `select ${acceptedOf('i')} as order, d.edition, (
       select coalesce(json_agg(json_build_object('id', l.id, 'application', l.application, 'license', l.license,
         'capacity', l.capacity, 'startsOn', l.starts_on, 'endsOn', l.ends_on, 'care', l.care) order by l.id::int), '[]')
       from lines l where l.order_number = d.order_number and l.delivery = d.id) as lines,
       exists (select from mails m where m.order_number = d.order_number and m.delivery = d.id and m.edition < d.edition
         and m.account_id = ${sellerOf('o')} and ${MAY_HAVE_LEFT}) as "isCorrection"
     from deliveries d join orders o on o.number = d.order_number join intakes i on i.number = d.order_number
     where d.order_number = ? and d.id = ?`,
    [orderNumber, delivery],
  );
  return content ?? null;
}

/**
 * The same of a delivery that is about to be projected for the first time, by its order's own state: nobody was told of it
 * before. Null where the order was never taken in.
 */
export async function contentOfNew(em: EntityManager, order: Order, delivery: string): Promise<MailContent | null> {
  const [intake] = await executeOften<{ order: AcceptedOrder }>(
    em,
    'new-mail-content',
    `select ${acceptedOf('i')} as order from intakes i where i.number = ?`,
    [order.number],
  );
  const { edition = 1 } = order.deliveries.find(({ id }) => id === delivery)!;
  const lines = linesOf(order).filter((line) => line.delivery === delivery);
  return intake ? { order: intake.order, lines, edition, isCorrection: false } : null;
}

/** In SQL, whether an e-mail `m` may have left: it was sent, or an attempt began of which nobody can say. */
const MAY_HAVE_LEFT = `(m.sent_at is not null or m.uncertain_since is not null)`;

/** Where an account can be reached now, and in which language; null for one that is not known. */
export async function addresseeOf(
  em: EntityManager,
  account: string,
): Promise<{ email: string; locale: string } | null> {
  return em.findOne(AccountEntity, account, { refresh: true });
}

/** An attempt to send an e-mail; `begun` when no earlier one may have arrived, `number` tells it from every other. */
export type MailAttempt = { number: number; begun: boolean; uncertainSince: number; linkGeneration: number };

/**
 * Notes, before an attempt, that its outcome may stay unknown, and which link it carries: the newest, unless an earlier
 * attempt may have arrived with another. Of an edition that is not the newest any more nothing is sent: the e-mail is
 * superseded. The delivery is held meanwhile, so that no newer edition comes between. Null when the e-mail is not due.
 */
export async function beginAttempt(em: EntityManager, id: string, at: Date): Promise<MailAttempt | null> {
  const [row] = await executeOften<MailAttempt>(
    em,
    'begin-attempt',
    `with newest as materialized (
       select d.edition from mails m join deliveries d on d.order_number = m.order_number and d.id = m.delivery
       where m.id = ? for share of d),
     superseded as (
       update mails set state = 'superseded'
       where id = ? and state = 'due' and edition < (select edition from newest))
     update mails m set attempts = m.attempts + 1, uncertain_since = coalesce(m.uncertain_since, ?),
       link_generation = case when m.uncertain_since is null then (${newestGenerationOf('m.order_number', 'm.delivery')}) else m.link_generation end
     where m.id = ? and m.state = 'due' and m.edition >= coalesce((select edition from newest), m.edition)
     returning m.attempts as number, old.uncertain_since is null as begun, ${inMs('m.uncertain_since')} as "uncertainSince",
       m.link_generation as "linkGeneration"`,
    [id, id, at, id],
  );
  return row ?? null;
}

/** What an e-mail is while nobody knows that it left: an attempt that went on meanwhile may still say so. */
const UNSENT: MailRow['state'][] = ['due', 'superseded'];

/** Takes back that note: this attempt surely sent nothing. It stays where another attempt, which may have, began since. */
export async function withdrawAttempt(em: EntityManager, id: string, { number }: MailAttempt): Promise<void> {
  await em.nativeUpdate(MailEntity, { id, state: { $in: UNSENT }, attempts: number }, { uncertainSince: null });
}

/** Records what became of an e-mail that is still due, and journals it; false when that is known already, which stands. */
export async function settleMail(
  em: EntityManager,
  id: string,
  outcome: { state: 'sent'; providerId: string } | { state: 'bounced' | 'unknown'; reason: string },
  at: Date,
): Promise<boolean> {
  const { state } = outcome;
  const from: MailRow['state'][] = state === 'sent' ? UNSENT : ['due'];
  const change = state === 'sent' ? 'sent_at = ?, provider_id = ?, uncertain_since = null' : 'reason = ?';
  const [settled] = await executeOften<{ isSettled: boolean }>(
    em,
    `settle-mail-${state === 'sent' ? 'sent' : 'unsent'}`,
    `with told as (
       update mails set state = ?, ${change} where id = ? and state = any(?::text[])
       returning id, state, ?::timestamptz as at, ?::timestamptz as recorded_at),
     ${STATE_JOURNALED} select exists (select from told) as "isSettled"`,
    [
      ...[state, ...(state === 'sent' ? [at, outcome.providerId] : [outcome.reason])],
      ...[id, `{${from.join()}}`, at, at],
    ],
  );
  return settled!.isSettled;
}
