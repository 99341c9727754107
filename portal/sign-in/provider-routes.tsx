import type { FastifyContextConfig, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Begun, Browser } from '../../services/accounts/beginning.ts';
import { ProviderError, RETURN_PATH } from '../../services/identity/provider.ts';
import { ROUND_SECONDS, type ProviderSignIn } from '../../services/identity/signing-in.ts';
import { sendPage } from '../pages.tsx';
import { cookieName, cookieOptions } from '../session/cookies.ts';
import { leadsBackTo } from '../session/find-readers.ts';
import type { Carried } from './pages.tsx';
import { OfferPage, TroublePage } from './provider-pages.tsx';

const COOKIE = 'provider';
const QUERY = /\?.*$/s;

export type ProviderSignInDeps = {
  providerSignIn: ProviderSignIn;
  publicUrl: string;
  browserOf: (request: FastifyRequest) => Browser;
  welcome: (reply: FastifyReply, begun: Begun) => Promise<FastifyReply>;
};

type Returned = { Params: { account: string } };
type Asked = Pick<Carried, 'kept'> & { email: string; to: string };

/**
 * Signing in by the provider of an account: to it, and back from it. Where one wanted to go is sealed in the browser's cookie
 * with all that the round is known by, so that an address leads nowhere else, and another browser's answer to nothing.
 */
export function registerProviderSignIn(
  app: FastifyInstance,
  paced: FastifyContextConfig,
  { providerSignIn, publicUrl, browserOf, welcome }: ProviderSignInDeps,
): { offer: (request: FastifyRequest, reply: FastifyReply, asked: Asked) => Promise<boolean> } {
  const name = cookieName(publicUrl, COOKIE);
  const keep = (reply: FastifyReply, cookie: string) =>
    reply.setCookie(name, cookie, cookieOptions(publicUrl, ROUND_SECONDS));

  app.get('/sign-in/provider', { config: paced }, async (request, reply) => {
    const cookie = request.cookies[name];
    if (!cookie) return reply.redirect('/sign-in', 303);
    return orTrouble(request, reply, async () => {
      const begun = await providerSignIn.begin(cookie);
      keep(reply, begun.cookie);
      return reply.redirect(begun.url, 303);
    });
  });

  // The address has the provider's code in it.
  app.get<Returned>(`${RETURN_PATH}/:account`, { config: { ...paced, secretAddress: true } }, (request, reply) =>
    orTrouble(request, reply, async () => {
      // Used up, whatever comes of it.
      reply.clearCookie(name, cookieOptions(publicUrl, 0));
      const [query = ''] = QUERY.exec(request.url) ?? [];
      const back = { account: request.params.account, query };
      const begun = await providerSignIn.finish(request.cookies[name] ?? '', back, browserOf(request));
      return welcome(reply, begun);
    }),
  );

  async function orTrouble(request: FastifyRequest, reply: FastifyReply, act: () => Promise<FastifyReply>) {
    try {
      return await act();
    } catch (error) {
      if (!(error instanceof ProviderError)) throw error;
      const { trouble } = error;
      request.log.warn({ err: error, trouble }, 'nobody was signed in by a provider');
      return sendPage(reply, <TroublePage trouble={trouble} />, trouble === 'unreachable' ? 503 : 422);
    }
  }

  return {
    /** Answers with an offer of the provider for an address; false, and nothing is answered, where it has none. */
    async offer(request, reply, { email, to, ...carried }) {
      const offered = await providerSignIn.offer(email, to);
      if (!offered) return false;
      const { host, required, cookie } = offered;
      keep(reply, cookie);
      leadsBackTo(request, '/sign-in');
      await sendPage(reply, <OfferPage {...{ host, required, email, to }} {...carried} />);
      return true;
    },
  };
}
