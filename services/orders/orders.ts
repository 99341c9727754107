import { customerSince, positionAfter, readJournal, type JournalPosition } from '../../db/queries/read-journal.ts';
import { listOrders, orderSeq, type OrderPosition, type OrderRecord } from '../../db/queries/orders/orders.ts';
import { listLines, type FoundLines, type LinePosition } from '../../db/queries/orders/lines.ts';
import { beginningOf, type PostedOrder } from '../../domain/order/arriving/accept.ts';
import { decide } from '../../domain/order/decide.ts';
import { handle } from '../../domain/order/handle.ts';
import { openOrder } from '../../domain/order/order.ts';
import { INTERNAL_EVENTS } from '../../domain/order/events.ts';
import { sellerOf } from '../../domain/order/arriving/seller.ts';
import { orderWorkflowId, unlockSignal } from '../../temporal/contract.ts';
import { sightOf, type By, type Caller } from '../../domain/people/permissions.ts';
import { createCursors, toPage } from '../cursors.ts';
import type { Deps } from '../deps.ts';
import { byRule } from '../problems/problems.ts';
import { hiddenFrom, inSightOf, deliveryStreamsInSight, typesHiddenFrom } from '../permissions/in-sight.ts';
import { readFilter, type AskedLines, type AskedOrders } from './filters.ts';
import { createIntake } from './arriving/intake.ts';
import { presentPreview, type Preview } from './preview.ts';
import { createStarting } from './arriving/starting.ts';
import { createStating } from './stating.ts';
import { asProjected, createKnownOrders } from './arriving/known.ts';
import { createReadMetadata } from './metadata.ts';
import { presentInOrder } from './life.ts';
import { presentOrder, type OrderView } from './view.ts';
import { reached } from '../reached.ts';
import { signal } from '../../temporal/calls.ts';
import { notSignaled } from '../outcomes.ts';

/** What is to be unlocked: all that is locked, or a delivery, as somebody saw this edition of it. */
type Unlock = { delivery?: string; edition?: number };
type Page = { limit: number; cursor?: string | undefined };

export type OrderService = ReturnType<typeof createOrderService>;

