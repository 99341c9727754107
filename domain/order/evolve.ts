import { termsOf } from '../terms.ts';
import type { Mark, Order, RecordedOrderEvent } from './order.ts';

/** The order after an event. Replaying all events of a stream gives its state. */
export function evolve(order: Order, event: RecordedOrderEvent): Order {
  return { ...change(order, event), seq: event.seq, lastAt: event.at };
}

function change(order: Order, event: RecordedOrderEvent): Order {
  switch (event.type) {
    case 'delivered':
      return deliver(order, event);
    case 'unlocked':
      return {
        ...order,
        deliveries: order.deliveries.map((delivery) =>
          delivery.id === event.delivery ? { ...delivery, unlockedAt: event.at } : delivery,
        ),
      };
    case 'assigned':
    case 'released':
      return hold(order, event.server, event.line, event.total);
    case 'activated':
      return hear(order, event.server, { activatedAt: event.activatedAt });
    case 'deactivated':
      return hear(order, event.server, { activatedAt: null });
    case 'heard':
      return hear(order, event.server, { number: event.number });
    case 'expiring':
    case 'expired':
    case 'care-expired':
      return mark(order, event.line, event.type);
    case 'ended':
      return { ...order, status: 'ended' };
    case 'unlock-refused':
      return order;
  }
}

function deliver(order: Order, event: RecordedOrderEvent & { type: 'delivered' }): Order {
  const { delivery: id, reference, at: deliveredAt } = event;
  const lines = event.lines.map((line) => ({
    ...line,
    delivery: id,
    terms: termsOf(line, order.timeZone, order.policy),
    marks: [],
  }));
  return {
    ...order,
    deliveries: [...order.deliveries, { id, reference, deliveredAt, unlockedAt: null }],
    lines: [...order.lines, ...lines],
  };
}

function hold(order: Order, server: string, line: string, capacity: number): Order {
  const isThis = (share: { server: string; line: string }) => share.server === server && share.line === line;
  const others = order.assignments.filter((share) => !isThis(share));
  if (capacity === 0) return { ...order, assignments: others };
  if (others.length === order.assignments.length)
    return { ...order, assignments: [...others, { line, server, capacity }] };
  const assignments = order.assignments.map((share) => (isThis(share) ? { ...share, capacity } : share));
  return { ...order, assignments };
}

function hear(order: Order, server: string, news: { number?: number; activatedAt?: number | null }): Order {
  const known = order.servers.find((heard) => heard.server === server);
  if (!known) return { ...order, servers: [...order.servers, { server, number: 0, activatedAt: null, ...news }] };
  return { ...order, servers: order.servers.map((heard) => (heard === known ? { ...heard, ...news } : heard)) };
}

/** An expired line has nothing left to announce: its `expiring` is marked with it. */
function mark(order: Order, id: string, made: Mark): Order {
  const marks: Mark[] = made === 'expired' ? ['expiring', 'expired'] : [made];
  return {
    ...order,
    lines: order.lines.map((line) =>
      line.id === id ? { ...line, marks: [...new Set([...line.marks, ...marks])] } : line,
    ),
  };
}
