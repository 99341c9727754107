import type { MikroORM } from '@mikro-orm/postgresql';
import Type from 'typebox';
import { Value } from 'typebox/value';
import { Webhook, WebhookVerificationError } from 'standardwebhooks';
import { findReported, keepReport, type MailReport } from '../../db/queries/mails/reports.ts';
import { digestMailId, mailWorkflowId } from '../../temporal/contract.ts';
import { ProblemError } from '../problems/problems.ts';

/** A report as it arrives: its body byte for byte, and the headers that sign it. */
export type SignedReport = { body: string; headers: Record<string, string | string[] | undefined> };

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

export type MailReportService = ReturnType<typeof createMailReportService>;

/** Takes what Resend reports of e-mails. Without a secret it takes nothing: everybody could report. */
export function createMailReportService({ orm, secret }: { orm: MikroORM; secret: string | null }) {
  return {
    /**
     * Keeps a report about an e-mail of ours; the same one again, and one about any other e-mail, changes nothing.
     * Problems: NOT_FOUND without a secret, REPORT_NOT_AUTHENTIC.
     */
    async take(report: SignedReport): Promise<void> {
      if (secret === null) throw new ProblemError('NOT_FOUND');
      const { id, event } = verify(secret, report);
      const state = Value.Check(Event, event) ? STATES[event.type] : undefined;
      if (!Value.Check(Event, event) || !state || Number.isNaN(Date.parse(event.created_at))) return;
      const em = orm.em.fork();
      const mail = await findReported(em, idByTags(event.data.tags ?? []), event.data.email_id);
      if (mail !== null) await keepReport(em, { id, mail, state, at: new Date(event.created_at) });
    },
  };
}

/** Resend signs as https://www.standardwebhooks.com says, within five minutes of now, under the header names of its provider. */
function verify(secret: string, { body, headers }: SignedReport): { id: string; event: unknown } {
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
    if (error instanceof WebhookVerificationError || error instanceof SyntaxError)
      throw new ProblemError('REPORT_NOT_AUTHENTIC');
    throw error;
  }
}

/** The e-mail's own id, by the tags that it was sent with: it is known also where Resend's answer never arrived. */
function idByTags(sent: { name: string; value: string }[] | Record<string, string>): string | null {
  const entries = Array.isArray(sent) ? sent.map(({ name, value }) => [name, value] as const) : Object.entries(sent);
  const { order, delivery, copy, account, day } = Object.fromEntries(
    entries.map(([name, value]) => [
      name,
      value.replace(/_([0-9a-f]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16))),
    ]),
  ) as Record<string, string | undefined>;
  if (order && delivery) return mailWorkflowId(order, delivery, Number(copy ?? 1));
  return account && day ? digestMailId(account, day) : null;
}
