import type { FastifyInstance } from 'fastify';
import { browserIn } from '../../languages/browser.ts';
import type { PasskeyService } from '../../services/accounts/passkeys.ts';
import { everybody } from '../../services/permissions/permit.ts';
import { readForm } from '../form.ts';
import { sendPage } from '../pages.tsx';
import { asksAgain } from '../session/asks-again.ts';
import { answeringBrowser, passkeyBrowser } from '../session/passkey-browser.ts';
import { viewerOf } from '../session/signed-in-only.ts';
import { NewPasskeyPage, PasskeysPage, type PasskeyOutcome } from './page.tsx';

export type PasskeysDeps = { services: { passkeys: PasskeyService }; publicUrl: string };

type Asked = { Querystring: { done?: string } };

const OUTCOMES = ['added', 'removed'] as const;
const PASSKEYS = '/passkeys';
const NEW = `${PASSKEYS}/new`;

/** The passkeys of whoever is signed in: what is made signs in for good, so that it is asked for again who that is. */
export function registerPasskeys(app: FastifyInstance, { services: { passkeys }, publicUrl }: PasskeysDeps): void {
  app.get<Asked>(PASSKEYS, { config: everybody }, async (request, reply) => {
    const outcome = OUTCOMES.find((one) => one === request.query.done) ?? null;
    return show(request, reply, outcome);
  });

  app.get(NEW, { config: { ...everybody, ...asksAgain } }, async (request, reply) => {
    if (!passkeys.areOffered) return reply.redirect(PASSKEYS, 303);
    const options = await passkeys.askToMake(viewerOf(request), passkeyBrowser(request, reply, publicUrl));
    const name = browserIn(request.reader!.language, request.headers['user-agent'] ?? '');
    return sendPage(reply, <NewPasskeyPage options={options} name={name} />);
  });

  app.post(NEW, { config: { ...everybody, ...asksAgain } }, async (request, reply) => {
    const { answer = '', name = '' } = readForm(request);
    const isMade = await passkeys.make(viewerOf(request), answeringBrowser(request, publicUrl), answer, name);
    return isMade ? reply.redirect(`${PASSKEYS}?done=added`, 303) : show(request, reply, 'failed');
  });

  app.post(`${PASSKEYS}/remove`, { config: { ...everybody, ...asksAgain } }, async (request, reply) => {
    await passkeys.remove(viewerOf(request), readForm(request).id ?? '');
    return reply.redirect(`${PASSKEYS}?done=removed`, 303);
  });

  async function show(
    request: Parameters<typeof viewerOf>[0],
    reply: Parameters<typeof sendPage>[0],
    outcome: PasskeyOutcome,
  ) {
    const held = await passkeys.list(viewerOf(request));
    const page = <PasskeysPage {...{ held, outcome }} mayAdd={passkeys.areOffered} />;
    return sendPage(reply, page, outcome === 'failed' ? 422 : 200);
  }
}
