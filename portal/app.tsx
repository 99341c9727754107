import fastifyCookie from '@fastify/cookie';
import type { FastifyInstance } from 'fastify';
import { registerAssets } from './assets.ts';
import { registerBrandFiles } from './brand/files.ts';
import { leadFromCopiedAddresses } from './copied-address.ts';
import { registerCalendars, type CalendarDeps } from './calendar/feed-routes.tsx';
import { Home } from './home/page.tsx';
import { registerOutbox } from './mailbox/outbox.tsx';
import { registerResendEndpoint, type MailboxDeps } from './mailbox/resend-endpoint.ts';
import { registerNoticeChoice, type NoticeChoiceDeps } from './notices/routes.tsx';
import { registerOwnPages, type OwnPagesDeps } from './own-pages.ts';
import { createPacing, type RefuseChanges } from '../services/permissions/pacing.ts';
import { answerWithPages, sendPage } from './pages.tsx';
import { registerPasskeys, type PasskeysDeps } from './passkeys/routes.tsx';
import { registerProving, type ProvingDeps } from './proving/routes.tsx';
import { registerPeople, type PeopleDeps } from './people/routes.tsx';
import { askAgain, type AsksAgainDeps } from './session/asks-again.ts';
import { findReaders, type ReaderDeps } from './session/find-readers.ts';
import { refillKeptForms } from './session/kept-form.tsx';
import { carryLostForms } from './sign-in/lost-form.tsx';
import { createRefuseHaste, signedInOnly } from './session/signed-in-only.ts';
import { registerSessions, type SessionsDeps } from './sessions/routes.tsx';
import { registerSignIn, type SignInDeps } from './sign-in/routes.tsx';
import { registerTodo, sendTodo } from './todo/routes.tsx';
import { takeFiles } from './uploads.ts';
import { registerUnlock, type UnlockDeps } from './unlock/routes.tsx';

/** `mailbox` says whether e-mails stay here, in the development mailbox; `publicUrl` has no slash at its end. */
export type PortalDeps = UnlockDeps &
  MailboxDeps &
  ReaderDeps &
  SignInDeps &
  PeopleDeps &
  SessionsDeps &
  PasskeysDeps &
  ProvingDeps &
  AsksAgainDeps &
  OwnPagesDeps &
  NoticeChoiceDeps &
  CalendarDeps & { services: { refuseChanges: RefuseChanges } };

/** Adds the pages for people to the app, and the development mailbox where it is asked for. */
export async function registerPortal(app: FastifyInstance, deps: PortalDeps): Promise<void> {
  leadFromCopiedAddresses(app, deps.publicUrl);
  await app.register(registerAssets);
  registerBrandFiles(app, deps.services.brand);
  await app.register(async (pages) => {
    await pages.register(fastifyCookie);
    await answerWithPages(pages);
    findReaders(pages, deps);
    const refuseHaste = createRefuseHaste(deps.clock);
    pages.get('/', async (request, reply) => {
      const viewer = request.reader?.viewer;
      if (viewer) refuseHaste(viewer);
      return viewer ? sendTodo(request, reply, deps.services) : sendPage(reply, <Home />);
    });
    await registerUnlock(pages, deps);
    registerCalendars(pages, deps);
    await pages.register((open) => registerNoticeChoice(open, deps));
    await pages.register((open) => registerSignIn(open, deps));
    await pages.register(async (signedIn) => {
      signedInOnly(signedIn, deps.services, refuseHaste);
      await takeFiles(signedIn);
      carryLostForms(signedIn, deps);
      refillKeptForms(signedIn, deps);
      askAgain(signedIn, deps);
      // Who is led to proving that it is them has changed nothing yet.
      signedIn.addHook('preHandler', createPacing(deps.services.refuseChanges));
      registerPeople(signedIn, deps);
      registerSessions(signedIn, deps);
      registerPasskeys(signedIn, deps);
      registerProving(signedIn, deps);
      registerTodo(signedIn, deps);
      registerOwnPages(signedIn, deps);
    });
    if (deps.mailbox) await registerOutbox(pages, deps);
  });
  if (deps.mailbox) await app.register((endpoint) => registerResendEndpoint(endpoint, deps));
}
