import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { KeptForms } from '../../services/accounts/kept-forms.ts';
import type { PasskeyService } from '../../services/accounts/passkeys.ts';
import type { ProvingService } from '../../services/accounts/proving.ts';
import { networkOf } from '../../services/network.ts';
import { everybody } from '../../services/permissions/permit.ts';
import { readForm } from '../form.ts';
import { sendPage } from '../pages.tsx';
import { cookieName, cookieOptions } from '../session/cookies.ts';
import { leadsBackTo } from '../session/find-readers.ts';
import { answeringBrowser, passkeyBrowser } from '../session/passkey-browser.ts';
import { viewerOf } from '../session/signed-in-only.ts';
import { ProvePage, type Proving } from './page.tsx';

export type ProvingDeps = {
  services: { proving: ProvingService; passkeys: PasskeyService; keptForms: KeptForms };
  publicUrl: string;
};

const PROVE = '/prove';
const ASKING_COOKIE = 'proof';
const ASKING_SECONDS = 600;

/** Where whoever is signed in proves that it is them, before what cannot be undone; then it goes on where they pressed. */
export function registerProving(app: FastifyInstance, { services, publicUrl }: ProvingDeps): void {
  const { proving, passkeys, keptForms } = services;
  const asking = cookieName(publicUrl, ASKING_COOKIE);

  app.get(PROVE, { config: everybody }, (request, reply) => show(request, reply, {}));

  app.post(`${PROVE}/ask`, { config: everybody }, async (request, reply) => {
    const { locale } = request.reader!.language;
    const { browser, send } = await proving.ask(viewerOf(request), locale, {
      ...{ network: networkOf(request.ip), mark: request.cookies[cookieName(publicUrl, 'known')] ?? null },
    });
    reply.raw.once('finish', send);
    reply.setCookie(asking, browser, cookieOptions(publicUrl, ASKING_SECONDS));
    return show(request, reply, { isSent: true });
  });

  app.post(`${PROVE}/code`, { config: everybody }, async (request, reply) => {
    const { code = '' } = readForm(request);
    const proved = await proving.byCode(viewerOf(request), request.cookies[asking] ?? '', code);
    return proved ? goOn(request, reply) : show(request, reply, { isSent: true, wrong: 'code' });
  });

  app.post(`${PROVE}/passkey`, { config: everybody }, async (request, reply) => {
    const { answer = '' } = readForm(request);
    const proved = await proving.byPasskey(viewerOf(request), answeringBrowser(request, publicUrl), answer);
    return proved ? goOn(request, reply) : show(request, reply, { wrong: 'passkey' });
  });

  async function goOn(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const kept = await keptForms.find(viewerOf(request).session);
    return reply.redirect(kept?.page ?? '/', 303);
  }

  async function show(request: FastifyRequest, reply: FastifyReply, about: Omit<Proving, 'passkey'>) {
    const viewer = viewerOf(request);
    const has = passkeys.areOffered && (await passkeys.list(viewer)).length > 0;
    const passkey = has ? await passkeys.askToUse(passkeyBrowser(request, reply, publicUrl), viewer) : null;
    leadsBackTo(request, PROVE);
    return sendPage(reply, <ProvePage {...about} passkey={passkey} />, about.wrong ? 422 : 200);
  }
}
