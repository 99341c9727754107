import { Refusal } from '../../refusal.ts';
import { isOwned, refuseWhenOver } from '../line/capacity.ts';
import { editionOf, withoutGivenUp } from '../editions.ts';
import type { Locking } from '../facts.ts';
import type { Delivery, Order } from '../order.ts';
import type { OrderEvent, RecordedOrderEvent } from '../events.ts';
import { isHeard, remember } from '../references.ts';

type Unlock = { delivery?: string; edition?: number };

/**
 * Unlocks a delivery, or all that is locked. A link names the edition of the delivery that its page showed. What was taken
 * before the delivery was locked last changes nothing. Refusals: DELIVERY_UNKNOWN, LINK_REPLACED, ORDER_CANCELED, ORDER_ENDED.
 */
export function unlock(order: Order, { delivery: id, edition }: Unlock, atMs: number, takenAtMs: number): OrderEvent[] {
  refuseWhenOver(order);
  const named = order.deliveries.filter((delivery) => id === undefined || delivery.id === id);
  if (named.length === 0) throw new Refusal('DELIVERY_UNKNOWN', { delivery: id ?? '' });
  const locked = named.filter((delivery) => delivery.unlockedAt === null && !isOvertaken(delivery, takenAtMs));
  if (edition !== undefined && locked.some((delivery) => editionOf(delivery) !== edition))
    throw new Refusal('LINK_REPLACED');
  return locked.map((delivery) => ({
    type: 'unlocked',
    delivery: delivery.id,
    // Of commands that waited, the last taken counts, whenever each takes effect.
    ...(order.rules >= 2 && takenAtMs !== atMs && { takenAt: takenAtMs }),
  }));
}

/**
 * Locks again a delivery of which nothing is assigned; what is kept for a reinstatement is given up. The same reference and
 * content again change nothing, and so does what was taken before the delivery was unlocked last.
 * Refusals: REFERENCE_TAKEN, DELIVERY_UNKNOWN, STILL_ASSIGNED (with `servers`), ORDER_CANCELED, ORDER_ENDED.
 */
export function lock(order: Order, locking: Locking, atMs: number, takenAtMs: number): OrderEvent[] {
  if (isHeard(order, 'lock', locking)) return [];
  refuseWhenOver(order);
  const { reference, contentHash, reason, delivery: id } = locking;
  const delivery = order.deliveries.find((candidate) => candidate.id === id);
  if (!delivery) throw new Refusal('DELIVERY_UNKNOWN', { delivery: id });
  if (delivery.unlockedAt === null || isOvertaken(delivery, takenAtMs)) return [];
  const lines = order.lines.filter((line) => line.delivery === id).map((line) => line.id);
  refuseWhenAssigned(order, lines, atMs);
  const givenUp = order.assignments.filter(({ line }) => lines.includes(line));
  return [{ type: 'locked', ...{ delivery: id, reference, contentHash, reason, givenUp }, takenAt: takenAtMs }];
}

/** Refusals: STILL_ASSIGNED, with the servers that hold something that counts of one of the lines. */
export function refuseWhenAssigned(order: Order, lines: string[], atMs: number): void {
  const owned = order.lines.filter((line) => lines.includes(line.id) && isOwned(order, line, atMs)).map(({ id }) => id);
  const servers = order.assignments.filter(({ line }) => owned.includes(line)).map(({ server }) => server);
  if (servers.length > 0) throw new Refusal('STILL_ASSIGNED', { servers: [...new Set(servers)] });
}

/** The order after a delivery was unlocked or locked again. */
export function evolveLock(order: Order, event: RecordedOrderEvent & { type: 'unlocked' | 'locked' }): Order {
  const change = (news: Partial<Delivery>) =>
    order.deliveries.map((delivery) => (delivery.id === event.delivery ? { ...delivery, ...news } : delivery));
  if (event.type === 'locked') {
    const locked = { ...order, deliveries: change({ unlockedAt: null, commandedAt: event.takenAt }) };
    return withoutLost(withoutGivenUp(remember(locked, 'lock', event), event.givenUp), event.delivery);
  }
  const { takenAt, at } = event;
  const wasLockedAgain = order.deliveries.some(
    ({ id, commandedAt }) => id === event.delivery && commandedAt !== undefined,
  );
  const commandedAt = takenAt ?? (wasLockedAgain ? at : undefined);
  return { ...order, deliveries: change({ unlockedAt: at, ...(commandedAt !== undefined && { commandedAt }) }) };
}

/** The order whose servers get nothing back of a delivery's lines, should a fact be taken back by which they lost it. */
function withoutLost(order: Order, delivery: string): Order {
  const lines = order.lines.filter((line) => line.delivery === delivery).map(({ id }) => id);
  const withdrawables = order.withdrawables.map((fact) => ({
    ...fact,
    taken: fact.taken.filter(({ line }) => !lines.includes(line)),
  }));
  return { ...order, withdrawables };
}

function isOvertaken({ commandedAt, unlockedAt }: Delivery, takenAtMs: number): boolean {
  return takenAtMs < (commandedAt ?? unlockedAt ?? -Infinity);
}
