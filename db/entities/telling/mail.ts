import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

export const MAIL_STATES = ['due', 'sent', 'delivered', 'bounced', 'unknown', 'superseded'] as const;

/** An e-mail, rendered once. Written by the stream of its id alone. */
export const MailEntity = defineEntity({
  name: 'Mail',
  tableName: 'mails',
  properties: {
    /** `mail/<order>/<delivery>`, the same with `/e<edition>` or `/<copy>`, or `notices/<account>/<day>`; also its key at Resend. */
    id: p.text().primary(),
    /** Which delivery it announces; null for a digest. */
    orderNumber: p.text().nullable(),
    delivery: p.text().nullable(),
    /** Which edition of the delivery it tells; once there is a newer one, it leaves no more. */
    edition: p.integer().default(1),
    /** 1 for the one e-mail of an edition; a person asked for every later one of the delivery. */
    copy: p.integer().default(1),
    /** Whom it tells: who sold the order then; null for a digest. */
    accountId: p.text().nullable(),
    recipient: p.text(),
    subject: p.text(),
    /** With a placeholder where the unlock link goes: the link is filled in at each send. */
    html: p.text(),
    text: p.text(),
    /** Which link of its delivery it carries: the newest, but the same again while an earlier attempt may have arrived. */
    linkGeneration: p.integer().default(0),
    /** What the sender knows of it; Resend's reports stand beside it. */
    state: p.enum(MAIL_STATES),
    /** How many attempts to send it have begun. */
    attempts: p.integer().default(0),
    /** The first attempt whose outcome is still unknown; Resend remembers its key for 24 hours from then. */
    uncertainSince: p.datetime().nullable(),
    sentAt: p.datetime().nullable(),
    /** Resend's id of the e-mail. */
    providerId: p.text().nullable().index(),
    /** Why it was not sent, for the operator. */
    reason: p.text().nullable(),
    /** When it was made: its text is kept for a period from then. */
    createdAt: p.datetime().defaultRaw('now()'),
  },
});
export type MailRow = InferEntity<typeof MailEntity>;
