import {
  maySeeAccount,
  maySeeCustomer,
  maySeeOrder,
  maySeePeople,
  type Caller,
  type CustomerFacts,
  type OrderFacts,
} from '../../domain/permissions.ts';
import { accountFacts, customerOfServer, orderFacts } from '../../db/queries/accounts/permissions.ts';
import type { Deps } from '../deps.ts';
import { ProblemError } from '../problems/problems.ts';

export type Access = ReturnType<typeof createAccess>;

/**
 * Finds out what permissions need to know about a thing, and asks them. What a caller may not see is not there for it
 * (NOT_FOUND); what it sees and may not do is NOT_PERMITTED. The vendor sees everything, so nothing is looked up for it.
 */
export function createAccess({ orm }: Pick<Deps, 'orm'>) {
  const em = () => orm.em.fork();

  async function see<Facts>(
    caller: Caller,
    find: () => Promise<Facts | null>,
    maySee: (caller: Caller, facts: Facts) => boolean,
    may?: (caller: Caller, facts: Facts) => boolean,
  ): Promise<void> {
    if (caller.account.kind === 'vendor' && caller.role === 'administrator') return;
    const facts = await find();
    if (!facts || !maySee(caller, facts)) throw new ProblemError('NOT_FOUND');
    if (may && !may(caller, facts)) throw new ProblemError('NOT_PERMITTED');
  }

  return {
    /** Passes who may see the order and, where `may` is given, do that with it. Problems: NOT_FOUND, NOT_PERMITTED. */
    toOrder: (caller: Caller, number: string, may?: (caller: Caller, order: OrderFacts) => boolean) =>
      see(caller, () => orderFacts(em(), number), maySeeOrder, may),

    /** The same for what a customer owns. Problems: NOT_FOUND, NOT_PERMITTED. */
    toCustomer: (caller: Caller, id: string, may?: (caller: Caller, customer: CustomerFacts) => boolean) =>
      see(caller, () => accountFacts(em(), id), maySeeCustomer, may),

    /** The same for a server of a customer. Problems: NOT_FOUND, NOT_PERMITTED. */
    toServer: (caller: Caller, id: string, may?: (caller: Caller, customer: CustomerFacts) => boolean) =>
      see(caller, () => customerOfServer(em(), id), maySeeCustomer, may),

    /** The same for an account itself. Problems: NOT_FOUND, NOT_PERMITTED. */
    toAccount: (caller: Caller, id: string, may?: (caller: Caller, account: CustomerFacts) => boolean) =>
      see(caller, () => accountFacts(em(), id), maySeeAccount, may),

    /** The same for the people of an account. Problems: NOT_FOUND, NOT_PERMITTED. */
    toPeople(caller: Caller, account: string, may?: (caller: Caller, account: string) => boolean): void {
      if (!maySeePeople(caller, account)) throw new ProblemError('NOT_FOUND');
      if (may && !may(caller, account)) throw new ProblemError('NOT_PERMITTED');
    },

    /** Passes who may do what concerns nothing in particular. Problems: NOT_PERMITTED. */
    to(caller: Caller, may: (caller: Caller) => boolean): void {
      if (!may(caller)) throw new ProblemError('NOT_PERMITTED');
    },
  };
}
