import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

/** The development mailbox: what was sent while no mail provider is configured. Written by its endpoint alone. */
export const MailboxEntity = defineEntity({
  name: 'Mailbox',
  tableName: 'mailbox',
  properties: {
    id: p.uuid().primary(),
    /** The sender's idempotency key: the same key is the same e-mail. */
    idempotencyKey: p.text().nullable().unique(),
    to: p.array(),
    subject: p.text(),
    html: p.text(),
    text: p.text(),
    tags: p.json<{ name: string; value: string }[]>(),
    sentAt: p.datetime().index(),
  },
});
export type MailboxRow = InferEntity<typeof MailboxEntity>;
