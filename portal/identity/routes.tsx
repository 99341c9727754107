import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { mayManageSignIn, maySetDomains } from '../../domain/people/permissions.ts';
import { paced } from '../../services/permissions/pacing.ts';
import { onPeople, whoever } from '../../services/permissions/permit.ts';
import { ConfirmPage } from '../confirm.tsx';
import { codeOf } from '../error-code.ts';
import { readForm } from '../form.ts';
import { sendPage } from '../pages.tsx';
import type { Query } from '../parts/list/query.ts';
import type { PageServices } from '../services.ts';
import { askedByForm } from '../session/asked-by-form.ts';
import { asksAgain } from '../session/asks-again.ts';
import { leadsBackTo } from '../session/find-readers.ts';
import { IdentityPage, type IdentityPageProps } from './page.tsx';
import { asPut, asTyped, readTyped, wrongWith } from './provider-form.ts';

type OfAccount = { Params: { id: string }; Querystring: Query };
type Shown = Partial<Pick<IdentityPageProps, 'typed' | 'wrong' | 'checked' | 'typedDomains'>>;

/** By which provider people of an account sign in, and which domains are its. */
export function registerIdentity(app: FastifyInstance, { identity, accounts }: PageServices): void {
  const managed = { config: onPeople(mayManageSignIn) };
  const managedWithProof = { config: { ...managed.config, ...asksAgain } };
  const setting = { config: { ...managedWithProof.config, ...paced } };
  const pageOf = ({ params }: FastifyRequest<OfAccount>) => `/accounts/${params.id}/sign-in`;

  app.get<OfAccount>('/accounts/:id/sign-in', managed, (request, reply) => show(request, reply));

  app.post<OfAccount>('/accounts/:id/sign-in', setting, (request, reply) => {
    const typed = readTyped(readForm(request));
    const save = () => identity.set(request.params.id, asPut(typed), askedByForm(request, {}));
    return orWrong(request, reply, save, { typed });
  });

  app.post<OfAccount>('/accounts/:id/sign-in/check', managed, async (request, reply) => {
    leadsBackTo(request, pageOf(request));
    return show(request, reply, { checked: await identity.check(request.params.id) });
  });

  app.post<OfAccount>(
    '/accounts/:id/sign-in/domains',
    { config: { ...whoever(maySetDomains), ...asksAgain, ...paced } },
    (request, reply) => {
      leadsBackTo(request, pageOf(request));
      const { domains: typedDomains = '' } = readForm(request);
      const domains = typedDomains.split(/[\s,;]+/).filter((domain) => domain !== '');
      const save = () => identity.setDomains(request.params.id, domains, askedByForm(request, {}));
      return orWrong(request, reply, save, { typedDomains });
    },
  );

  app.get<OfAccount>('/accounts/:id/sign-in/remove', managed, (request, reply) => {
    const texts = request.reader!.language.texts.identity;
    const back = { href: pageOf(request), text: texts.title };
    return sendPage(reply, <ConfirmPage {...texts.removing} back={back} />);
  });

  app.post<OfAccount>('/accounts/:id/sign-in/remove', managedWithProof, async (request, reply) => {
    await identity.remove(request.params.id, askedByForm(request, {}));
    return reply.redirect(pageOf(request), 303);
  });

  async function orWrong(
    request: FastifyRequest<OfAccount>,
    reply: FastifyReply,
    save: () => Promise<unknown>,
    typed: Shown,
  ) {
    try {
      await save();
      return await reply.redirect(`${pageOf(request)}?saved`, 303);
    } catch (error) {
      return show(request, reply, { ...typed, wrong: wrongWith(error, request.reader!.language.texts.identity) });
    }
  }

  async function show(request: FastifyRequest<OfAccount>, reply: FastifyReply, shown: Shown = {}) {
    const { id } = request.params;
    const [account, kept, { domains }] = await Promise.all([
      accounts.readAccount(id),
      identity.read(id).catch(noneWhenNotFound),
      identity.domains(id),
    ]);
    const about = { account, isSet: kept !== null, domains, returnAddress: identity.returnAddressOf(id) };
    const page = {
      ...{ typed: asTyped(kept), wrong: {}, isSaved: request.query.saved !== undefined },
      ...shown,
    };
    return sendPage(reply, <IdentityPage {...about} {...page} />, shown.wrong ? 422 : 200);
  }
}

function noneWhenNotFound(error: unknown): null {
  if (codeOf(error) !== 'NOT_FOUND') throw error;
  return null;
}
