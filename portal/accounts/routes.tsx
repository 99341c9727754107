import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { mayChangeAccount, maySeeAllAccounts } from '../../domain/people/permissions.ts';
import { textsOf } from '../../languages/index.ts';
import { everybody, onPeople, whoever } from '../../services/permissions/permit.ts';
import { readForm } from '../form.ts';
import { sendPage } from '../pages.tsx';
import { readChoice, readSearch, readText, type Query } from '../parts/list/query.ts';
import type { PageServices } from '../services.ts';
import { viewerOf } from '../session/signed-in-only.ts';
import { AccountsPage, LISTED_KINDS } from './list-page.tsx';
import { AccountPage } from './page.tsx';
import { asTyped, readTyped, wrongWith } from './profile-form.ts';

type OfAccount = { Params: { id: string }; Querystring: Query };

const PAGE_ROWS = 50;

/** What accounts say of themselves: one's own, and all of them for the vendor. */
export function registerAccounts(app: FastifyInstance, { accounts }: PageServices): void {
  app.get('/account', { config: everybody }, (request, reply) =>
    reply.redirect(`/accounts/${viewerOf(request).account.id}`, 303),
  );

  app.get<{ Querystring: Query }>('/accounts', { config: whoever(maySeeAllAccounts) }, async (request, reply) => {
    const q = readSearch(request.query.q);
    const kind = readChoice(request.query.kind, LISTED_KINDS);
    const cursor = readText(request.query.cursor) || undefined;
    const found = await accounts.listAccounts(
      viewerOf(request),
      { ...(q && { q }), kind: kind === 'all' ? undefined : kind },
      { limit: PAGE_ROWS, cursor },
    );
    return sendPage(reply, <AccountsPage {...found} q={q} kind={kind} />);
  });

  app.get<OfAccount>('/accounts/:id', { config: onPeople() }, async (request, reply) => {
    const viewer = viewerOf(request);
    const account = await accounts.readView(viewer, request.params.id);
    const about = { isSaved: request.query.saved !== undefined, mayChange: mayChangeAccount(viewer) };
    return sendPage(reply, <AccountPage account={account} typed={asTyped(account)} wrong={{}} {...about} />);
  });

  app.post<OfAccount>('/accounts/:id', { config: onPeople(mayChangeAccount) }, async (request, reply) => {
    const viewer = viewerOf(request);
    const { id } = request.params;
    const form = readForm(request);
    const typed = readTyped(form);
    const { texts } = request.reader!.language;
    const expected = /^\d{1,9}$/.test(form.version ?? '') ? [Number(form.version)] : [];
    const change = {
      ...{ name: typed.name, timeZone: typed.timeZone || null, notices: typed.notices },
      ...(textsOf(typed.locale) && { locale: typed.locale }),
    };
    try {
      await accounts.changeAccount(viewer, id, change, { requestId: randomUUID(), by: viewer.by, expected });
      return await reply.redirect(`/accounts/${id}?saved`, 303);
    } catch (error) {
      const wrong = wrongWith(error, texts.account);
      const account = await accounts.readView(viewer, id);
      const page = <AccountPage {...{ account, typed, wrong }} isSaved={false} mayChange />;
      return sendPage(reply, page, wrong.changed ? 409 : 422);
    }
  });
}
