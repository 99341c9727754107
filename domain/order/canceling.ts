import { isOwned, refuseWhenOver } from './capacity.ts';
import type { Cancellation } from './facts.ts';
import { listedLine, livingLineNamed } from './lines.ts';
import type { Order, OrderCommand, OrderEvent, RecordedOrderEvent } from './order.ts';
import { isHeard, refuseOtherZone, remember } from './references.ts';
import { loseWith } from './sharing.ts';
import { withWithdrawable } from './withdrawing.ts';

/**
 * Ends the lines named, or all, now or on a day to come. What servers hold of them is kept, and counts 0; what had expired
 * before was lost then. A line has one planned end: a newer plan replaces it. Canceling a canceled order again changes nothing.
 * Refusals: REFERENCE_TAKEN, LINE_UNKNOWN, LINE_CANCELED, TIME_ZONE_CHANGED, ORDER_CANCELED, ORDER_ENDED.
 */
export function cancel(order: Order, command: OrderCommand & { type: 'cancel' }, atMs: number): OrderEvent[] {
  if (command.reference === undefined) return cancelForGood(order, command.reason, atMs);
  if (isHeard(order, 'cancellation', command)) return [];
  if (order.status === 'canceled' && !command.lines) return [];
  refuseWhenOver(order);
  const { reference, contentHash, reason, on, dueAt } = command;
  const lines = meant(order, command);
  if (on !== undefined && dueAt !== undefined && dueAt > atMs) {
    refuseOtherZone(order, command);
    const planned = lines.map((line, index) => ({ ...listedLine(line), plan: String(order.plans + index + 1) }));
    return [{ type: 'cancellation-planned', ...{ reference, contentHash, reason, on, dueAt }, lines: planned }];
  }
  return [
    { type: 'canceled', ...{ reason, reference, contentHash }, lines: lines.map(listedLine) },
    ...loseWith(
      order,
      lines.filter((line) => isOwned(order, line, atMs)),
      'cancellation',
    ),
  ];
}

/** As a former release has it canceled: its life is over with it. */
function cancelForGood(order: Order, reason: string, atMs: number): OrderEvent[] {
  if (order.status === 'canceled') return [];
  refuseWhenOver(order);
  const owned = order.lines.filter((line) => isOwned(order, line, atMs));
  return [{ type: 'canceled', reason }, ...loseWith(order, owned, 'cancellation')];
}

function meant(order: Order, { lines }: Pick<Cancellation, 'lines'>) {
  if (lines) return lines.map((id) => livingLineNamed(order, id));
  return order.lines.filter((line) => line.canceledAt === undefined);
}

type Canceled = RecordedOrderEvent & { type: 'canceled' };

/**
 * The order after lines were canceled; it is canceled itself when each of its lines is. Why it was suspended stays known
 * while the cancellation can be taken back.
 */
export function evolveCanceled(order: Order, event: Canceled): Order {
  const { reference, contentHash, lines, at } = event;
  if (!lines || reference === undefined) {
    const { suspendedFor: _, ...unsuspended } = order;
    return { ...unsuspended, status: 'canceled' };
  }
  const ids = lines.map(({ line }) => line);
  const others = order.planned.filter(({ type, line }) => type !== 'cancellation' || !ids.includes(line));
  // What was planned has its reference already. Taken back later, its lines are as they would be without the plan.
  const heard =
    contentHash === undefined
      ? { ...order, planned: others }
      : remember(order, 'cancellation', { reference, contentHash });
  const known = withWithdrawable(heard, { kind: 'cancellation', reference, lines: ids }, event);
  const canceled = known.lines.map((line) => (ids.includes(line.id) ? { ...line, canceledAt: at } : line));
  const isOver = canceled.every((line) => line.canceledAt !== undefined);
  return {
    ...known,
    lines: canceled,
    notices: known.notices.filter(({ line }) => !ids.includes(line)),
    planned: known.planned.filter(({ line }) => !ids.includes(line)),
    ...(isOver && { status: 'canceled', canceledAt: at }),
  };
}

/** The order after the end of lines was planned, each once. */
export function evolveCancellationPlanned(
  order: Order,
  event: RecordedOrderEvent & { type: 'cancellation-planned' },
): Order {
  const { reference, reason, on, dueAt, lines } = event;
  const ids = lines.map(({ line }) => line);
  const heard = remember(order, 'cancellation', event);
  const known = withWithdrawable(heard, { kind: 'cancellation', reference, lines: ids }, event);
  const isReplaced = (line: string) => ids.includes(line);
  return {
    ...known,
    plans: order.plans + lines.length,
    planned: [
      ...known.planned.filter(({ type, line }) => type !== 'cancellation' || !isReplaced(line)),
      ...lines.map(({ line, plan }) => ({
        type: 'cancellation' as const,
        id: plan,
        ...{ line, on, dueAt, reference, reason },
      })),
    ],
  };
}
