import type { FastifyRequest } from 'fastify';
import { CHANGE_PACE, createLimit } from '../../services/pace.ts';
import { actorOf } from '../../services/permissions/permit.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What it does is kept for ever, or goes to others: an account does it no more often than somebody needs to. */
    isPaced?: boolean;
  }
}

/** Lets accounts other than the vendor's do what is paced so often and no more. Problems: TOO_MANY_REQUESTS. */
export function createPacing(clock: () => number) {
  const refuseHaste = createLimit(CHANGE_PACE);
  return async function pace(request: FastifyRequest): Promise<void> {
    if (!request.routeOptions.config.isPaced) return;
    const { account } = actorOf(request);
    if (account.kind !== 'vendor') refuseHaste(account.id, clock());
  };
}
