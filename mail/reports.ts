import Type from 'typebox';
import { Value } from 'typebox/value';
import { Webhook, WebhookVerificationError } from 'standardwebhooks';
import type { MailReport } from '../db/queries/mails/reports.ts';
import { idByTags } from './tags.ts';

/** A report as it arrives: its body byte for byte, and the headers that sign it. */
export type SignedReport = { body: string; headers: Record<string, string | string[] | undefined> };

/** What a report says; `mail` is the e-mail's own id, where its tags tell, and `providerId` Resend's. */
export type ReadReport = Omit<MailReport, 'mail'> & { mail: string | null; providerId: string };

/** What is told of an e-mail, by Resend's types of events; all others say nothing about whether it arrived. */
const STATES: Record<string, MailReport['state']> = {
  'email.sent': 'sent',
  'email.delivered': 'delivered',
  'email.bounced': 'bounced',
  'email.failed': 'bounced',
  'email.suppressed': 'bounced',
};

/** The part of an event that is read; tags come as an object, or as they were sent. */
const Event = Type.Object({
  type: Type.String(),
  created_at: Type.String(),
  data: Type.Object({
    email_id: Type.String(),
    tags: Type.Optional(
      Type.Union([
        Type.Array(Type.Object({ name: Type.String(), value: Type.String() })),
        Type.Record(Type.String(), Type.String()),
      ]),
    ),
  }),
});

/**
 * Reads what Resend reports of an e-mail. `not-authentic` when it was not signed with this secret, `nothing` when it says
 * nothing about whether an e-mail arrived.
 */
export function readReport(secret: string, signed: SignedReport): ReadReport | 'not-authentic' | 'nothing' {
  const verified = verify(secret, signed);
  if (!verified) return 'not-authentic';
  const { id, event } = verified;
  const state = Value.Check(Event, event) ? STATES[event.type] : undefined;
  if (!Value.Check(Event, event) || !state || Number.isNaN(Date.parse(event.created_at))) return 'nothing';
  const { tags = [], email_id: providerId } = event.data;
  return { id, mail: idByTags(tags), providerId, state, at: new Date(event.created_at) };
}

/** Resend signs as https://www.standardwebhooks.com says, within five minutes of now, under the header names of its provider. */
function verify(secret: string, { body, headers }: SignedReport): { id: string; event: unknown } | null {
  const header = (name: string) => String(headers[`svix-${name}`] ?? headers[`webhook-${name}`] ?? '');
  const id = header('id');
  const signed = {
    'webhook-id': id,
    'webhook-timestamp': header('timestamp'),
    'webhook-signature': header('signature'),
  };
  try {
    return { id, event: new Webhook(secret).verify(body, signed) };
  } catch (error) {
    if (error instanceof WebhookVerificationError || error instanceof SyntaxError) return null;
    throw error;
  }
}
