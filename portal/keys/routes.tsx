import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { namesOfDoers } from '../../db/queries/pages/people.ts';
import { mayManageKeys } from '../../domain/people/permissions.ts';
import { paced } from '../../services/permissions/pacing.ts';
import { onPeople } from '../../services/permissions/permit.ts';
import { ConfirmPage } from '../confirm.tsx';
import { readForm } from '../form.ts';
import { Page } from '../layout.tsx';
import { NotFound, sendPage } from '../pages.tsx';
import { ToldOnce } from '../parts/said/told-once.tsx';
import type { Query } from '../parts/list/query.ts';
import type { PageServices } from '../services.ts';
import { askedByForm } from '../session/asked-by-form.ts';
import { asksAgain } from '../session/asks-again.ts';
import { viewerOf } from '../session/signed-in-only.ts';
import { asAsked, EMPTY_KEY, lackingIn, readKey, wrongWith, type TypedKey, type WrongKey } from './key-form.ts';
import { KeysPage } from './page.tsx';

type OfAccount = { Params: { id: string }; Querystring: Query };
type OfKey = { Params: { id: string; key: string } };

/** More than an account can have. */
const ALL = { limit: 1_000 };

/** The keys of an account. */
export function registerKeys(app: FastifyInstance, { keys, accounts, em, clock }: PageServices): void {
  const managed = { config: onPeople(mayManageKeys) };
  const managedWithProof = { config: { ...managed.config, ...asksAgain } };
  const making = { config: { ...managedWithProof.config, ...paced } };

  app.get<OfAccount>('/accounts/:id/keys', managed, (request, reply) => show(request, reply, EMPTY_KEY, {}));

  app.post<OfAccount>('/accounts/:id/keys', making, async (request, reply) => {
    const { id } = request.params;
    const form = readForm(request);
    const typed = readKey(form);
    const { account: texts } = request.reader!.language.texts;
    const lacking = lackingIn(typed, texts);
    if (Object.keys(lacking).length > 0) return show(request, reply, typed, lacking);
    try {
      const asked = asAsked(typed, clock());
      const made = await keys.make(viewerOf(request), id, asked, askedByForm(request, form).requestId);
      return await sendPage(
        reply,
        <Page title={typed.name} back={{ href: `/accounts/${id}/keys`, text: texts.keys.title }}>
          <ToldOnce {...texts.keys.done} secret={made.key} />
        </Page>,
        201,
      );
    } catch (error) {
      return show(request, reply, typed, wrongWith(error, texts));
    }
  });

  app.get<OfKey>('/accounts/:id/keys/:key/revoke', managed, async (request, reply) => {
    const { id, key } = request.params;
    const found = (await keys.list(id, ALL)).items.find((one) => one.id === key);
    if (!found) return sendPage(reply, <NotFound />, 404);
    const { keys: texts } = request.reader!.language.texts.account;
    const { title, consequences, button } = texts.revoking;
    const back = { href: `/accounts/${id}/keys`, text: texts.title };
    return sendPage(
      reply,
      <ConfirmPage title={title(found.name ?? texts.unnamed)} {...{ back, consequences, button }} />,
    );
  });

  app.post<OfKey>('/accounts/:id/keys/:key/revoke', managedWithProof, async (request, reply) => {
    const { id, key } = request.params;
    await keys.revoke(id, key, viewerOf(request));
    return reply.redirect(`/accounts/${id}/keys?revoked`, 303);
  });

  async function show(request: FastifyRequest<OfAccount>, reply: FastifyReply, typed: TypedKey, wrong: WrongKey) {
    const { id } = request.params;
    const [account, { items }] = await Promise.all([accounts.readAccount(id), keys.list(id, ALL)]);
    const by = items.flatMap(({ createdBy }) => createdBy ?? []);
    const makers = await namesOfDoers(em(), by, viewerOf(request).account.id);
    const isRevoked = request.query.revoked !== undefined;
    const status = Object.keys(wrong).length > 0 ? 422 : 200;
    return sendPage(reply, <KeysPage {...{ account, keys: items, makers, typed, wrong, isRevoked }} />, status);
  }
}