/** What can be done with orders; the API and the portal's pages both come here. */
export function createOrderService(deps: Pick<Deps, 'orm' | 'temporal' | 'clock' | 'catalogue' | 'secretKeys'>) {
  const { orm, temporal, clock, secretKeys } = deps;
  const cursors = createCursors(secretKeys);
  const { takeIn, accept } = createIntake(deps);
  const { known, read } = createKnownOrders(deps);
  const { startNow } = createStarting(deps);
  const stating = createStating(deps);
  const readMetadata = createReadMetadata(deps);

  return {
    /**
     * Takes an order in, or hears that it came in before, and waits that long for it to be delivered; see
     * {@link createIntake} for what it refuses.
     */
    async takeIn(caller: Caller, posted: PostedOrder, waitMs = 0): Promise<{ created: boolean; order: OrderView }> {
      const { created, accepted } = await takeIn(posted, caller.by);
      if (waitMs > 0) await reached(async () => (await orderSeq(orm.em.fork(), posted.number)) > 0, waitMs);
      const isNew = created && waitMs === 0;
      const record = isNew ? { accepted, order: null, mails: {} } : await known(posted.number);
      // Nothing has expanded an order that came in at this moment.
      const metadata = await readMetadata(caller, isNew ? [] : [posted.number]);
      return { created, order: presentOrder(record, clock(), metadata) };
    },

    /** What taking an order in would do. Problems: those of taking it in. */
    async previewOrder(caller: Caller, posted: PostedOrder): Promise<Preview> {
      const accepted = await accept(posted, caller.by);
      if (!accepted) return stating.previewNothing(posted.number, caller);
      const { opening, by, ...delivery } = beginningOf(accepted);
      const { acceptedAt } = opening;
      const handled = handle(openOrder(opening), { type: 'deliver', by, ...delivery }, acceptedAt, acceptedAt);
      const metadata = await readMetadata(caller, []);
      const record = { accepted, order: null, mails: {} };
      return presentPreview(caller, { known: record, record }, null, handled.order, handled.events, clock(), metadata);
    },

    /** One order, as the API answers it to a caller, who may see the order. Problems: NOT_FOUND. */
    async readOrder(caller: Caller, number: string): Promise<OrderView> {
      const [record, expansions] = await Promise.all([read(number), readMetadata(caller, [number])]);
      return presentOrder(inSightOf(caller, record), clock(), expansions);
    },

    /** All of an order, locked or not: for who holds a link that unlocks it. Problems: NOT_FOUND. */
    async readWholeOrder(number: string): Promise<OrderView> {
      return presentOrder(await read(number), clock(), null);
    },

    /** Orders that are projected and a caller may see, last accepted first. Problems: INVALID_REQUEST for a forged cursor or a day that is none, NOT_PERMITTED. */
    async listOrders(caller: Caller, asked: AskedOrders, { limit, cursor }: Page) {
      const filter = readFilter(caller, asked);
      const after = cursors.read<OrderPosition>('orders', cursor);
      const records = await listOrders(orm.em.fork(), sightOf(caller), filter, limit + 1, after);
      const numbers = records.map(({ accepted }) => accepted.number);
      const expansions = await readMetadata(caller, numbers);
      const present = (record: OrderRecord) => presentOrder(inSightOf(caller, record), clock(), expansions);
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
      const before = caller.account.kind === 'customer' ? await customerSince(orm.em.fork(), stream) : null;
      const types = [...INTERNAL_EVENTS, ...typesHiddenFrom(caller, record)];
      const items = await readJournal(orm.em.fork(), streams, { ...hidden, before, types }, limit, after);
      return {
        items: items.map((item) => presentInOrder(caller, record, item, clock())),
        nextCursor: cursors.write(stream, positionAfter(items, after)),
      };
    },

    /** What unlocking would do, for a caller. Problems: those of unlocking. */
    previewUnlock: (caller: Caller, number: string, unlock: Unlock): Promise<Preview> =>
      stating.preview(number, caller, () => ({ type: 'unlock', ...unlock })),

    /**
     * Unlocks a delivery, or all that is locked. The fact is taken even when no worker runs; `applied` says whether it
     * shows already. Problems: NOT_FOUND, DELIVERY_UNKNOWN, LINK_REPLACED where another edition of it is the newest,
     * ORDER_CANCELED, ORDER_ENDED, ORDER_NUMBER_TAKEN, TEMPORAL_UNAVAILABLE.
     */
    async unlock(number: string, unlock: Unlock, by: { by: By; requestId?: string }): Promise<{ applied: boolean }> {
      const at = clock();
      const record = await known(number);
      if (!isNewsToUnlock(record, unlock, at)) return { applied: true };
      if (!record.order) await startNow(number);
      const fact = { at, ...unlock, ...by };
      const outcome = await signal(temporal, orderWorkflowId(number), unlockSignal, fact);
      if (outcome.kind !== 'signaled') throw notSignaled(outcome, record.order !== null);
      const seq = record.order?.seq ?? 1;
      return {
        applied: await reached(async () => {
          if ((await orderSeq(orm.em.fork(), number)) <= seq) return false;
          return !isNewsToUnlock(await known(number), unlock, at);
        }),
      };
    },
  };
}

/** The lines found of an order that a caller sees, as the order's answer has them. */
function linesIn(caller: Caller, record: FoundLines, atMs: number) {
  const { number, lines, ...parties } = presentOrder(inSightOf(caller, record), atMs, null);
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
function isNewsToUnlock(record: OrderRecord, unlock: Unlock, atMs: number): boolean {
  return byRule(() => decide(asProjected(record), { type: 'unlock', ...unlock }, atMs).length > 0);
}
