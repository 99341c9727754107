import type { OrderRecord } from '../../db/queries/orders/orders.ts';
import type { OrderLifeEvent } from '../../domain/journal.ts';
import { editionOf } from '../../domain/order/editions.ts';
import type { Order } from '../../domain/order/order.ts';
import { INTERNAL_EVENTS, type RecordedOrderEvent } from '../../domain/order/events.ts';
import { sellerIdOf } from '../../domain/order/arriving/parties.ts';
import type { Caller } from '../../domain/people/permissions.ts';
import { orderWorkflowId } from '../../temporal/contract.ts';
import { presentForetold } from '../event-view.ts';
import { eventInSight, hiddenFrom, inSightOf, typesHiddenFrom } from '../permissions/in-sight.ts';
import { projectedOf } from './arriving/known.ts';
import { consequencesOf, type Consequence } from './consequences.ts';
import type { ExpansionMetadata } from './metadata.ts';
import { instant, presentOrder, type OrderView } from './view.ts';

/** What a change would do: the events, the order after it, and the e-mails about deliveries that would leave, with when and to which account. */
export type Preview = {
  preview: true;
  events: ({ type: string } & Record<string, unknown>)[];
  order: OrderView;
  mails: { delivery: string; edition: number; account: string; at: string }[];
  consequences: Consequence[];
};

/**
 * A preview as its caller may see it; `events` are what is new, `order` is as it would be, `before` as it is, where there
 * is one. What of them stands beside the workflow is `known` now, and `record` then.
 */
export function presentPreview(
  caller: Caller,
  { known, record }: { known: OrderRecord; record: OrderRecord },
  before: Order | null,
  order: Order,
  events: RecordedOrderEvent[],
  atMs: number,
  expansions: ExpansionMetadata | null,
): Preview {
  const foretold = { ...record, order: projectedOf(order) };
  const hidden = hiddenFrom(caller, foretold);
  const stream = orderWorkflowId(order.number);
  const unseen = [...INTERNAL_EVENTS, ...typesHiddenFrom(caller, foretold)];
  const view = (state: Order, said: OrderRecord) =>
    presentOrder(inSightOf(caller, { ...said, order: projectedOf(state) }), atMs, expansions);
  const after = view(order, record);
  const isSeen = (event: RecordedOrderEvent): event is RecordedOrderEvent & { type: OrderLifeEvent } =>
    !unseen.includes(event.type);
  return {
    preview: true,
    events: events
      .filter(isSeen)
      .map(({ seq, type, at, recordedAt, ...data }) =>
        presentForetold(eventInSight(caller, { stream, seq, type, at, recordedAt, data }, hidden)),
      ),
    order: after,
    mails: mailsOf(order, events),
    consequences: before ? consequencesOf(view(before, known), after) : [],
  };
}

/** A delivery is told once when it arrives, and once more when it is told anew: then some time after the change. */
function mailsOf(order: Order, events: RecordedOrderEvent[]): Preview['mails'] {
  const account = sellerIdOf(order);
  const now = events.flatMap((event) =>
    event.type === 'delivered' || event.type === 'expanded' || event.type === 'correction-due'
      ? [{ delivery: event.delivery, dueAt: event.at }]
      : [],
  );
  const waiting = events.some(({ type }) => type === 'amended') ? order.corrections : [];
  return [...now, ...waiting].map(({ delivery, dueAt }) => ({
    ...{ delivery, account },
    edition: editionOf(order.deliveries.find(({ id }) => id === delivery) ?? {}),
    at: instant(dueAt),
  }));
}
