import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { keepInSession, type KeptFormDeps } from './kept-form.tsx';
import { fieldsOf, formOf } from './packed-form.ts';
import { viewerOf } from './signed-in-only.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /**
     * Whether what is asked here cannot be undone, or lets somebody in, of some addresses perhaps alone: who proved some
     * time ago that it is them proves it again first. Where more than the address says so, `itself`, by `proveFirst`.
     */
    asksAgain?: true | 'itself' | ((parameters: Record<string, string>) => boolean);
  }
}

/** For routes that do what cannot be undone, or let somebody in; beside who may. */
export const asksAgain = { asksAgain: true } as const;

/** For routes of which some requests are such: their handler knows which. */
export const asksAgainItself = { asksAgain: 'itself' } as const;

/** `provenForMs` is how long somebody has proved that it is them, in milliseconds. */
export type AsksAgainDeps = KeptFormDeps & { provenForMs: number; clock: () => number };

/** What was typed in a form; `leftOut` where a file was chosen in it. */
type Typed = { fields: unknown; leftOut: boolean };

/** Leads whoever proved it too long ago to proving it; false, and nothing is answered, for whoever proved it lately. */
export type ProveFirst = (request: FastifyRequest, reply: FastifyReply, typed: Typed) => Promise<boolean>;

/**
 * Before what cannot be undone, leads whoever signed in some time ago to prove that it is them, and then back to the page
 * on which they pressed, with what they had typed. They press once more there: proving alone does nothing.
 */
export function askAgain(app: FastifyInstance, deps: AsksAgainDeps): void {
  const proveFirst = createProveFirst(deps);
  app.addHook('preHandler', async (request, reply) => {
    if (isAsked(request) && (await proveFirst(request, reply, { fields: request.body, leftOut: false }))) return reply;
    return undefined;
  });
}

/** For handlers that know more than an address says. */
export function createProveFirst(deps: AsksAgainDeps): ProveFirst {
  return async (request, reply, { fields, leftOut }) => {
    const { session, provedAt } = viewerOf(request);
    if (deps.clock() - provedAt <= deps.provenForMs) return false;
    const form = { sent: fields, fields: fieldsOf(fields) ?? {} };
    const { page, ...kept } = formOf(request, form, deps.publicUrl);
    const back = request.method === 'GET' ? request.url : page;
    await keepInSession(reply, deps, session, { ...kept, page: back, leftOut });
    // Not waited for: a file that was chosen is not read before.
    void reply.redirect('/prove', 303);
    return true;
  };
}

function isAsked({ params, routeOptions: { config } }: FastifyRequest): boolean {
  const asked = config.asksAgain ?? false;
  return typeof asked === 'function' ? asked(params as Record<string, string>) : asked === true;
}
