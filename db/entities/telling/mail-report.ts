import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

/** What Resend reports of an e-mail, in the words of its state. */
export const REPORTED_STATES = ['sent', 'delivered', 'bounced'] as const;

/** A report of Resend about an e-mail. Written by the webhook alone, append-only; a trigger tells the e-mail. */
export const MailReportEntity = defineEntity({
  name: 'MailReport',
  tableName: 'mail_reports',
  properties: {
    /** Resend's id of the message that brought it: a repeat changes nothing. */
    id: p.text().primary(),
    /** The e-mail's own id. */
    mail: p.text().index(),
    state: p.enum(REPORTED_STATES),
    at: p.datetime(),
  },
});
export type MailReportRow = InferEntity<typeof MailReportEntity>;
