import type { OrderRecord, ProjectedOrder } from '../../db/queries/orders/orders.ts';
import { lineCapacity, lineState, stageOf } from '../../domain/order/capacity.ts';
import { careState } from '../../domain/terms.ts';
import type { LineView, OrderView } from '../../api/schemas/orders.ts';

/** An order as the API answers it at an instant; what is not projected yet is locked and has no deliveries. */
export function presentOrder({ accepted, order, mails }: OrderRecord, atMs: number): OrderView {
  const { number, placedAt, customer, reseller, distributor } = accepted;
  const parties = { customer, reseller, distributor };
  if (!order)
    return {
      ...{ number, status: 'open', stage: 'locked', placedAt, ...parties },
      ...{ deliveries: [], lines: [], assignments: [] },
    };
  return {
    ...{ number, status: order.status, stage: stageOf(order), placedAt, ...parties },
    deliveries: order.deliveries.map(({ id, reference, deliveredAt, unlockedAt }) => ({
      ...{ id, reference },
      deliveredAt: instant(deliveredAt),
      unlockedAt: unlockedAt === null ? null : instant(unlockedAt),
      mail: mails[id] ?? 'due',
    })),
    lines: order.lines.map((line) => presentLine(order, line, atMs)),
    assignments: order.assignments.map(({ line, server, capacity }) => {
      const activatedAt = order.servers.find((heard) => heard.server === server)?.activatedAt ?? null;
      return { line, server, capacity, activatedAt: activatedAt === null ? null : instant(activatedAt) };
    }),
  };
}

/** A line with how its capacity is spent. */
export function presentLine(order: ProjectedOrder, line: ProjectedOrder['lines'][number], atMs: number): LineView {
  const { id, delivery, application, license, capacity, startsOn, endsOn, care, terms } = line;
  const { locked, assigned, free } = lineCapacity(order, line, atMs);
  return {
    ...{ id, delivery, application, license, capacity, locked, assigned, free, startsOn, endsOn },
    state: lineState(order, line, atMs),
    care: care && { ...care, state: careState(terms, atMs)! },
  };
}

/** ISO 8601 UTC of epoch milliseconds. */
export function instant(epochMs: number): string {
  return new Date(epochMs).toISOString();
}
