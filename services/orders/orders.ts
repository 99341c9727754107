import { positionAfter, readJournal, type JournalPosition } from '../../db/queries/read-journal.ts';
import { listOrders, orderSeq, type OrderPosition, type OrderRecord } from '../../db/queries/orders/orders.ts';
import { listLines, type FoundLines, type LinePosition } from '../../db/queries/orders/lines.ts';
import type { PostedOrder } from '../../domain/order/accept.ts';
import { decide } from '../../domain/order/decide.ts';
import { INTERNAL_EVENTS } from '../../domain/order/order.ts';
import { sellerOf } from '../../domain/order/seller.ts';
import { orderWorkflowId, unlockSignal } from '../../temporal/contract.ts';
import { sightOf, type By, type Caller } from '../../domain/permissions.ts';
import { createCursors, toPage } from '../cursors.ts';
import type { Deps } from '../deps.ts';
import { byRule } from '../problems/problems.ts';
import { presentEvent } from '../event-view.ts';
import { eventInSight, hiddenFrom, inSightOf, deliveryStreamsInSight } from '../permissions/in-sight.ts';
import { readFilter, type AskedLines, type AskedOrders } from './filters.ts';
import { createIntake } from './intake.ts';
import { asProjected, createKnownOrders } from './known.ts';
import { presentOrder, type OrderView } from './view.ts';
import { reached } from '../reached.ts';
import { signal } from '../../temporal/calls.ts';
import { notSignaled } from '../outcomes.ts';

type Page = { limit: number; cursor?: string | undefined };

export type OrderService = ReturnType<typeof createOrderService>;

/** What can be done with orders; the API and the portal's pages both come here. */
export function createOrderService(deps: Deps) {
  const { orm, temporal, clock, secretKeys } = deps;
  const cursors = createCursors(secretKeys);
  const takeIn = createIntake(deps);
  const { known, read } = createKnownOrders(deps);

  return {
    /** Takes an order in, or hears that it came in before; see {@link createIntake} for what it refuses. */
    async takeIn(posted: PostedOrder, by: By): Promise<{ created: boolean; order: OrderView }> {
      const { created, accepted } = await takeIn(posted, by);
      const record = created ? { accepted, order: null, mails: {} } : await known(posted.number);
      return { created, order: presentOrder(record, clock()) };
    },

    /** One order, as the API answers it to a caller, who may see the order. Problems: NOT_FOUND. */
    async readOrder(caller: Caller, number: string): Promise<OrderView> {
      return presentOrder(inSightOf(caller, await read(number)), clock());
    },

    /** All of an order, locked or not: for who holds a link that unlocks it. Problems: NOT_FOUND. */
    async readWholeOrder(number: string): Promise<OrderView> {
      return presentOrder(await read(number), clock());
    },

    /** Orders that are projected and a caller may see, last accepted first. Problems: INVALID_REQUEST for a forged cursor or a day that is none, NOT_PERMITTED. */
    async listOrders(caller: Caller, asked: AskedOrders, { limit, cursor }: Page) {
      const filter = readFilter(caller, asked);
      const after = cursors.read<OrderPosition>('orders', cursor);
      const records = await listOrders(orm.em.fork(), sightOf(caller), filter, limit + 1, after);
      const present = (record: OrderRecord) => presentOrder(inSightOf(caller, record), clock());
      return toPage(records, limit, present, ({ accepted }) =>
        cursors.write('orders', { acceptedAt: Date.parse(accepted.acceptedAt), number: accepted.number }),
      );
    },

    /** Lines that a caller may see of such orders, by their last days. Problems: as {@link listOrders}. */
    async listLines(caller: Caller, asked: AskedLines, { limit, cursor }: Page) {
      const now = clock();
      const filter = readFilter(caller, asked);
      const after = cursors.read<LinePosition>('lines', cursor);
      const records = await listLines(orm.em.fork(), sightOf(caller), filter, now, limit + 1, after);
      const rows = records.flatMap((record) => linesIn(caller, record, now)).sort((a, b) => a.place - b.place);
      return toPage(
        rows,
        limit,
        ({ item }) => item,
        ({ position }) => cursors.write('lines', position),
      );
    },

    /** The life of an order, of its unlock links and e-mails as a caller may see it, oldest first; its end has a cursor too, to go on from. Problems: NOT_FOUND, INVALID_REQUEST for a forged cursor. */
    async listEvents(caller: Caller, number: string, { limit, cursor }: Page) {
      const record = await known(number);
      const hidden = hiddenFrom(caller, record);
      const stream = orderWorkflowId(number);
      const streams = [stream, ...deliveryStreamsInSight(caller, record)];
      const after = cursors.read<JournalPosition>(stream, cursor) ?? {};
      const items = await readJournal(orm.em.fork(), streams, { ...hidden, types: INTERNAL_EVENTS }, limit, after);
      return {
        items: items.map((item) => presentEvent(eventInSight(item, hidden))),
        nextCursor: cursors.write(stream, positionAfter(items, after)),
      };
    },

    /**
     * Unlocks a delivery, or all that is locked. The fact is taken even when no worker runs; `applied` says whether it
     * shows already. Problems: NOT_FOUND, DELIVERY_UNKNOWN, ORDER_CANCELED, ORDER_ENDED, TEMPORAL_UNAVAILABLE.
     */
    async unlock(
      number: string,
      delivery: string | undefined,
      by: { by: By; requestId?: string },
    ): Promise<{ applied: boolean }> {
      const at = clock();
      const record = await known(number);
      if (!isNewsToUnlock(record, delivery, at)) return { applied: true };
      const fact = { at, delivery, ...by };
      const outcome = await signal(temporal, orderWorkflowId(number), unlockSignal, fact);
      if (outcome.kind !== 'signaled') throw notSignaled(outcome, record.order !== null);
      const seq = record.order?.seq ?? 1;
      return {
        applied: await reached(async () => {
          if ((await orderSeq(orm.em.fork(), number)) <= seq) return false;
          return !isNewsToUnlock(await known(number), delivery, at);
        }),
      };
    },
  };
}

/** The lines found of an order that a caller sees, as the order's answer has them. */
function linesIn(caller: Caller, record: FoundLines, atMs: number) {
  const { number, lines, ...parties } = presentOrder(inSightOf(caller, record), atMs);
  const about = { order: number, customer: named(parties.customer), seller: named(sellerOf(parties)) };
  return record.found.flatMap(({ place, ...position }) => {
    const line = lines.find(({ id }) => id === String(position.line));
    return line ? [{ place, position, item: { ...about, line } }] : [];
  });
}

function named({ id, name }: { id: string; name: string }) {
  return { id, name };
}

/** Whether an unlock changes something, by the order's own rules. */
function isNewsToUnlock(record: OrderRecord, delivery: string | undefined, atMs: number): boolean {
  return byRule(() => decide(asProjected(record), { type: 'unlock', delivery }, atMs).length > 0);
}
