import { evolveLines } from './evolve-lines.ts';
import { evolveShares } from './evolve-shares.ts';
import type { Order, RecordedOrderEvent } from './order.ts';

/** The order after an event. Replaying all events of a stream gives its state. */
export function evolve(order: Order, event: RecordedOrderEvent): Order {
  return { ...change(order, event), seq: event.seq, lastAt: event.at };
}

function change(order: Order, event: RecordedOrderEvent): Order {
  switch (event.type) {
    case 'delivered':
    case 'expanded':
    case 'renewed':
    case 'expiring':
    case 'expired':
    case 'care-expired':
    case 'notice-due':
      return evolveLines(order, event);
    case 'unlocked':
      return {
        ...order,
        deliveries: order.deliveries.map((delivery) =>
          delivery.id === event.delivery ? { ...delivery, unlockedAt: event.at } : delivery,
        ),
      };
    case 'assigned':
    case 'released':
    case 'taken-back':
    case 'activated':
    case 'deactivated':
    case 'heard':
      return evolveShares(order, event);
    case 'suspended':
      return { ...order, status: event.type, suspendedFor: event.reason };
    case 'canceled':
    case 'ended':
      return { ...withoutSuspension(order), status: event.type };
    case 'resumed':
      return { ...withoutSuspension(order), status: 'open' };
    case 'unlock-refused':
    case 'renew-refused':
    case 'expand-refused':
    case 'suspend-refused':
    case 'resume-refused':
    case 'cancel-refused':
      return order;
  }
}

function withoutSuspension({ suspendedFor: _, ...order }: Order): Order {
  return order;
}
