import type { FastifyInstance, FastifyRequest } from 'fastify';
import { keepAndLead, type KeptFormDeps } from './kept-form.tsx';
import { fieldsOf, formOf } from './packed-form.ts';
import { viewerOf } from './signed-in-only.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /**
     * Whether what is asked here cannot be undone, or lets somebody in, of some addresses perhaps alone: who proved some
     * time ago that it is them proves it again first.
     */
    asksAgain?: true | ((parameters: Record<string, string>) => boolean);
  }
}

/** For routes that do what cannot be undone, or let somebody in; beside who may. */
export const asksAgain = { asksAgain: true } as const;

/** `provenForMs` is how long somebody has proved that it is them, in milliseconds. */
export type AsksAgainDeps = KeptFormDeps & { provenForMs: number; clock: () => number };

/**
 * Before what cannot be undone, leads whoever signed in some time ago to prove that it is them, and then back to the page
 * on which they pressed, with what they had typed. They press once more there: proving alone does nothing.
 */
export function askAgain(app: FastifyInstance, deps: AsksAgainDeps): void {
  app.addHook('preHandler', async (request, reply) => {
    if (!isAsked(request)) return;
    const { session, provedAt } = viewerOf(request);
    if (deps.clock() - provedAt <= deps.provenForMs) return;
    const { page, action, ...form } = formOf(request, fieldsOf(request.body) ?? {}, deps.publicUrl);
    const back = request.method === 'GET' ? request.url : page;
    return keepAndLead(reply, deps, session, { page: back, action, ...form }, '/prove');
  });
}

function isAsked({ params, routeOptions: { config } }: FastifyRequest): boolean {
  const asked = config.asksAgain ?? false;
  return typeof asked === 'function' ? asked(params as Record<string, string>) : asked;
}
