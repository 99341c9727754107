import type { EntityManager } from '@mikro-orm/postgresql';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { Type, type Static } from 'typebox';
import { Value } from 'typebox/value';
import { putIntoMailbox, type ReceivedMail } from '../../db/queries/mails/mailbox.ts';

/** What Resend's SDK posts, as far as the mailbox shows it; Resend's API knows more fields. */
const Mail = Type.Object({
  from: Type.String({ minLength: 1 }),
  to: Type.Union([Type.String({ minLength: 1 }), Type.Array(Type.String({ minLength: 1 }), { minItems: 1 })]),
  subject: Type.String(),
  html: Type.Optional(Type.String()),
  text: Type.Optional(Type.String()),
  tags: Type.Optional(Type.Array(Type.Object({ name: Type.String(), value: Type.String() }))),
});

export type MailboxDeps = { em: () => EntityManager; clock: () => number };

/**
 * Stands in for `POST https://api.resend.com/emails` in development: the same SDK, the same answers, and a key that was
 * used before gives the first answer again.
 */
export async function registerResendEndpoint(app: FastifyInstance, { em, clock }: MailboxDeps): Promise<void> {
  app.post('/dev/resend/emails', async (request, reply) => {
    if (!request.headers.authorization?.startsWith('Bearer re_'))
      return refuse(reply, 401, 'missing_api_key', 'Send an API key as "Authorization: Bearer re_…".');
    if (!Value.Check(Mail, request.body))
      return refuse(reply, 422, 'validation_error', 'The e-mail needs at least from, to and subject.');
    const key = request.headers['idempotency-key'];
    const mail = received(request.body, typeof key === 'string' ? key : null, new Date(clock()));
    const kept = await putIntoMailbox(em(), mail);
    if (!isSame(kept, mail))
      return refuse(reply, 409, 'invalid_idempotent_request', 'The idempotency key was used with another e-mail.');
    return { id: kept.id };
  });
}

function received(mail: Static<typeof Mail>, idempotencyKey: string | null, sentAt: Date): ReceivedMail {
  const { subject, html = '', text = '', tags = [] } = mail;
  return { idempotencyKey, to: [mail.to].flat(), subject, html, text, tags, sentAt };
}

function isSame(kept: ReceivedMail, mail: ReceivedMail): boolean {
  const content = ({ to, subject, html, text, tags }: ReceivedMail) =>
    JSON.stringify([to, subject, html, text, tags.map(({ name, value }) => [name, value])]);
  return content(kept) === content(mail);
}

function refuse(reply: FastifyReply, statusCode: number, name: string, message: string): FastifyReply {
  return reply.code(statusCode).send({ statusCode, name, message });
}
