import type { FastifyInstance, FastifyReply } from 'fastify';
import { everybody } from '../../services/permissions/permit.ts';
import type { SessionService } from '../../services/accounts/sessions.ts';
import { readForm } from '../form.ts';
import { sendPage } from '../pages.tsx';
import { asksAgainItself, createProveFirst, type AsksAgainDeps } from '../session/asks-again.ts';
import { cookieName, cookieOptions, SESSION_COOKIE } from '../session/cookies.ts';
import { leadsBackTo } from '../session/find-readers.ts';
import { viewerOf } from '../session/signed-in-only.ts';
import { SessionsPage } from './page.tsx';

export type SessionsDeps = AsksAgainDeps & { services: { sessions: SessionService } };

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

type ById = { Params: { id: string } };

/** Where a person is signed in: every action is about their own sessions alone. */
export function registerSessions(app: FastifyInstance, deps: SessionsDeps): void {
  const { services, publicUrl } = deps;
  const { sessions } = services;
  const proveFirst = createProveFirst(deps);
  const back = (reply: FastifyReply) => reply.redirect('/sessions', 303);

  app.get('/sessions', { config: everybody }, async (request, reply) => {
    const viewer = viewerOf(request);
    const [list, accounts] = await Promise.all([sessions.list(viewer), sessions.accounts(viewer)]);
    return sendPage(reply, <SessionsPage sessions={list} accounts={accounts} />);
  });

  app.post('/sessions/time-zone', { config: everybody }, async (request, reply) => {
    await sessions.chooseTimeZone(viewerOf(request), readForm(request).timeZone || null);
    return back(reply);
  });

  app.post('/sign-out', { config: { ...everybody, endsSession: true } }, async (request, reply) => {
    const cookie = cookieName(publicUrl, SESSION_COOKIE);
    await sessions.endHeld(request.cookies[cookie] ?? '');
    reply.clearCookie(cookie, cookieOptions(publicUrl, 0));
    return reply.redirect('/sign-in', 303);
  });

  app.post<ById>('/sessions/:id/end', { config: everybody }, async (request, reply) => {
    if (UUID.test(request.params.id)) await sessions.end(viewerOf(request), request.params.id);
    return back(reply);
  });

  app.post('/sessions/end-others', { config: everybody }, async (request, reply) => {
    await sessions.endOthers(viewerOf(request));
    return back(reply);
  });

  app.post<ById>('/sessions/switch/:id', { config: { ...everybody, ...asksAgainItself } }, async (request, reply) => {
    if (await sessions.switchTo(viewerOf(request), request.params.id)) return reply.redirect('/', 303);
    leadsBackTo(request, '/sessions');
    await proveFirst(request, reply, { fields: {}, leftOut: false });
    return reply;
  });
}
