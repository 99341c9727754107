import type { Edition, GivenUp } from './fact-events.ts';
import type { Delivery, Order } from './order.ts';

/** How often a delivery was told anew, and once for the first time. */
export function editionOf({ edition = 1 }: Pick<Delivery, 'edition'>): number {
  return edition;
}

/** The next edition of each delivery that is locked: its former links and e-mails count no more. */
export function nextEditions(order: Order): Edition[] {
  const locked = order.deliveries.filter(({ unlockedAt }) => unlockedAt === null);
  return locked.map((delivery) => ({ delivery: delivery.id, edition: editionOf(delivery) + 1 }));
}

/** The order with these editions, each told by an e-mail at an instant (epoch milliseconds) instead of what was to tell it. */
export function withEditions(order: Order, editions: Edition[], dueAt: number): Order {
  const isTold = (delivery: string) => editions.some((edition) => edition.delivery === delivery);
  return {
    ...order,
    deliveries: order.deliveries.map((delivery) => ({
      ...delivery,
      ...editions.filter((edition) => edition.delivery === delivery.id).map(({ edition }) => ({ edition }))[0],
    })),
    corrections: [
      ...order.corrections.filter(({ delivery }) => !isTold(delivery)),
      ...editions.map((edition) => ({ ...edition, dueAt })),
    ],
  };
}

/** The order without what servers held of it. */
export function withoutGivenUp(order: Order, givenUp: GivenUp[]): Order {
  const isGivenUp = (share: GivenUp) =>
    givenUp.some(({ line, server }) => line === share.line && server === share.server);
  return {
    ...order,
    assignments: order.assignments.filter((share) => !isGivenUp(share)),
    arrivals: order.arrivals.filter((share) => !isGivenUp(share)),
  };
}
