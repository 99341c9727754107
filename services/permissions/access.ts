import {
  maySeeAccount,
  maySeeCustomer,
  maySeeOrder,
  maySeePeople,
  maySeeServers,
  type Action,
  type Caller,
  type CustomerFacts,
  type OrderFacts,
} from '../../domain/people/permissions.ts';
import { accountFacts, customerOfServer, orderFacts } from '../../db/queries/accounts/permissions.ts';
import type { Deps } from '../deps.ts';
import { notFound, notSeen } from '../orders/arriving/rebuilt.ts';
import { serverNotSeen, unknownHere } from '../servers/unrepaired.ts';
import { notPermitted, ProblemError } from '../problems/problems.ts';

export type Access = ReturnType<typeof createAccess>;

/**
 * Finds out what permissions need to know about a thing, and asks them. What a caller may not see is not there for it
 * (NOT_FOUND); what it sees and may not do is NOT_PERMITTED. The vendor sees everything, so nothing is looked up for it.
 */
export function createAccess(deps: Pick<Deps, 'orm' | 'temporal' | 'clock'>) {
  const { orm, clock } = deps;
  const em = () => orm.em.fork();
  const asking = ({ account }: Caller) => ({ account: account.id, nowMs: clock() });

  async function see<Facts>(
    caller: Caller,
    find: () => Promise<Facts | null>,
    maySee: (caller: Caller, facts: Facts) => boolean,
    may?: Action<[Facts]>,
    unseen: () => Promise<ProblemError> = async () => new ProblemError('NOT_FOUND'),
  ): Promise<void> {
    if (caller.account.kind === 'vendor' && caller.role === 'administrator') return;
    const facts = await find();
    if (!facts || !maySee(caller, facts)) throw await unseen();
    if (may && !may(caller, facts)) throw notPermitted(may);
  }

  return {
    /** Passes who may see the order and, where `may` is given, do that with it. Problems: NOT_FOUND, NOT_PERMITTED, ORDER_NOT_REPAIRED. */
    toOrder: (caller: Caller, number: string, may?: Action<[OrderFacts]>) =>
      see(
        caller,
        () => orderFacts(em(), number),
        maySeeOrder,
        may,
        () =>
          caller.account.kind === 'vendor'
            ? notFound(em())
            : notSeen(deps, number, (facts) => maySeeOrder(caller, facts)),
      ),

    /** The same for what a customer owns. Problems: NOT_FOUND, NOT_PERMITTED. */
    toCustomer: (caller: Caller, id: string, may?: Action<[CustomerFacts]>) =>
      see(caller, () => accountFacts(em(), id, asking(caller)), maySeeCustomer, may),

    /** The same for a server of a customer. Problems: NOT_FOUND, NOT_PERMITTED, SERVER_NOT_REPAIRED. */
    toServer: (caller: Caller, id: string, may?: Action<[CustomerFacts]>) =>
      see(
        caller,
        () => customerOfServer(em(), id, asking(caller)),
        maySeeServers,
        may,
        async () =>
          caller.account.kind === 'vendor'
            ? new ProblemError(await unknownHere(deps, 'NOT_FOUND'))
            : serverNotSeen(deps, id, async (customer) => {
                const facts = await accountFacts(em(), customer, asking(caller));
                return facts !== null && maySeeServers(caller, facts);
              }),
      ),

    /** The same for an account itself. Problems: NOT_FOUND, NOT_PERMITTED. */
    toAccount: (caller: Caller, id: string, may?: Action<[CustomerFacts]>) =>
      see(caller, () => accountFacts(em(), id, asking(caller)), maySeeAccount, may),

    /** The same for the people of an account. Problems: NOT_FOUND, NOT_PERMITTED. */
    toPeople(caller: Caller, id: string, may?: Action<[Pick<CustomerFacts, 'id'>]>): void {
      if (!maySeePeople(caller, { id })) throw new ProblemError('NOT_FOUND');
      if (may && !may(caller, { id })) throw notPermitted(may);
    },

    /** Passes who may do what concerns nothing in particular. Problems: NOT_PERMITTED. */
    to(caller: Caller, may: Action): void {
      if (!may(caller)) throw notPermitted(may);
    },
  };
}
