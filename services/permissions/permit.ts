import type { FastifyRequest } from 'fastify';
import {
  mayChangeOrders,
  type Action,
  type Caller,
  type CustomerFacts,
  type OrderFacts,
} from '../../domain/people/permissions.ts';
import { isWithin, type Scope } from '../../domain/people/scopes.ts';
import { outOfScope, ProblemError } from '../problems/problems.ts';
import type { Access } from './access.ts';

/** Lets a request to a route pass or not, by the parameters of its address. */
type Permit = (access: Access, caller: Caller, parameters: Record<string, string>) => Promise<void> | void;

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who may call this route or open this page; where nothing is said, the vendor's administrators and keys alone. */
    permit?: Permit;
    /** What a key has to be made for to call this route; every route that takes a key names one. */
    scope?: Scope;
  }
  interface FastifyRequest {
    /** Who is calling, by a key or signed in; null where nobody is asked. */
    actor: Caller | null;
  }
}

/** For routes under an order, named by `:number`: who sees it and, where `may` is given, may do that with it. */
export const onOrder = (may?: Action<[OrderFacts]>) => ({
  permit: (access: Access, caller: Caller, { number }: Record<string, string>) => access.toOrder(caller, number!, may),
});

/** For routes under a customer, named by `:id`. */
export const onCustomer = (may?: Action<[CustomerFacts]>) => ({
  permit: (access: Access, caller: Caller, { id }: Record<string, string>) => access.toCustomer(caller, id!, may),
});

/** For routes under a server, named by `:serverId`, else by `:id`. */
export const onServer = (may?: Action<[CustomerFacts]>) => ({
  permit: (access: Access, caller: Caller, { id, serverId }: Record<string, string>) =>
    access.toServer(caller, (serverId ?? id)!, may),
});

/** For routes under an account, named by `:id`. */
export const onAccount = (may?: Action<[CustomerFacts]>) => ({
  permit: (access: Access, caller: Caller, { id }: Record<string, string>) => access.toAccount(caller, id!, may),
});

/** For routes about the people of an account, named by `:id`. */
export const onPeople = (may?: Action<[Pick<CustomerFacts, 'id'>]>) => ({
  permit: (access: Access, caller: Caller, { id }: Record<string, string>) => access.toPeople(caller, id!, may),
});

/** For what concerns nothing in particular. */
export const whoever = (may: Action) => ({
  permit: (access: Access, caller: Caller) => access.to(caller, may),
});

/** For lists, which hold what their caller may see. */
export const everybody = { permit: () => undefined };

const VENDOR_ALONE = whoever(mayChangeOrders).permit;

/**
 * Asks, before anything else is done, whether who is calling may: first what its key was made for, which tells nothing about
 * what is there. Problems: NOT_FOUND, NOT_PERMITTED.
 */
export function createPermit(access: Access) {
  return async function permit(request: FastifyRequest): Promise<void> {
    const { permit: allowed = VENDOR_ALONE, scope } = request.routeOptions.config;
    const caller = actorOf(request);
    if (!isWithin(caller.scopes, scope)) throw outOfScope(scope);
    await allowed(access, caller, request.params as Record<string, string>);
  };
}

/** Who is calling, where somebody has to be. */
export function actorOf({ actor }: FastifyRequest): Caller {
  if (!actor) throw new ProblemError('NOT_AUTHENTICATED');
  return actor;
}
