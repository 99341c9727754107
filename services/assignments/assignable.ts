import { waitingTokens } from '../../db/queries/servers/tokens.ts';
import type { Caller } from '../../domain/people/permissions.ts';
import { tokenOf } from '../../secrets/activation-token.ts';
import type { AccountService } from '../accounts/accounts.ts';
import { createCursors, toPage } from '../cursors.ts';
import type { Deps } from '../deps.ts';
import { instant } from '../orders/view.ts';
import { ProblemError } from '../problems/problems.ts';
import type { ServerService } from '../servers/servers.ts';

type Page = { limit: number; cursor?: string | undefined };

/** What a caller wants to see of what can be assigned: all, or what concerns one application or one server. */
export type AssignableFilter = { application?: string | undefined; server?: string | undefined };

/** More of anything than a customer has, so that one read has them all. */
export const ALL_AT_ONCE = 10_000;

/** What can be assigned, and where it can go: the matrix of a customer's applications and servers. */
export function createAssignable(
  { orm, secretKeys }: Pick<Deps, 'orm' | 'secretKeys'>,
  { accounts, servers }: { accounts: AccountService; servers: ServerService },
) {
  const cursors = createCursors(secretKeys);

  return {
    /**
     * Applications of which something is unlocked or assigned, each with what is free; and servers with what they have, first
     * registered first. A standby is there too, though it is given nothing. Problems: NOT_FOUND.
     */
    async listAssignable(caller: Caller, customer: string, { application, server }: AssignableFilter, page: Page) {
      const [{ items: licenses }, list] = await Promise.all([
        accounts.listLicenses(caller, customer, { limit: ALL_AT_ONCE }),
        server === undefined ? servers.listServers(customer, page) : one(customer, server),
      ]);
      const applications = licenses
        .filter((row) => row.owned > row.locked || row.assigned > 0)
        .filter((row) => application === undefined || row.application === application)
        .map((row) => ({
          ...{ application: row.application, name: row.name, unit: row.unit, licenses: row.licenses },
          ...{ usable: row.owned - row.locked, assigned: row.assigned, free: row.free },
        }));
      const items = list.items.map(({ id, name, role, state, standbyFor, assignments }) => ({
        ...{ server: id, name, role, state, standbyFor },
        assignments: assignments.map(({ application: key, capacity }) => ({ application: key, capacity })),
      }));
      return { applications, items, nextCursor: list.nextCursor };
    },

    /** The Activation Tokens of servers that wait for them, last registered first. Problems: NOT_FOUND. */
    async listWaitingTokens(customer: string, { limit, cursor }: Page) {
      await accounts.readAccount(customer);
      const list = `tokens/${customer}`;
      const after = cursors.read<{ registeredAt: number; id: string }>(list, cursor);
      return toPage(
        await waitingTokens(orm.em.fork(), customer, limit + 1, after),
        limit,
        ({ id, name, issuedAt, version, key }) => ({
          ...{ server: id, name, token: tokenOf(secretKeys, id, { version, key }) },
          ...{ version, issuedAt: instant(issuedAt) },
        }),
        ({ registeredAt, id }) => cursors.write(list, { registeredAt, id }),
      );
    },
  };

  async function one(customer: string, id: string) {
    const { view } = await servers.readServer(id);
    if (view.customer !== customer || view.state === 'retired') throw new ProblemError('NOT_FOUND');
    return { items: [view], nextCursor: null };
  }
}
