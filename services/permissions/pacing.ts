import type { FastifyRequest } from 'fastify';
import type { Caller } from '../../domain/people/permissions.ts';
import { CHANGE_PACE, createLimit } from '../pace.ts';
import { actorOf } from './permit.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What it does is kept for ever, or goes to others: an account does it no more often than somebody needs to. */
    isPaced?: boolean;
  }
}

/** For pages' routes that do so; beside who may. */
export const paced = { isPaced: true } as const;

/** Takes a change that a caller's account makes, by whichever key or person. Problems: TOO_MANY_REQUESTS. */
export type RefuseChanges = (caller: Caller) => void;

/** Lets accounts other than the vendor's change things so often and no more: one for all routes of the API and the portal. */
export function createRefuseChanges({ clock }: { clock: () => number }): RefuseChanges {
  const refuseHaste = createLimit(CHANGE_PACE);
  return ({ account }) => {
    if (account.kind !== 'vendor') refuseHaste(account.id, clock());
  };
}

/** Counts what is asked of routes that are paced. Problems: TOO_MANY_REQUESTS. */
export function createPacing(refuseChanges: RefuseChanges) {
  return async function pace(request: FastifyRequest): Promise<void> {
    if (request.routeOptions.config.isPaced) refuseChanges(actorOf(request));
  };
}
