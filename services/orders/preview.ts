import type { OrderRecord } from '../../db/queries/orders/orders.ts';
import type { OrderLifeEvent } from '../../domain/journal.ts';
import { editionOf } from '../../domain/order/editions.ts';
import type { Order } from '../../domain/order/order.ts';
import { INTERNAL_EVENTS, type RecordedOrderEvent } from '../../domain/order/events.ts';
import { sellerIdOf } from '../../domain/order/parties.ts';
import type { Caller } from '../../domain/permissions.ts';
import { orderWorkflowId } from '../../temporal/contract.ts';
import { presentEvent } from '../event-view.ts';
import { eventInSight, hiddenFrom, inSightOf } from '../permissions/in-sight.ts';
import { projectedOf } from './known.ts';
import type { ExpansionMetadata } from './metadata.ts';
import { instant, presentOrder, type OrderView } from './view.ts';

/** What a change would do: the events, the order after it, and the e-mails about deliveries that would leave, with when and to which account. */
export type Preview = {
  preview: true;
  events: ({ type: string } & Record<string, unknown>)[];
  order: OrderView;
  mails: { delivery: string; edition: number; account: string; at: string }[];
};

/** A preview as its caller may see it; `events` are what is new, `order` is as it would be. */
export function presentPreview(
  caller: Caller,
  record: OrderRecord,
  order: Order,
  events: RecordedOrderEvent[],
  atMs: number,
  expansions: ExpansionMetadata | null,
): Preview {
  const foretold = { ...record, order: projectedOf(order) };
  const hidden = hiddenFrom(caller, foretold);
  const stream = orderWorkflowId(order.number);
  const isShown = (event: RecordedOrderEvent): event is RecordedOrderEvent & { type: OrderLifeEvent } =>
    !INTERNAL_EVENTS.includes(event.type);
  const told = events.filter(isShown);
  return {
    preview: true,
    events: told.map(({ seq, type, at, recordedAt, ...data }) => {
      const item = { stream, seq, type, at, recordedAt, data };
      const { seq: _seq, at: _at, recordedAt: _recordedAt, ...shown } = presentEvent(eventInSight(item, hidden));
      return shown;
    }),
    order: presentOrder(inSightOf(caller, foretold), atMs, expansions),
    mails: mailsOf(order, events),
  };
}

/** A delivery is told once when it arrives, and once more when it is told anew: then some time after the change. */
function mailsOf(order: Order, events: RecordedOrderEvent[]): Preview['mails'] {
  const account = sellerIdOf(order);
  const arrived = events.flatMap((event) =>
    event.type === 'delivered' || event.type === 'expanded' ? [{ delivery: event.delivery, dueAt: event.at }] : [],
  );
  const anew = events.flatMap((event) =>
    event.type === 'correction-due' ? [{ delivery: event.delivery, dueAt: event.at }] : [],
  );
  const waiting = events.some(({ type }) => type === 'amended') ? order.corrections : [];
  return [...arrived, ...anew, ...waiting].map(({ delivery, dueAt }) => ({
    ...{ delivery, account },
    edition: editionOf(order.deliveries.find(({ id }) => id === delivery) ?? {}),
    at: instant(dueAt),
  }));
}
