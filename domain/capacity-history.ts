import { isLocked, lineCapacity } from './order/line/capacity.ts';
import type { RecordedOrderEvent } from './order/events.ts';
import { evolve } from './order/evolve.ts';
import { openOrder, type OrderOpening } from './order/order.ts';

/** Units of an application at an instant. */
export type Spent = { owned: number; assigned: number };

/** An order with its life, and what of it counts: the lines that a reader sees, and whether what is locked does. */
export type PastOrder = {
  opening: OrderOpening;
  events: readonly RecordedOrderEvent[];
  lines: ReadonlySet<string>;
  countsLocked: boolean;
};

/**
 * What a customer owned and had assigned at some instants (epoch milliseconds, ascending), by application: each order as its
 * own events had made it by then, judged by the rules of today. What was another's at the time is not counted. Where there are
 * too many orders to be read at once, `history` is what was counted of those before.
 */
export function capacityHistory(
  customer: string,
  orders: readonly PastOrder[],
  instants: readonly number[],
  history = new Map<string, Spent[]>(),
): Map<string, Spent[]> {
  for (const order of orders) addOrder(history, customer, order, instants);
  return history;
}

function addOrder(
  history: Map<string, Spent[]>,
  customer: string,
  { opening, events, lines, countsLocked }: PastOrder,
  instants: readonly number[],
): void {
  let order = openOrder(opening);
  let next = 0;
  for (const [index, at] of instants.entries()) {
    for (; next < events.length && events[next]!.at <= at; next += 1) order = evolve(order, events[next]!);
    if (order.customerId !== customer) continue;
    for (const line of order.lines.filter(({ id }) => lines.has(id) && (countsLocked || !isLockedIn(id)))) {
      const { owned, assigned } = lineCapacity(order, line, at);
      const points = history.get(line.application) ?? instants.map(() => ({ owned: 0, assigned: 0 }));
      history.set(line.application, points);
      points[index] = { owned: points[index]!.owned + owned, assigned: points[index]!.assigned + assigned };
    }
  }

  function isLockedIn(id: string): boolean {
    return order.lines.some((line) => line.id === id && isLocked(order, line));
  }
}
