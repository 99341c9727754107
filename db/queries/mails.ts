import type { EntityManager } from '@mikro-orm/postgresql';
import type { AcceptedOrder } from '../../domain/order/accept.ts';
import { DeliveryEntity } from '../entities/delivery.ts';
import { IntakeEntity } from '../entities/intake.ts';
import { LineEntity, type LineRow } from '../entities/line.ts';
import { MailEntity, type MailRow } from '../entities/mail.ts';

/** Which e-mail: there is one for each delivery of an order. */
export type MailKey = { orderNumber: string; delivery: string };

/** The stored e-mail of a delivery, or null before it was rendered. */
export function findMail(em: EntityManager, key: MailKey): Promise<MailRow | null> {
  return em.findOne(MailEntity, key, { refresh: true });
}

/** Stores a rendered e-mail unless one is there, and answers the one that counts: the first. */
export async function storeMail(
  em: EntityManager,
  mail: MailKey & Pick<MailRow, 'recipient' | 'subject' | 'html' | 'text'>,
): Promise<MailRow> {
  await em.upsert(
    MailEntity,
    { ...mail, state: 'due' },
    { onConflictAction: 'ignore', onConflictFields: ['orderNumber', 'delivery'] },
  );
  return em.findOneOrFail(MailEntity, { orderNumber: mail.orderNumber, delivery: mail.delivery }, { refresh: true });
}

/** What an e-mail is rendered from; null while the delivery is not projected yet. */
export async function mailContent(
  em: EntityManager,
  { orderNumber, delivery }: MailKey,
): Promise<{ order: AcceptedOrder; lines: LineRow[] } | null> {
  const [intake, delivered, lines] = await Promise.all([
    em.findOne(IntakeEntity, orderNumber),
    em.findOne(DeliveryEntity, { orderNumber, id: delivery }),
    em.find(LineEntity, { orderNumber, delivery }),
  ]);
  if (!intake || !delivered) return null;
  const inOrder = lines.toSorted((one, other) => Number(one.id) - Number(other.id));
  return { order: intake.content as AcceptedOrder, lines: inOrder };
}

/**
 * Notes, before an attempt, that its outcome may stay unknown. Answers since when that is so, and whether it is this
 * attempt that began it.
 */
export async function beginAttempt(
  em: EntityManager,
  key: MailKey,
  at: Date,
): Promise<{ uncertainSince: Date; begun: boolean }> {
  const begun = await em.nativeUpdate(MailEntity, { ...key, uncertainSince: null }, { uncertainSince: at });
  const { uncertainSince } = await em.findOneOrFail(MailEntity, key, { refresh: true });
  return { uncertainSince: uncertainSince ?? at, begun: begun === 1 };
}

/** Takes back that note: this attempt surely sent nothing. */
export async function withdrawAttempt(em: EntityManager, key: MailKey): Promise<void> {
  await em.nativeUpdate(MailEntity, { ...key, state: 'due' }, { uncertainSince: null });
}

/** Records what became of an e-mail that is still due; what is known already stands. */
export async function settleMail(
  em: EntityManager,
  key: MailKey,
  outcome:
    | { state: 'sent'; sentAt: Date; providerId: string; uncertainSince: null }
    | { state: 'bounced' | 'unknown'; reason: string },
): Promise<void> {
  await em.nativeUpdate(MailEntity, { ...key, state: 'due' }, outcome);
}
