import type { EntityManager } from '@mikro-orm/postgresql';
import type { createServices } from '../services/services.ts';
import { accountFacts } from '../db/queries/accounts/permissions.ts';
import type { Caller, CustomerFacts } from '../domain/permissions.ts';
import type { License } from './licenses/license.ts';
import type { JournalEvent } from './parts/event-facts.ts';
import type { Server } from './servers/server.ts';

export type Services = ReturnType<typeof createServices>;

/** More than a page could show: lists of pages are read at once, so that a page costs as many queries with more rows. */
const WHOLE_LIST = 10_000;

export type PageServices = ReturnType<typeof createPageServices>;

/** What pages ask of the functions that the API uses too, with what only pages need: whole lists. */
export function createPageServices({ services, em, clock }: PageDeps) {
  return {
    ...services,
    em,
    clock,

    /** Every row of what a customer owns, as a caller sees it. Problems: NOT_FOUND. */
    async licensesOf(caller: Caller, customer: string): Promise<License[]> {
      return wholeList((page) => services.accounts.listLicenses(caller, customer, page));
    },

    /** Every server of a customer that is not retired. Problems: NOT_FOUND. */
    async serversOf(customer: string): Promise<Server[]> {
      return wholeList((page) => services.servers.listServers(customer, page));
    },

    /** Sets a capacity in a reader's name, if the server is where the reader saw it. Refuses as the API does. */
    async setCapacity(
      caller: Caller,
      {
        server,
        application,
        capacity,
        seq,
      }: { server: string; application: string; capacity: number; seq: number | null },
      requestId: string,
    ): Promise<{ seq: number }> {
      const asked = { requestId, by: caller.by, ...(seq !== null && { expected: [seq] }) };
      return services.servers.setCapacity(server, application, capacity, asked);
    },

    /** What happened to a server, newest first. */
    async lifeOfServer(id: string): Promise<JournalEvent[]> {
      return newestFirst(await wholeList((page) => services.servers.listEvents(id, page)));
    },

    /** What happened to an order, as far as a caller sees it, newest first. */
    async lifeOfOrder(caller: Caller, number: string): Promise<JournalEvent[]> {
      return newestFirst(await wholeList((page) => services.orders.listEvents(caller, number, page)));
    },

    /** What permissions need to know of a customer who is there. */
    async customerFacts(customer: string): Promise<CustomerFacts> {
      return (await accountFacts(em(), customer))!;
    },
  };
}

export type PageDeps = { services: Services; em: () => EntityManager; clock: () => number };

type ListPage<Item> = { items: Item[]; nextCursor: string | null };

/** What happened last comes first, whichever stream wrote it down. */
function newestFirst(events: JournalEvent[]): JournalEvent[] {
  return events.reverse().sort((one, other) => other.at.localeCompare(one.at));
}

async function wholeList<Item>(
  list: (page: { limit: number; cursor?: string }) => Promise<ListPage<Item>>,
): Promise<Item[]> {
  const items: Item[] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page = await list({ limit: WHOLE_LIST, ...(cursor !== undefined && { cursor }) });
    items.push(...page.items);
    cursor = page.items.length < WHOLE_LIST ? null : page.nextCursor;
  }
  return items;
}
