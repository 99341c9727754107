import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

export const MAIL_STATES = ['due', 'sent', 'delivered', 'bounced', 'unknown'] as const;

/** The one e-mail of a delivery, rendered once. Written by the stream `mail/<order>/<delivery>` alone. */
export const MailEntity = defineEntity({
  name: 'Mail',
  tableName: 'mails',
  properties: {
    orderNumber: p.text().primary(),
    delivery: p.text().primary(),
    recipient: p.text(),
    subject: p.text(),
    /** With a placeholder where the unlock link goes: the link is filled in at each send. */
    html: p.text(),
    text: p.text(),
    state: p.enum(MAIL_STATES),
    /** The first attempt whose outcome is still unknown; Resend remembers its key for 24 hours from then. */
    uncertainSince: p.datetime().nullable(),
    sentAt: p.datetime().nullable(),
    /** Resend's id of the e-mail. */
    providerId: p.text().nullable(),
    /** Why it was not sent, for the operator. */
    reason: p.text().nullable(),
  },
});
export type MailRow = InferEntity<typeof MailEntity>;
