import type { OrderRecord } from '../../db/queries/orders/orders.ts';
import { INTENT_EVENTS } from '../../domain/journal.ts';
import type { PartyIds } from '../../domain/order/facts.ts';
import { sellerIdOf } from '../../domain/order/arriving/parties.ts';
import { maySeeIntents, maySeeLocked, type Caller, type OrderFacts } from '../../domain/people/permissions.ts';
import type { JournalItem } from '../../db/queries/read-journal.ts';
import { mailStream } from '../../db/queries/mails/mails.ts';
import { mailStateStream } from '../../db/queries/mails/states.ts';
import { linkStream } from '../../db/queries/orders/unlock-links.ts';
import { partiesInSight } from './changed-parties.ts';

/** What of an order is locked and hidden: ids of deliveries and lines. */
export type Hidden = { deliveries: string[]; lines: string[] };

const NOTHING_HIDDEN: Hidden = { deliveries: [], lines: [] };

/** What of an order a caller must not see: what is locked, unless it is the one who unlocks. */
export function hiddenFrom(caller: Caller, record: OrderRecord): Hidden {
  const { order } = record;
  if (!order || seesLocked(caller, record)) return NOTHING_HIDDEN;
  const deliveries = order.deliveries.filter(({ unlockedAt }) => unlockedAt === null).map(({ id }) => id);
  const lines = order.lines.filter(({ delivery }) => deliveries.includes(delivery)).map(({ id }) => id);
  return { deliveries, lines };
}

/** The streams of what became of an order's unlock links and e-mails, where a caller may see what they are about. */
export function deliveryStreamsInSight(caller: Caller, record: OrderRecord): string[] {
  if (!record.order || !seesLocked(caller, record)) return [];
  const { number, deliveries } = record.order;
  return deliveries.flatMap(({ id }) => [
    linkStream({ order: number, delivery: id }),
    mailStream(number, id),
    mailStateStream(number, id),
  ]);
}

/** An order as a caller sees it: without what is hidden from it. */
export function inSightOf<Seen extends OrderRecord>(caller: Caller, record: Seen): Seen {
  const hidden = hiddenFrom(caller, record);
  const seesIntents = maySeeIntents(caller, factsIn(record));
  if (!record.order || (hidden.deliveries.length === 0 && seesIntents)) return record;
  const { deliveries, lines } = record.order;
  return {
    ...record,
    order: {
      ...record.order,
      deliveries: deliveries.filter(({ id }) => !hidden.deliveries.includes(id)),
      lines: lines
        .filter(({ id }) => !hidden.lines.includes(id))
        .map((line) => (seesIntents ? line : { ...line, intent: null })),
    },
  };
}

/** The types of events of an order that are not for a caller. */
export function typesHiddenFrom(caller: Caller, record: OrderRecord): readonly string[] {
  return maySeeIntents(caller, factsIn(record)) ? [] : INTENT_EVENTS;
}

/** An event as a caller sees it: without the lines and the parties that are hidden from it. */
export function eventInSight(caller: Caller, item: JournalItem, hidden: Hidden): JournalItem {
  return partiesInSight(caller, linesInSight(item, hidden));
}

function linesInSight(item: JournalItem, hidden: Hidden): JournalItem {
  const { lines } = item.data;
  if (hidden.lines.length === 0 || !Array.isArray(lines)) return item;
  const seen = (lines as { id?: string; line?: string }[]).filter(
    (line) => !hidden.lines.includes(line.line ?? line.id ?? ''),
  );
  return { ...item, data: { ...item.data, lines: seen } };
}

/** What permissions need to know of an order: of a projected one, of its parties as they are now. */
export function factsIn({ accepted, order }: OrderRecord): OrderFacts {
  const parties = order ?? idsOf(accepted);
  return {
    customer: parties.customerId,
    seller: sellerIdOf(parties),
    distributor: parties.distributorId,
    unlocked: order?.deliveries.some(({ unlockedAt }) => unlockedAt !== null) ?? false,
  };
}

function idsOf({ customer, reseller, distributor }: OrderRecord['accepted']): PartyIds {
  return { customerId: customer.id, resellerId: reseller?.id ?? null, distributorId: distributor?.id ?? null };
}

function seesLocked(caller: Caller, record: OrderRecord): boolean {
  return maySeeLocked(caller, factsIn(record));
}
