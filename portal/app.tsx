import fastifyCookie from '@fastify/cookie';
import type { FastifyInstance } from 'fastify';
import { registerAssets } from './assets.ts';
import { registerBrandFiles } from './brand/files.ts';
import { Home } from './home/page.tsx';
import { registerOutbox } from './mailbox/outbox.tsx';
import { registerResendEndpoint, type MailboxDeps } from './mailbox/resend-endpoint.ts';
import { registerOwnPages, startOf, type OwnPagesDeps } from './own-pages.ts';
import { answerWithPages, sendPage } from './pages.tsx';
import { registerPeople, type PeopleDeps } from './people/routes.tsx';
import { findReaders, type ReaderDeps } from './session/find-readers.ts';
import { signedInOnly } from './session/signed-in-only.ts';
import { registerSessions, type SessionsDeps } from './sessions/routes.tsx';
import { registerSignIn, type SignInDeps } from './sign-in/routes.tsx';
import { takeFiles } from './uploads.ts';
import { registerUnlock, type UnlockDeps } from './unlock/routes.tsx';

/** `mailbox` says whether e-mails stay here, in the development mailbox; `publicUrl` has no slash at its end. */
export type PortalDeps = UnlockDeps & MailboxDeps & ReaderDeps & SignInDeps & PeopleDeps & SessionsDeps & OwnPagesDeps;

/** Adds the pages for people to the app, and the development mailbox where it is asked for. */
export async function registerPortal(app: FastifyInstance, deps: PortalDeps): Promise<void> {
  await app.register(registerAssets);
  registerBrandFiles(app, deps.services.brand);
  await app.register(async (pages) => {
    await pages.register(fastifyCookie);
    await answerWithPages(pages);
    findReaders(pages, deps);
    pages.get('/', (request, reply) => {
      const viewer = request.reader?.viewer;
      return viewer ? reply.redirect(startOf(viewer), 303) : sendPage(reply, <Home />);
    });
    await registerUnlock(pages, deps);
    await pages.register((open) => registerSignIn(open, deps));
    await pages.register(async (signedIn) => {
      signedInOnly(signedIn, deps.services, deps.clock);
      await takeFiles(signedIn);
      registerPeople(signedIn, deps);
      registerSessions(signedIn, deps);
      registerOwnPages(signedIn, deps);
    });
    if (deps.mailbox) await registerOutbox(pages, deps);
  });
  if (deps.mailbox) await app.register((endpoint) => registerResendEndpoint(endpoint, deps));
}
