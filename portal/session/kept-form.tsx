import type { FastifyInstance, FastifyReply } from 'fastify';
import { SIGN_IN_LIMITS } from '../../domain/people/sign-in-limits.ts';
import type { KeptForm, KeptForms } from '../../services/accounts/kept-forms.ts';
import { cookieName, cookieOptions } from './cookies.ts';

/** By which a browser says that a form is kept for its session, so that other pages cost no query. */
const KEPT_COOKIE = 'kept';
const KEPT_SECONDS = SIGN_IN_LIMITS.keptFormMinutes * 60;

export type KeptFormDeps = { services: { keptForms: KeptForms }; publicUrl: string };

/**
 * Has pages show again what was typed in them before signing in or proving it: the page of the form that is kept for the
 * session, until that form is sent.
 */
export function refillKeptForms(app: FastifyInstance, { services, publicUrl }: KeptFormDeps): void {
  const cookie = cookieName(publicUrl, KEPT_COOKIE);
  app.addHook('preHandler', async (request, reply) => {
    const session = request.reader?.viewer?.session;
    if (!session || request.cookies[cookie] === undefined) return;
    const kept = await services.keptForms.find(session);
    if (request.method === 'GET') {
      if (kept?.page === request.url && Object.keys(kept.fields).length > 0) request.reader!.kept = kept;
      return;
    }
    if (kept && kept.action !== request.url.split('?')[0]) return;
    await services.keptForms.forget(session);
    reply.clearCookie(cookie, cookieOptions(publicUrl, 0));
  });
}

/** Keeps a form for a session, and has its browser say so. */
export async function keepInSession(
  reply: FastifyReply,
  { services, publicUrl }: KeptFormDeps,
  session: string,
  form: KeptForm,
): Promise<void> {
  await services.keptForms.keep(session, form);
  reply.setCookie(cookieName(publicUrl, KEPT_COOKIE), '1', cookieOptions(publicUrl, KEPT_SECONDS));
}

/** Keeps a form for a session, and leads to its page. */
export async function keepAndLead(
  reply: FastifyReply,
  deps: KeptFormDeps,
  session: string,
  form: KeptForm,
): Promise<FastifyReply> {
  await keepInSession(reply, deps, session, form);
  return reply.redirect(form.page, 303);
}
