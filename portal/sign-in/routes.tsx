import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Begun, SignInService } from '../../services/accounts/sign-in.ts';
import type { ProviderSignIn } from '../../services/identity/signing-in.ts';
import { asMeant } from '../../domain/copied.ts';
import { networkOf } from '../../services/network.ts';
import { readEmail, readForm, safePath } from '../form.ts';
import { sendPage } from '../pages.tsx';
import { cookieName, cookieOptions, SESSION_COOKIE, SESSION_COOKIE_SECONDS } from '../session/cookies.ts';
import { refuseForeignOrigins } from '../session/same-origin.ts';
import { leadsBackTo } from '../session/find-readers.ts';
import { registerProviderSignIn } from './provider-routes.tsx';
import { LinkPage, OverPage, SentPage, SignInPage } from './pages.tsx';

export type SignInDeps = { services: { signIn: SignInService; providerSignIn: ProviderSignIn }; publicUrl: string };

type Asked = { Querystring: { to?: string; ended?: string } };
type Link = { Params: { '*': string } };

/** A wildcard, as a named parameter is cut at 100 characters. */
const LINK = '/sign-in/link/*';

/** For one network, in one process; requests for one e-mail address have their own limit. */
const ASKING = { rateLimit: { max: 20, timeWindow: 60_000 } };
const TRYING = { rateLimit: { max: 30, timeWindow: 60_000 } };
const ASKING_COOKIE = 'sign-in';
const ASKING_SECONDS = 600;
/** By which a browser is known to have signed in before, so that strangers use up none of its tries. */
const KNOWN_COOKIE = 'known';
const KNOWN_SECONDS = 31_536_000;

class TooManyRequests extends Error {
  readonly code = 'TOO_MANY_REQUESTS';
}

/** Signing in: an address is asked for, and a link is sent to it that is pressed, or a code that is typed. */
export async function registerSignIn(app: FastifyInstance, { services, publicUrl }: SignInDeps): Promise<void> {
  const { signIn, providerSignIn } = services;
  const asking = cookieName(publicUrl, ASKING_COOKIE);
  const session = cookieName(publicUrl, SESSION_COOKIE);
  const known = cookieName(publicUrl, KNOWN_COOKIE);
  refuseForeignOrigins(app);
  await app.register(rateLimit, {
    global: false,
    errorResponseBuilder: () => new TooManyRequests(),
    keyGenerator: ({ ip }) => networkOf(ip),
  });

  const { offer } = registerProviderSignIn(app, TRYING, { providerSignIn, publicUrl, browserOf, welcome });

  app.get<Asked>('/sign-in', (request, reply) => {
    const to = safePath(request.query.to, publicUrl);
    return request.reader?.viewer
      ? reply.redirect(to, 303)
      : sendPage(reply, <SignInPage to={to} ended={request.query.ended !== undefined} />);
  });

  app.post('/sign-in', { config: ASKING }, async (request, reply) => {
    const { email: typed = '', to: wanted, by } = readForm(request);
    const email = readEmail(typed);
    const to = safePath(wanted, publicUrl);
    if (!email) return sendPage(reply, <SignInPage to={to} email={typed} mistaken />, 422);
    const offered = by === 'mail' ? null : await offer(request, reply, { email, to });
    if (offered) return offered;
    const { browser, send } = await signIn.request(email, to, request.reader!.language.locale, {
      network: networkOf(request.ip),
      mark: request.cookies[known] ?? null,
    });
    reply.raw.once('finish', send);
    reply.setCookie(asking, browser, cookieOptions(publicUrl, ASKING_SECONDS));
    return reply.redirect('/sign-in/sent', 303);
  });

  app.get('/sign-in/sent', (_request, reply) => sendPage(reply, <SentPage />));

  app.post('/sign-in/code', { config: TRYING }, async (request, reply) => {
    const browser = request.cookies[asking] ?? '';
    const begun = await signIn.byCode(browser, readForm(request).code ?? '', browserOf(request));
    if (begun) return welcome(reply, begun);
    leadsBackTo(request, '/sign-in/sent');
    return sendPage(reply, <SentPage wrongCode />, 422);
  });

  app.get<Link>(LINK, { config: { secretAddress: true } }, async (request, reply) => {
    const found = await signIn.readLink(asMeant(request.params['*']));
    return found ? sendPage(reply, <LinkPage email={found.email} />) : sendPage(reply, <OverPage />, 410);
  });

  app.post<Link>(LINK, { config: { ...TRYING, secretAddress: true } }, async (request, reply) => {
    const begun = await signIn.byLink(asMeant(request.params['*']), browserOf(request));
    return begun ? welcome(reply, begun) : sendPage(reply, <OverPage />, 410);
  });

  function browserOf(request: FastifyRequest) {
    return { userAgent: request.headers['user-agent'] ?? '', formerCookie: request.cookies[session] ?? null };
  }

  function welcome(reply: FastifyReply, { cookie, mark, returnTo }: Begun): FastifyReply {
    reply.setCookie(session, cookie, cookieOptions(publicUrl, SESSION_COOKIE_SECONDS));
    reply.setCookie(known, mark, cookieOptions(publicUrl, KNOWN_SECONDS));
    reply.clearCookie(asking, cookieOptions(publicUrl, 0));
    return reply.redirect(safePath(returnTo, publicUrl), 303);
  }
}
