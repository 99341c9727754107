import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Begun } from '../../services/accounts/beginning.ts';
import type { DeviceService } from '../../services/accounts/devices.ts';
import type { SignInService } from '../../services/accounts/sign-in.ts';
import type { ProviderSignIn } from '../../services/identity/signing-in.ts';
import { asMeant } from '../../domain/text/copied.ts';
import { SIGN_IN_LIMITS } from '../../domain/people/sign-in-limits.ts';
import { networkOf } from '../../services/network.ts';
import { readEmail, readForm, safePath } from '../form.ts';
import { sendPage } from '../pages.tsx';
import { cookieName, cookieOptions, SESSION_COOKIE, SESSION_COOKIE_SECONDS } from '../session/cookies.ts';
import { refuseForeignOrigins } from '../session/same-origin.ts';
import { leadsBackTo } from '../session/find-readers.ts';
import { keepAndLead, type KeptFormDeps } from '../session/kept-form.tsx';
import { LARGEST_FORM_WITH_PACKED_BYTES, unpack } from '../session/packed-form.ts';
import { answeringBrowser } from '../session/passkey-browser.ts';
import { registerRefusal } from './not-me.tsx';
import { LinkPage, OverPage, SentPage } from './pages.tsx';
import { registerProviderSignIn } from './provider-routes.tsx';
import { signInPage, type SignInPageDeps } from './sign-in-page.tsx';

export type SignInDeps = KeptFormDeps &
  SignInPageDeps & { services: { signIn: SignInService; providerSignIn: ProviderSignIn; devices: DeviceService } };

type Asked = { Querystring: { to?: string; ended?: string } };
type Link = { Params: { '*': string } };

/** A wildcard, as a named parameter is cut at 100 characters. */
const LINK = '/sign-in/link/*';

/** For one network, in one process; requests for one e-mail address have their own limit. */
const ASKING = { rateLimit: { max: SIGN_IN_LIMITS.requestsAMinute, timeWindow: 60_000 } };
const TRYING = { rateLimit: { max: SIGN_IN_LIMITS.triesAMinute, timeWindow: 60_000 } };
const ASKING_COOKIE = 'sign-in';
const ASKING_SECONDS = SIGN_IN_LIMITS.linkMinutes * 60;
/** By which a browser is known to have signed in before, so that strangers use up none of its tries. */
const KNOWN_COOKIE = 'known';
const KNOWN_SECONDS = 31_536_000;
/** By which a browser is known to whoever has signed in there before, so that they are told of new ones alone. */
const DEVICE_COOKIE = 'device';
const DEVICE_SECONDS = 400 * 86_400;

/** Of forms that carry another one along. */
const bodyLimit = LARGEST_FORM_WITH_PACKED_BYTES;

class TooManyRequests extends Error {
  readonly code = 'TOO_MANY_REQUESTS';
}

