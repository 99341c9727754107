import { Refusal } from '../refusal.ts';
import { isLocked, isOver, isOwned, lineCapacity } from './capacity.ts';
import type { Order, OrderCommand, OrderEvent, ServerMessage } from './order.ts';

/**
 * What a command changes at an instant. Facts that change nothing any more answer with no event.
 * Refusals: DELIVERY_UNKNOWN, ORDER_CANCELED, ORDER_ENDED, INSUFFICIENT_CAPACITY (with what is free).
 */
export function decide(order: Order, command: OrderCommand, atMs: number): OrderEvent[] {
  switch (command.type) {
    case 'deliver':
      return deliver(order, command.reference, command.lines);
    case 'unlock':
      return unlock(order, command.delivery);
    case 'take':
      return take(order, command, atMs);
    case 'tell':
      return tell(order, command);
  }
}

function deliver(order: Order, reference: string, lines: (OrderCommand & { type: 'deliver' })['lines']): OrderEvent[] {
  refuseWhenOver(order);
  const sold = lines.map((line, index) => ({ ...line, id: String(order.lines.length + index + 1) }));
  return [{ type: 'delivered', delivery: String(order.deliveries.length + 1), reference, lines: sold }];
}

function unlock(order: Order, id: string | undefined): OrderEvent[] {
  refuseWhenOver(order);
  const named = order.deliveries.filter((delivery) => id === undefined || delivery.id === id);
  if (named.length === 0) throw new Refusal('DELIVERY_UNKNOWN', { delivery: id ?? '' });
  return named
    .filter((delivery) => delivery.unlockedAt === null)
    .map((delivery) => ({ type: 'unlocked', delivery: delivery.id }));
}

function take(order: Order, message: ServerMessage, atMs: number): OrderEvent[] {
  if (isLate(order, message)) return [];
  refuseWhenOver(order);
  for (const { line: id, capacity } of message.shares) {
    const line = order.lines.find((candidate) => candidate.id === id);
    const raise = capacity - heldBy(order, message.server, id);
    if (raise <= 0) continue;
    const free =
      line && isOwned(order, line, atMs) && !isLocked(order, line) ? lineCapacity(order, line, atMs).free : 0;
    if (raise > free) throw new Refusal('INSUFFICIENT_CAPACITY', { line: id, free });
  }
  return hear(order, message, (asked) => asked);
}

/** What a server gives back or reports is never refused, and never raises what it holds. */
function tell(order: Order, message: ServerMessage): OrderEvent[] {
  return isLate(order, message) ? [] : hear(order, message, (asked, held) => Math.min(asked, held));
}

function hear(order: Order, message: ServerMessage, settle: (asked: number, held: number) => number): OrderEvent[] {
  const { server, number, activatedAt } = message;
  const moved = order.lines.flatMap((line): OrderEvent[] => {
    const held = heldBy(order, server, line.id);
    const total = settle(message.shares.find((share) => share.line === line.id)?.capacity ?? 0, held);
    if (total === held) return [];
    const about = { line: line.id, application: line.application, server, total };
    return total > held
      ? [{ type: 'assigned', ...about, capacity: total - held }]
      : [{ type: 'released', ...about, capacity: held - total }];
  });
  const before = order.servers.find((heard) => heard.server === server)?.activatedAt ?? null;
  return [{ type: 'heard', server, number }, ...moved, ...activation(server, before, activatedAt)];
}

function activation(server: string, before: number | null, now: number | null): OrderEvent[] {
  if (before === now) return [];
  return now === null ? [{ type: 'deactivated', server }] : [{ type: 'activated', server, activatedAt: now }];
}

function isLate(order: Order, message: ServerMessage): boolean {
  return order.servers.some((heard) => heard.server === message.server && heard.number >= message.number);
}

/** What one server holds of one line, in units. */
export function heldBy(order: Order, server: string, line: string): number {
  return order.assignments.find((share) => share.server === server && share.line === line)?.capacity ?? 0;
}

function refuseWhenOver(order: Order): void {
  if (isOver(order)) throw new Refusal(order.status === 'canceled' ? 'ORDER_CANCELED' : 'ORDER_ENDED');
}
