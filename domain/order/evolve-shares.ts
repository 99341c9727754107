import type { Assignment, Order } from './order.ts';
import type { RecordedOrderEvent } from './events.ts';
import { evolveTaken } from './change/withdrawing.ts';

type ShareEvent = RecordedOrderEvent & {
  type: 'assigned' | 'released' | 'taken-back' | 'activated' | 'deactivated' | 'heard';
};

/** The order after servers got or gave back capacity, or said something about themselves. */
export function evolveShares(order: Order, event: ShareEvent): Order {
  switch (event.type) {
    case 'assigned':
    case 'released':
      return hold(order, { line: event.line, server: event.server, capacity: event.total });
    case 'taken-back':
      // What a line that is over took with it is kept: it counts again when the line does.
      if (event.because !== 'capacity') return order;
      return hold(evolveTaken(order, event), { line: event.line, server: event.server, capacity: event.total });
    case 'activated':
      return hear(order, event.server, { activatedAt: event.activatedAt });
    case 'deactivated':
      return hear(order, event.server, { activatedAt: null });
    case 'heard':
      return hear(order, event.server, { number: event.number });
  }
}

function hold(order: Order, share: Assignment): Order {
  const isThis = ({ server, line }: Assignment) => server === share.server && line === share.line;
  const before = order.assignments.find(isThis);
  const others = order.assignments.filter((other) => other !== before);
  const assignments =
    share.capacity === 0
      ? others
      : before
        ? order.assignments.map((other) => (other === before ? { ...other, capacity: share.capacity } : other))
        : [...others, share];
  return { ...order, assignments, arrivals: arrive(order.arrivals, share, share.capacity - (before?.capacity ?? 0)) };
}

/** What is raised arrives last; what is lowered leaves from what this server was given of this line last. */
function arrive(arrivals: Assignment[], { server, line }: Assignment, change: number): Assignment[] {
  if (change > 0) return [...arrivals, { line, server, capacity: change }];
  let left = -change;
  const kept = arrivals.toReversed().flatMap((arrived) => {
    if (arrived.server !== server || arrived.line !== line || left === 0) return [arrived];
    const leaving = Math.min(left, arrived.capacity);
    left -= leaving;
    return leaving === arrived.capacity ? [] : [{ ...arrived, capacity: arrived.capacity - leaving }];
  });
  return kept.toReversed();
}

function hear(order: Order, server: string, news: { number?: number; activatedAt?: number | null }): Order {
  const known = order.servers.find((heard) => heard.server === server);
  if (!known) return { ...order, servers: [...order.servers, { server, number: 0, activatedAt: null, ...news }] };
  return { ...order, servers: order.servers.map((heard) => (heard === known ? { ...heard, ...news } : heard)) };
}
