import { isOwned, refuseWhenOver } from '../line/capacity.ts';
import type { Cancellation } from '../facts.ts';
import { listedLine, livingLineNamed } from '../line/lines.ts';
import type { FormerLine, Order } from '../order.ts';
import type { OrderCommand } from '../commands.ts';
import type { OrderEvent, RecordedOrderEvent } from '../events.ts';
import { isPlannedEnd, isSilenced, withPlanner } from './planning.ts';
import { isHeard, refuseOtherZone, remember } from '../references.ts';
import { loseWith } from './sharing.ts';
import { formerOf, noticesLeft, withdrawableOf, withWithdrawable } from './withdrawing.ts';

/**
 * Ends the lines named, or all, now or on a day to come. What servers hold of them is kept, and counts 0; what had expired
 * before was lost then. A line has one planned end: a newer plan replaces it. Canceling a canceled order again changes nothing.
 * Refusals: REFERENCE_TAKEN, LINE_UNKNOWN, LINE_CANCELED, TIME_ZONE_CHANGED, ORDER_CANCELED, ORDER_ENDED.
 */
export function cancel(order: Order, command: OrderCommand & { type: 'cancel' }, atMs: number): OrderEvent[] {
  if (command.reference === undefined) return cancelForGood(order, command.reason, atMs);
  if (order.status === 'canceled' && !command.lines) return [];
  if (isHeard(order, 'cancellation', command)) return [];
  refuseWhenOver(order);
  const { reference, contentHash, reason, on, dueAt } = command;
  if (dueAt !== undefined) refuseOtherZone(order, command);
  const lines = meant(order, command);
  if (on !== undefined && dueAt !== undefined && dueAt > atMs) {
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
  const { reference, contentHash, lines, seq, at } = event;
  if (!lines || reference === undefined) {
    const { suspendedFor: _, ...unsuspended } = order;
    return { ...unsuspended, status: 'canceled' };
  }
  const ids = new Set(lines.map(({ line }) => line));
  const ending = order.lines.filter(({ id }) => ids.has(id));
  // What was planned has its reference already.
  const wasPlanned = contentHash === undefined;
  const former = ending.map((line) => ({
    ...formerOf(line, seq),
    notices: noticesLeft(order, line.id),
    planned: order.planned.filter((planned) => planned.line === line.id),
  }));
  const heard = wasPlanned ? order : remember(order, 'cancellation', { reference, contentHash });
  const beforeIt = wasPlanned ? former.map((line) => beforePlan(order, line, reference)) : former;
  const known = withWithdrawable(heard, { kind: 'cancellation', reference, former: beforeIt.map(compact) }, event);
  const canceled = known.lines.map((line) => (ids.has(line.id) ? { ...line, canceledAt: at } : line));
  const isOver = canceled.every((line) => line.canceledAt !== undefined);
  return {
    ...known,
    lines: canceled,
    notices: known.notices.filter(({ line }) => !ids.has(line)),
    planned: known.planned.filter(({ line }) => !ids.has(line)),
    ...(isOver && { status: 'canceled', canceledAt: at }),
  };
}

/**
 * A line as it was before its end was planned, as far as nothing else was stated since: days of notice that the plan had
 * silenced, and the plan that it had replaced, come back with the line.
 */
function beforePlan(order: Order, { planned = [], ...former }: FormerLine, reference: string): FormerLine {
  const others = planned.filter((plan) => !isPlannedEnd(plan));
  const known = withdrawableOf(order, 'cancellation', reference)?.former.find(({ id }) => id === former.id);
  if (!known || known.seq !== former.factSeq) return { ...former, planned: others };
  const { factSeq: _, ...lasting } = former;
  return { ...lasting, ...known, seq: former.seq, planned: [...others, ...(known.planned ?? [])] };
}

/** The order after the end of lines was planned, each once. */
export function evolveCancellationPlanned(
  order: Order,
  event: RecordedOrderEvent & { type: 'cancellation-planned' },
): Order {
  const { reference, reason, on, dueAt, lines, seq: fact } = event;
  const ids = new Set(lines.map(({ line }) => line));
  const former = order.lines
    .filter(({ id }) => ids.has(id))
    .map((line) => ({
      ...formerOf(line, fact),
      ...(isSilenced(line.terms, dueAt) && { notices: noticesLeft(order, line.id) }),
      planned: order.planned.filter((planned) => planned.line === line.id && isPlannedEnd(planned)),
    }));
  const ends = lines.map(({ line, plan }) => ({
    type: 'cancellation' as const,
    id: plan,
    ...{ line, on, dueAt, fact },
  }));
  const planned = [...order.planned.filter((one) => !(ids.has(one.line) && isPlannedEnd(one))), ...ends];
  const heard = { ...remember(order, 'cancellation', event), plans: order.plans + lines.length, planned };
  const known = withWithdrawable(heard, { kind: 'cancellation', reference, former: former.map(compact) }, event);
  return withPlanner(known, { fact, reference, reason });
}

/** As little as says the same: an order carries this of each line. */
function compact({ planned = [], ...former }: FormerLine): FormerLine {
  return planned.length > 0 ? { ...former, planned } : former;
}
