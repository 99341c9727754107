import type { OrderRecord, ProjectedOrder } from '../../db/queries/orders/orders.ts';
import { isKept, isOwned, lineCapacity, lineState, stageOf } from '../../domain/order/capacity.ts';
import { careState } from '../../domain/terms.ts';

/** An order as programs and pages get it. */
export type OrderView = ReturnType<typeof presentOrder>;

/** An order as the API answers it at an instant; what is not projected yet is locked and has no deliveries. */
export function presentOrder({ accepted, order, mails }: OrderRecord, atMs: number) {
  const { number, placedAt, customer, reseller, distributor } = accepted;
  const { status, stage, ...life } = order ? presentLife(order, mails, atMs) : NOT_DELIVERED;
  return { number, status, stage, placedAt, customer, reseller, distributor, ...life };
}

const NOT_DELIVERED: ReturnType<typeof presentLife> = {
  ...{ status: 'open', stage: 'locked' },
  ...{ deliveries: [], lines: [], assignments: [], kept: [] },
};

function presentLife(order: ProjectedOrder, mails: OrderRecord['mails'], atMs: number) {
  return {
    status: order.status,
    stage: stageOf(order),
    deliveries: order.deliveries.map(({ id, reference, deliveredAt, unlockedAt }) => ({
      ...{ id, reference },
      deliveredAt: instant(deliveredAt),
      unlockedAt: unlockedAt === null ? null : instant(unlockedAt),
      mail: mails[id] ?? 'due',
    })),
    lines: order.lines.map((line) => presentLine(order, line, atMs)),
    assignments: sharesOf(order, isOwned, atMs).map(({ line, server, capacity }) => {
      const activatedAt = order.servers.find((heard) => heard.server === server)?.activatedAt ?? null;
      return { line, server, capacity, activatedAt: activatedAt === null ? null : instant(activatedAt) };
    }),
    kept: sharesOf(order, isKept, atMs),
  };
}

/** What servers hold of the lines of which something is true: what counts now, or what would come back. */
function sharesOf({ status, lines, assignments }: ProjectedOrder, isSo: typeof isOwned, atMs: number) {
  const those = new Set(lines.filter((line) => isSo({ status }, line, atMs)).map(({ id }) => id));
  return assignments.filter(({ line }) => those.has(line));
}

/** A line with how its capacity is spent. */
export function presentLine(order: ProjectedOrder, line: ProjectedOrder['lines'][number], atMs: number) {
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
