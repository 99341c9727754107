import type { SellerView } from '../services/accounts/sellers.ts';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { AskedActivity } from '../services/feed/activity.ts';
import type { FeedEvent } from '../services/feed/seen.ts';
import type { AskedEstate } from '../services/servers/servers.ts';
import type { Services } from '../services/services.ts';
import { accountFacts, orderFactsOf } from '../db/queries/accounts/permissions.ts';
import { serverNames } from '../db/queries/pages/servers.ts';
import type { EventType } from '../domain/journal.ts';
import type { Caller, CustomerFacts, OrderFacts } from '../domain/people/permissions.ts';

type Answer<Ask extends (...asked: never[]) => unknown> = Awaited<ReturnType<Ask>>;

/** One row of what an account owns: an application, with its lines. */
export type License = Answer<Services['accounts']['listLicenses']>['items'][number];
export type LicenseLine = License['lines'][number];

/** What can be assigned, and where it can go. */
export type Assignable = Answer<Services['assignments']['listAssignable']>;

/** A server with the place in its stream that a change may name. */
export type SeenServer = Answer<Services['servers']['readServer']>;
export type Server = SeenServer['view'];

/** What ends, a page of it with its totals, and a line of that. */
export type Renewals = Answer<Services['renewals']['list']>;
export type Renewal = Renewals['items'][number];

/** An item of a journal; what else it says depends on its type. */
export type JournalEvent = { stream: string; seq: number; type: EventType; at: string } & Record<string, unknown>;

/** What was owned and assigned of an application over time. */
export type PastLicense = Answer<Services['history']['list']>['items'][number];

/** A server in a list over all customers. */
export type ServerOfCustomer = Answer<Services['servers']['listEstate']>['items'][number];
/** Of what is written as it is read, so that the whole is never held. */
const AT_ONCE = 2_000;

/** What a page shows of a server and its standby. */
export type StandingOf = Answer<PageServices['standingOf']>;

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

    /** Everybody who sold a customer something. Problems: NOT_FOUND. */
    async sellersOf(customer: string): Promise<SellerView[]> {
      return wholeList((page) => services.sellers.list(customer, page));
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

    /** What stands between a server and its standby, with what the customer's servers are called, those of before too. */
    async standingOf({ id, customer, standbyFor }: Server) {
      const [standing, names] = await Promise.all([
        services.servers.standing(id, standbyFor),
        serverNames(em(), customer),
      ]);
      return { ...standing, names };
    },

    /** What happened to a server, newest first. */
    async lifeOfServer(id: string): Promise<JournalEvent[]> {
      return newestFirst(await wholeList((page) => services.servers.listEvents(id, page)));
    },

    /** What happened to an order, as far as a caller sees it, newest first. */
    async lifeOfOrder(caller: Caller, number: string): Promise<JournalEvent[]> {
      return newestFirst(await wholeList((page) => services.orders.listEvents(caller, number, page)));
    },

    /** What permissions need to know of a customer who is there, and of a caller's part in it. */
    async customerFacts({ account }: Caller, customer: string): Promise<CustomerFacts> {
      return (await accountFacts(em(), customer, { account: account.id, nowMs: clock() }))!;
    },

    /** All servers that a caller sees and asks for, some at a time. Problems: as those of the list. */
    estateIn: (caller: Caller, asked: AskedEstate): AsyncGenerator<ServerOfCustomer[]> =>
      pagesOf((page) => services.servers.listEstate(caller, asked, page)),

    /** All that a caller was told and may see and asks for, the newest first, some at a time. */
    activityIn: (caller: Caller, asked: Omit<AskedActivity, 'limit' | 'cursor'>): AsyncGenerator<FeedEvent[]> =>
      pagesOf((page) => services.activity.list(caller, { ...asked, ...page })),

    /** What permissions need to know of a customer's orders, by their numbers. */
    orderFactsOf: (customer: string): Promise<ReadonlyMap<string, OrderFacts>> => orderFactsOf(em(), customer),
  };
}

export type PageDeps = { services: Services; em: () => EntityManager; clock: () => number };

type ListPage<Item> = { items: Item[]; nextCursor: string | null };

/** What happened last comes first, whichever stream wrote it down. */
function newestFirst(events: JournalEvent[]): JournalEvent[] {
  return events.reverse().sort((one, other) => other.at.localeCompare(one.at));
}

/** A list page by page, until there is no more: a page may hold nothing, and still say where to go on. */
async function* pagesOf<Item>(
  list: (page: { limit: number; cursor?: string }) => Promise<ListPage<Item>>,
): AsyncGenerator<Item[]> {
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page: ListPage<Item> = await list({ limit: AT_ONCE, ...(cursor !== undefined && { cursor }) });
    yield page.items;
    cursor = page.nextCursor;
  }
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
