import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { MailboxEntity, type MailboxRow } from '../../entities/telling/mailbox.ts';

export type { MailboxRow };

/** An e-mail as the development mailbox gets it. */
export type ReceivedMail = Omit<MailboxRow, 'id'>;

/** Puts an e-mail into the mailbox, unless one with its key is there; answers the one that is there afterwards. */
export async function putIntoMailbox(em: EntityManager, mail: ReceivedMail): Promise<MailboxRow> {
  const row = { id: randomUUID(), ...mail };
  const insert = em.createQueryBuilder(MailboxEntity).insert(row).onConflict('idempotencyKey').ignore();
  const { affectedRows } = await insert.execute<{ affectedRows: number }>('run');
  if (affectedRows === 1) return row;
  return em.findOneOrFail(MailboxEntity, { idempotencyKey: mail.idempotencyKey }, { refresh: true });
}

/** Everything in the mailbox, newest first. */
export function readMailbox(em: EntityManager): Promise<MailboxRow[]> {
  return em.findAll(MailboxEntity, { orderBy: { sentAt: 'desc', id: 'desc' } });
}

/** One e-mail of the mailbox by its id, a UUID; or null. */
export function findInMailbox(em: EntityManager, id: string): Promise<MailboxRow | null> {
  return em.findOne(MailboxEntity, { id });
}
