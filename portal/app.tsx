import fastifyCookie from '@fastify/cookie';
import type { FastifyInstance } from 'fastify';
import { registerAssets } from './assets.ts';
import { Home } from './home.tsx';
import { registerOutbox } from './mailbox/outbox.tsx';
import { registerResendEndpoint, type MailboxDeps } from './mailbox/resend-endpoint.ts';
import { answerWithPages, sendPage } from './pages.tsx';
import { findReaders } from './session/reader.ts';
import { registerUnlock, type UnlockDeps } from './unlock/routes.tsx';

export type PortalDeps = UnlockDeps &
  MailboxDeps & {
    /** Whether e-mails stay here, in the development mailbox. */
    mailbox: boolean;
    /** The address that people use, without a slash at its end. */
    publicUrl: string;
  };

/** Adds the pages for people to the app, and the development mailbox where it is asked for. */
export async function registerPortal(app: FastifyInstance, deps: PortalDeps): Promise<void> {
  await app.register(registerAssets);
  await app.register(async (pages) => {
    await pages.register(fastifyCookie);
    await answerWithPages(pages);
    findReaders(pages, deps);
    pages.get('/', (_request, reply) => sendPage(reply, <Home mailbox={deps.mailbox} />));
    await registerUnlock(pages, deps);
    if (deps.mailbox) await registerOutbox(pages, deps);
  });
  if (deps.mailbox) await app.register((endpoint) => registerResendEndpoint(endpoint, deps));
}
