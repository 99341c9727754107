import { Refusal } from '../../refusal.ts';
import { termState, type TermState } from '../../catalogue/terms.ts';
import type { Delivery, Line, Order, OrderStage, OrderStatus } from '../order.ts';

/** How a line's capacity is spent, in units; owned = locked + assigned + free. */
export type LineCapacity = { owned: number; locked: number; assigned: number; free: number };

/** What says whether a line is over; rows have null where the state has nothing, and what is planned beside it. */
type Ending = Pick<Line, 'terms'> & {
  canceledAt?: number | null;
  planned?: readonly { type: string; dueAt: number }[];
};

export type LineState = TermState | 'canceled';

/** Whether the order has come to its end, by time or by the vendor. */
export function isOver(order: { status: OrderStatus }): boolean {
  return order.status === 'canceled' || order.status === 'ended';
}

/** Whether nothing can become of the order any more: a canceled one can be taken back for some days. */
export function isClosed(order: Pick<Order, 'status' | 'canceledAt'>): boolean {
  return isOver(order) && order.canceledAt === null;
}

/** What is over takes no more facts. Refusals: ORDER_CANCELED, ORDER_ENDED. */
export function refuseWhenOver(order: { status: OrderStatus }): void {
  if (isOver(order)) throw new Refusal(order.status === 'canceled' ? 'ORDER_CANCELED' : 'ORDER_ENDED');
}

/** A line's state at an instant; what has an end keeps it even where the order was ended meanwhile. */
export function lineState(order: { status: OrderStatus }, line: Ending, atMs: number): LineState {
  return order.status === 'canceled' || isCanceled(line, atMs) ? 'canceled' : termState(line.terms, atMs);
}

/** Whether a line's capacity still exists: what is expired or canceled owns nothing, what is upcoming or in grace is owned. */
export function isOwned(order: { status: OrderStatus }, line: Ending, atMs: number): boolean {
  return !isOver(order) && !isCanceled(line, atMs) && termState(line.terms, atMs) !== 'expired';
}

/** Whether a line was canceled, also where its order has not come to it yet. */
function isCanceled({ canceledAt, planned = [] }: Ending, atMs: number): boolean {
  return typeof canceledAt === 'number' || planned.some(({ type, dueAt }) => type === 'cancellation' && dueAt <= atMs);
}

/**
 * Whether what servers hold of a line that owns nothing is kept for them: it counts again when the line is reinstated,
 * which is possible until the window for that has passed; what a former release canceled never comes back.
 */
export function isKept(order: { status: OrderStatus }, line: Ending, atMs: number): boolean {
  const isForGood = order.status === 'canceled' && typeof line.canceledAt !== 'number';
  if (order.status === 'ended' || isForGood || isOwned(order, line, atMs)) return false;
  const { reinstatableUntil, convertibleUntil = null } = line.terms;
  const until = Math.max(reinstatableUntil ?? -Infinity, convertibleUntil ?? -Infinity);
  return atMs < until;
}

/** Splits a line's capacity, given what all servers together hold of it. */
export function splitCapacity(line: { capacity: number }, owned: boolean, locked: boolean, held: number): LineCapacity {
  if (!owned) return { owned: 0, locked: 0, assigned: 0, free: 0 };
  if (locked) return { owned: line.capacity, locked: line.capacity, assigned: 0, free: 0 };
  return { owned: line.capacity, locked: 0, assigned: held, free: line.capacity - held };
}

/** What the capacities of an order follow from; the workflow's state and the projection both have it. */
export type Ledger = Pick<Order, 'number' | 'status' | 'assignments'> & {
  deliveries: Pick<Delivery, 'id' | 'unlockedAt'>[];
  lines: (Pick<Line, 'id' | 'delivery' | 'application' | 'license' | 'capacity' | 'terms'> & Ending)[];
};

/** How a line of an order is spent at an instant. */
export function lineCapacity(order: Ledger, line: Ledger['lines'][number], atMs: number): LineCapacity {
  const held = order.assignments.reduce((sum, share) => (share.line === line.id ? sum + share.capacity : sum), 0);
  return splitCapacity(line, isOwned(order, line, atMs), isLocked(order, line), held);
}

/** Whether a line waits for its delivery to be unlocked. */
export function isLocked(order: Pick<Ledger, 'deliveries'>, line: Pick<Line, 'delivery'>): boolean {
  return order.deliveries.some((delivery) => delivery.id === line.delivery && delivery.unlockedAt === null);
}

/** Where an order stands on its way from delivery to activation; derived from what is unlocked, once anything is. */
export function stageOf(order: Pick<Ledger, 'deliveries' | 'assignments'> & Pick<Order, 'servers'>): OrderStage {
  if (order.deliveries.every((delivery) => delivery.unlockedAt === null)) return 'locked';
  if (order.assignments.length === 0) return 'unlocked';
  const activated = order.servers.filter((heard) => heard.activatedAt !== null).map((heard) => heard.server);
  return order.assignments.some((share) => activated.includes(share.server)) ? 'activated' : 'assigned';
}
