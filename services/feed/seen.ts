import { readFeed, type FeedAsked, type FeedItem, type FeedPage } from '../../db/queries/feed/read.ts';
import { readOrders } from '../../db/queries/orders/orders.ts';
import type { OrderRecord } from '../../db/queries/orders/orders.ts';
import { STREAMS_OF_ORDERS, TAKING, type EventType } from '../../domain/journal.ts';
import { maySeeOrder, type Caller } from '../../domain/people/permissions.ts';
import type { Deps } from '../deps.ts';
import { presentEvent } from '../event-view.ts';
import { presentInOrder } from '../orders/life.ts';
import { partiesInSight } from '../permissions/changed-parties.ts';
import { factsIn } from '../permissions/in-sight.ts';

/** What of an order stands in the lives of servers and accounts too, and so is seen by those who do not see the order. */
const TOLD_ELSEWHERE: readonly EventType[] = [...TAKING, 'parties-changed'];

/** An event of the feed as the API answers it. */
export type FeedEvent = ReturnType<typeof presentEvent> & {
  id: string;
  account: string | null;
  /** Who had it happen; absent where time or a server did. */
  by?: unknown;
  order?: unknown;
};

/** An event, and its place in the feed. */
type PresentedItem = { position: number; event: FeedEvent };

/** What a caller sees behind a place, and where it goes on: also where nothing was there for it. */
type Seen = Omit<FeedPage, 'items'> & { seen: PresentedItem[] };

/**
 * Makes what presents events to a caller, each as it is answered to it. What it sees no longer, as an order became another's
 * while it was read, is left out.
 */
export function createPresentSeen({ orm }: Pick<Deps, 'orm'>) {
  return async (caller: Caller, items: readonly FeedItem[], nowMs: number): Promise<PresentedItem[]> => {
    const numbers = new Set(items.map(orderOf).filter((number) => number !== null));
    const records = await readOrders(orm.em.fork(), [...numbers]);
    return items.flatMap((item) => {
      const number = orderOf(item);
      const record = number === null ? null : (records.get(number) ?? null);
      const shown = number === null ? presentEvent(item) : presentOfOrder(caller, record, item, nowMs);
      return shown ? [{ position: item.position, event: { id: item.id, account: item.account, ...shown } }] : [];
    });
  };
}

/** Makes what reads the feed for a caller. */
export function createReadSeen({ orm, clock }: Pick<Deps, 'orm' | 'clock'>) {
  const present = createPresentSeen({ orm });
  return async (caller: Caller, asked: FeedAsked): Promise<Seen> => {
    const nowMs = clock();
    const { items, ...page } = await readFeed(orm.em.fork(), { account: caller.account.id, nowMs }, asked);
    return { ...page, seen: await present(caller, items, nowMs) };
  };
}

function presentOfOrder(caller: Caller, record: OrderRecord | null, item: FeedItem, nowMs: number) {
  if (record && maySeeOrder(caller, factsIn(record))) return presentInOrder(caller, record, item, nowMs);
  return TOLD_ELSEWHERE.includes(item.type) ? presentEvent(partiesInSight(caller, item)) : null;
}

/** The number of the order that an event is of; null where it is of none. */
function orderOf({ stream }: FeedItem): string | null {
  const [kind = '', number = null] = stream.split('/');
  return STREAMS_OF_ORDERS.some((one) => one === kind) ? number : null;
}
