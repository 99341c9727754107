import type { FastifyInstance } from 'fastify';
import { findInMailbox, readMailbox } from '../../db/queries/mails/mailbox.ts';
import { NotFound, sendPage } from '../pages.tsx';
import { mailPolicy } from './mail-policy.ts';
import { MailPage, OutboxPage } from './pages.tsx';
import type { MailboxDeps } from './resend-endpoint.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

type Route = { Params: { id: string } };

/** The development mailbox, for people and for programs. */
export async function registerOutbox(app: FastifyInstance, { em }: Pick<MailboxDeps, 'em'>): Promise<void> {
  app.get('/dev/outbox', async (_request, reply) => sendPage(reply, <OutboxPage mails={await readMailbox(em())} />));

  app.get('/dev/outbox.json', async () => {
    const mails = await readMailbox(em());
    return { items: mails.map(({ idempotencyKey: _key, ...mail }) => mail) };
  });

  app.get<Route>('/dev/outbox/:id', async (request, reply) => {
    const mail = await find(request.params.id);
    return mail ? sendPage(reply, <MailPage mail={mail} />) : sendPage(reply, <NotFound />, 404);
  });

  app.get<Route>('/dev/outbox/:id/html', async (request, reply) => {
    const mail = await find(request.params.id);
    if (!mail) return sendPage(reply, <NotFound />, 404);
    return reply
      .header('content-security-policy', mailPolicy(mail.html))
      .type('text/html; charset=utf-8')
      .send(mail.html);
  });

  async function find(id: string) {
    return UUID.test(id) ? findInMailbox(em(), id) : null;
  }
}
