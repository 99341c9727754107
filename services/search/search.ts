import { searchAccounts } from '../../db/queries/search/accounts.ts';
import { searchOrders } from '../../db/queries/search/orders.ts';
import { searchPeople } from '../../db/queries/search/people.ts';
import { searchServers } from '../../db/queries/search/servers.ts';
import type { Found } from '../../db/queries/search/words.ts';
import { mayFindByToken, mayFindPeople, sightOf, type Caller } from '../../domain/people/permissions.ts';
import { isWithin, type Scope } from '../../domain/people/scopes.ts';
import { firstGroupIn } from '../../secrets/activation-token.ts';
import type { Deps } from '../deps.ts';
import { readSought } from './sought.ts';

/** So many of each kind are shown where nobody says. */
export const FEW = 5;

export type SearchService = ReturnType<typeof createSearchService>;
export type SearchAnswer = Awaited<ReturnType<SearchService['search']>>;

/** Where a single thing is exactly what was searched for, this is it. */
export type Exactly = { kind: 'order' | 'account' | 'server' | 'person'; id: string };

/** Finds orders, accounts, servers and people by what somebody has in hand of them. */
export function createSearchService({ orm, clock }: Pick<Deps, 'orm' | 'clock'>) {
  const em = () => orm.em.fork();

  return {
    /**
     * What a caller's lists would show of what was typed, a few of each kind, the best match first. What its key was not made
     * for is left out, and what it may not see is not there. Every word has to be found; a token is looked for by its first
     * group alone, by who could read it.
     */
    async search(caller: Caller, q: string, limit: number = FEW) {
      const sought = readSought(q);
      const may = (scope: Scope) => sought !== null && isWithin(caller.scopes, scope);
      const asked = { ...(sought ?? NOTHING), limit };
      const sight = sightOf(caller);
      const mayToken = mayFindByToken(caller) && isWithin(caller.scopes, 'servers:write');
      const firstGroup = mayToken ? firstGroupIn(asked.phrase) : null;
      const [orders, accounts, servers, people] = await Promise.all([
        may('orders:read') ? searchOrders(em(), sight, asked) : none,
        may('accounts:read') ? searchAccounts(em(), caller.account.id, sight, asked) : none,
        may('licenses:read') ? searchServers(em(), sight, { ...asked, firstGroup, nowMs: clock() }) : none,
        may('accounts:read') && mayFindPeople(caller) ? searchPeople(em(), asked) : none,
      ]);
      return {
        exactly: onlyOne([
          ...orders.rows.map(({ number, exact }) => ({ kind: 'order' as const, id: number, exact })),
          ...accounts.rows.map(({ id, exact }) => ({ kind: 'account' as const, id, exact })),
          ...servers.rows.map(({ id, exact }) => ({ kind: 'server' as const, id, exact })),
          ...people.rows.map(({ id, exact }) => ({ kind: 'person' as const, id, exact })),
        ]),
        orders: shown(orders),
        accounts: shown(accounts),
        servers: shown(servers),
        people: shown(people),
      };
    },
  };
}

const NOTHING = { phrase: '', words: [] };
const none: Found<never> = { rows: [], more: false };

function onlyOne(found: readonly (Exactly & { exact: boolean })[]): Exactly | null {
  const exact = found.filter((one) => one.exact);
  return exact.length === 1 ? { kind: exact[0]!.kind, id: exact[0]!.id } : null;
}

function shown<Row extends { exact: boolean }>({ rows, more }: Found<Row>) {
  return { items: rows.map(({ exact: _exact, ...item }) => item), more };
}
