import { Refusal } from '../refusal.ts';
import { isLocked, isOwned, lineCapacity, refuseWhenOver } from './capacity.ts';
import { named } from './named-line.ts';
import type { Line, Order, OrderEvent, ServerMessage, TakenBecause } from './order.ts';

/** What a server asks for. Refusals: ORDER_CANCELED, ORDER_ENDED, INSUFFICIENT_CAPACITY (with what is free). */
export function take(order: Order, message: ServerMessage, atMs: number): OrderEvent[] {
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
export function tell(order: Order, message: ServerMessage): OrderEvent[] {
  return isLate(order, message) ? [] : hear(order, message, (asked, held) => Math.min(asked, held));
}

function hear(order: Order, message: ServerMessage, settle: (asked: number, held: number) => number): OrderEvent[] {
  const { server, number, activatedAt } = message;
  const moved = order.lines.flatMap((line): OrderEvent[] => {
    const held = heldBy(order, server, line.id);
    const total = settle(message.shares.find((share) => share.line === line.id)?.capacity ?? 0, held);
    if (total === held) return [];
    const about = { ...named(line), application: line.application, server, total };
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

/** Says of each server what it loses with lines that own nothing any more; they are over, but what it held of them is kept. */
export function loseWith(
  order: Order,
  lines: readonly Line[],
  because: Exclude<TakenBecause, 'capacity'>,
): OrderEvent[] {
  return lines.flatMap((line) => {
    const about = { ...named(line), application: line.application };
    return order.assignments
      .filter((share) => share.line === line.id)
      .map(({ server, capacity }) => ({ type: 'taken-back', because, ...about, server, capacity, total: 0 }));
  });
}

/** What one server holds of one line, in units. */
export function heldBy(order: Order, server: string, line: string): number {
  return order.assignments.find((share) => share.server === server && share.line === line)?.capacity ?? 0;
}