/** Signing in: an address is asked for, and a link is sent to it that is pressed, or a code that is typed. */
export async function registerSignIn(app: FastifyInstance, deps: SignInDeps): Promise<void> {
  const { services, publicUrl } = deps;
  const { signIn, passkeys, providerSignIn } = services;
  const asking = cookieName(publicUrl, ASKING_COOKIE);
  const session = cookieName(publicUrl, SESSION_COOKIE);
  const known = cookieName(publicUrl, KNOWN_COOKIE);
  const device = cookieName(publicUrl, DEVICE_COOKIE);
  refuseForeignOrigins(app);
  await app.register(rateLimit, {
    global: false,
    errorResponseBuilder: () => new TooManyRequests(),
    keyGenerator: ({ ip }) => networkOf(ip),
  });

  const { offer } = registerProviderSignIn(app, TRYING, { providerSignIn, publicUrl, browserOf, welcome });

  app.get<Asked>('/sign-in', async (request, reply) => {
    const to = safePath(request.query.to, publicUrl);
    if (request.reader?.viewer) return reply.redirect(to, 303);
    return sendPage(reply, await signInPage(request, reply, deps, { to, ended: request.query.ended !== undefined }));
  });

  app.post('/sign-in', { config: ASKING, bodyLimit }, async (request, reply) => {
    const { email: typed = '', to: wanted, by, kept } = readForm(request);
    const email = readEmail(typed);
    const to = safePath(wanted, publicUrl);
    if (!email) {
      const asked = { to, email: typed, mistaken: true, ...(kept && { kept }) };
      return sendPage(reply, await signInPage(request, reply, deps, asked), 422);
    }
    const isOffered = by !== 'mail' && (await offer(request, reply, { email, to, ...(kept && { kept }) }));
    if (isOffered) return reply;
    const { browser, send } = await signIn.request(email, to, request.reader!.language.locale, {
      network: networkOf(request.ip),
      mark: request.cookies[known] ?? null,
    });
    reply.raw.once('finish', send);
    reply.setCookie(asking, browser, cookieOptions(publicUrl, ASKING_SECONDS));
    // What is carried along stands in no address: the page that carries it is this one.
    if (kept) return sent(request, reply, { kept });
    return reply.redirect('/sign-in/sent', 303);
  });

  app.get('/sign-in/sent', (_request, reply) => sendPage(reply, <SentPage />));

  app.post('/sign-in/code', { config: TRYING, bodyLimit }, async (request, reply) => {
    const { code = '', kept } = readForm(request);
    const begun = await signIn.byCode(request.cookies[asking] ?? '', code, browserOf(request));
    if (begun) return welcome(reply, begun, kept);
    return sent(request, reply, { wrongCode: true, ...(kept && { kept }) }, 422);
  });

  app.post('/sign-in/passkey', { config: TRYING, bodyLimit }, async (request, reply) => {
    const { answer = '', to: wanted, kept } = readForm(request);
    const to = safePath(wanted, publicUrl);
    const begun = await passkeys.signIn(answeringBrowser(request, publicUrl), answer, to, browserOf(request));
    if (begun) return welcome(reply, begun, kept);
    leadsBackTo(request, '/sign-in');
    const asked = { to, passkeyFailed: true, ...(kept && { kept }) };
    return sendPage(reply, await signInPage(request, reply, deps, asked), 422);
  });

  // For who has signed in by the link or by a provider, in another tab of this browser.
  app.post('/sign-in/go-on', { config: TRYING, bodyLimit }, async (request, reply) => {
    const { kept } = readForm(request);
    const form = unpack(kept, publicUrl);
    const viewer = request.reader?.viewer;
    if (!viewer || !form) {
      if (request.cookies[asking] !== undefined) return sent(request, reply, kept ? { kept } : {}, 422);
      leadsBackTo(request, '/sign-in');
      return sendPage(
        reply,
        await signInPage(request, reply, deps, { to: form?.page ?? '/', ...(kept && { kept }) }),
        422,
      );
    }
    return keepAndLead(reply, deps, viewer.session, form);
  });

  app.get<Link>(LINK, { config: { secretAddress: true } }, async (request, reply) => {
    const found = await signIn.readLink(asMeant(request.params['*']));
    return found ? sendPage(reply, <LinkPage email={found.email} />) : sendPage(reply, <OverPage />, 410);
  });

  app.post<Link>(LINK, { config: { ...TRYING, secretAddress: true } }, async (request, reply) => {
    const begun = await signIn.byLink(asMeant(request.params['*']), browserOf(request));
    return begun ? welcome(reply, begun) : sendPage(reply, <OverPage />, 410);
  });

  registerRefusal(app, { services, session, config: TRYING });

  function sent(request: FastifyRequest, reply: FastifyReply, about: Parameters<typeof SentPage>[0], status = 200) {
    leadsBackTo(request, '/sign-in/sent');
    return sendPage(reply, <SentPage {...about} />, status);
  }

  function browserOf({ headers, cookies }: FastifyRequest) {
    const [formerCookie, seen] = [cookies[session] ?? null, cookies[device] ?? null];
    return { userAgent: headers['user-agent'] ?? '', formerCookie, device: seen };
  }

  async function welcome(reply: FastifyReply, begun: Begun, kept?: string): Promise<FastifyReply> {
    reply.setCookie(session, begun.cookie, cookieOptions(publicUrl, SESSION_COOKIE_SECONDS));
    reply.setCookie(known, begun.mark, cookieOptions(publicUrl, KNOWN_SECONDS));
    reply.setCookie(device, begun.device, cookieOptions(publicUrl, DEVICE_SECONDS));
    reply.clearCookie(asking, cookieOptions(publicUrl, 0));
    const form = unpack(kept, publicUrl);
    if (form) return keepAndLead(reply, deps, begun.session, form);
    return reply.redirect(safePath(begun.returnTo, publicUrl), 303);
  }
}
