import { Refusal } from '../../refusal.ts';
import { isLocked, isOwned, lineCapacity, refuseWhenOver } from '../line/capacity.ts';
import { aboutLine } from '../line/lines.ts';
import type { Line, Order } from '../order.ts';
import type { ServerMessage } from '../commands.ts';
import type { OrderEvent, TakenBecause } from '../events.ts';

/**
 * What a server asks for. Of a line that owns nothing, or is locked, it only repeats what it believes to be kept for it: where
 * that was given up meanwhile it gets nothing, and is told so, but a server that does not say whose it is would not notice,
 * and is refused. Refusals: ORDER_CANCELED, ORDER_ENDED, CUSTOMER_DIFFERS, INSUFFICIENT_CAPACITY (with what is free).
 */
export function take(order: Order, message: ServerMessage, atMs: number): OrderEvent[] {
  if (isLate(order, message)) return [];
  refuseWhenOver(order);
  if (isOfAnother(order, message)) throw new Refusal('CUSTOMER_DIFFERS');
  for (const { line: id, capacity } of message.shares) {
    const line = order.lines.find((candidate) => candidate.id === id);
    const raise = capacity - heldBy(order, message.server, id);
    if (raise <= 0) continue;
    const isUsed = line !== undefined && isUsable(order, line, atMs);
    if (!isUsed && message.customer !== undefined) continue;
    const free = isUsed ? lineCapacity(order, line, atMs).free : 0;
    if (raise > free) throw new Refusal('INSUFFICIENT_CAPACITY', { line: id, free });
  }
  return hear(order, message, (asked, held, line) => (isUsable(order, line, atMs) ? asked : Math.min(asked, held)));
}

function isUsable(order: Order, line: Line, atMs: number): boolean {
  return isOwned(order, line, atMs) && !isLocked(order, line);
}

/** What a server gives back or reports is never refused, and never raises what it holds. What another customer's does is no news of the order. */
export function tell(order: Order, message: ServerMessage): OrderEvent[] {
  if (isLate(order, message)) return [];
  const { server, number } = message;
  if (isOfAnother(order, message)) return [{ type: 'heard', server, number }];
  return hear(order, message, (asked, held) => Math.min(asked, held));
}

/** Messages of a release that did not say whose server it is are taken at their word until the order is transferred. */
function isOfAnother(order: Order, { customer }: ServerMessage): boolean {
  if (customer === undefined) return order.facts.some(({ kind }) => kind === 'transfer');
  return customer !== order.customerId;
}

function hear(
  order: Order,
  message: ServerMessage,
  settle: (asked: number, held: number, line: Line) => number,
): OrderEvent[] {
  const { server, number, activatedAt } = message;
  const moved = order.lines.flatMap((line): OrderEvent[] => {
    const held = heldBy(order, server, line.id);
    const total = settle(message.shares.find((share) => share.line === line.id)?.capacity ?? 0, held, line);
    if (total === held) return [];
    const about = { ...aboutLine(line), server, total };
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
  lines: readonly Pick<Line, 'id' | 'application' | 'reference'>[],
  because: Exclude<TakenBecause, 'capacity'>,
): OrderEvent[] {
  return lines.flatMap((line) =>
    order.assignments
      .filter((share) => share.line === line.id)
      .map(({ server, capacity }) => ({ type: 'taken-back', because, ...aboutLine(line), server, capacity, total: 0 })),
  );
}

/** What one server holds of one line, in units. */
export function heldBy(order: Order, server: string, line: string): number {
  return order.assignments.find((share) => share.server === server && share.line === line)?.capacity ?? 0;
}
