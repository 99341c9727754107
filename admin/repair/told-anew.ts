import type { RecordedOrderEvent } from '../../domain/order/events.ts';

/** The editions of deliveries that some events have told anew, as `delivery/edition`. */
export function toldAnewIn(events: readonly RecordedOrderEvent[]): Set<string> {
  return new Set(
    events.flatMap((event) => (event.type === 'correction-due' ? [`${event.delivery}/${event.edition}`] : [])),
  );
}
