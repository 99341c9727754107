import type { EntityManager } from '@mikro-orm/postgresql';
import type { FastifyInstance } from 'fastify';
import { registerAssets } from './assets.ts';
import { Home } from './home.tsx';
import { registerOutbox } from './mailbox/outbox.tsx';
import { registerResendEndpoint } from './mailbox/resend-endpoint.ts';
import { answerWithPages, sendPage } from './pages.tsx';
import { registerUnlock, type UnlockDeps } from './unlock/routes.tsx';

export type PortalDeps = UnlockDeps & {
  /** A fork for one request. */
  em: () => EntityManager;
  /** Whether e-mails stay here, in the development mailbox. */
  mailbox: boolean;
  /** Now, in epoch milliseconds. */
  clock: () => number;
};

/** Adds the pages for people to the app, and the development mailbox where it is asked for. */
export async function registerPortal(app: FastifyInstance, deps: PortalDeps): Promise<void> {
  await app.register(registerAssets);
  await app.register(async (pages) => {
    await answerWithPages(pages);
    pages.get('/', (_request, reply) => sendPage(reply, <Home mailbox={deps.mailbox} />));
    await registerUnlock(pages, deps);
    if (deps.mailbox) await registerOutbox(pages, deps);
  });
  if (deps.mailbox) await app.register((endpoint) => registerResendEndpoint(endpoint, deps));
}
