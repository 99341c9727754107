import { Refusal } from '../refusal.ts';
import { isOwned, refuseWhenOver } from './capacity.ts';
import { deliver } from './delivering.ts';
import type { Order, OrderCommand, OrderEvent } from './order.ts';
import { renew } from './renewing.ts';
import { loseWith, take, tell } from './sharing.ts';

/**
 * What a command changes at an instant. Facts that change nothing any more answer with no event.
 * Refusals: DELIVERY_UNKNOWN, ORDER_CANCELED, ORDER_ENDED, and those of the single commands.
 */
export function decide(order: Order, command: OrderCommand, atMs: number): OrderEvent[] {
  switch (command.type) {
    case 'deliver':
      return deliver(order, 'delivered', command, atMs);
    case 'expand':
      return deliver(order, 'expanded', command, atMs);
    case 'unlock':
      return unlock(order, command.delivery);
    case 'take':
      return take(order, command, atMs);
    case 'tell':
      return tell(order, command);
    case 'renew':
      return renew(order, command, atMs);
    case 'suspend':
      return suspend(order, command.reason);
    case 'resume':
      refuseWhenOver(order);
      return order.status === 'suspended' ? [{ type: 'resumed' }] : [];
    case 'cancel':
      return cancel(order, command.reason, atMs);
  }
}

function unlock(order: Order, id: string | undefined): OrderEvent[] {
  refuseWhenOver(order);
  const named = order.deliveries.filter((delivery) => id === undefined || delivery.id === id);
  if (named.length === 0) throw new Refusal('DELIVERY_UNKNOWN', { delivery: id ?? '' });
  return named
    .filter((delivery) => delivery.unlockedAt === null)
    .map((delivery) => ({ type: 'unlocked', delivery: delivery.id }));
}

/** Another reason is news, and replaces the one before; the same again is none. */
function suspend(order: Order, reason: string): OrderEvent[] {
  refuseWhenOver(order);
  const isKnown = order.status === 'suspended' && order.suspendedFor === reason;
  return isKnown ? [] : [{ type: 'suspended', reason }];
}

/** What had expired before was lost then. */
function cancel(order: Order, reason: string, atMs: number): OrderEvent[] {
  if (order.status === 'canceled') return [];
  refuseWhenOver(order);
  const owned = order.lines.filter((line) => isOwned(order, line, atMs));
  return [{ type: 'canceled', reason }, ...loseWith(order, owned, 'cancellation')];
}
