import { Refusal } from '../refusal.ts';
import { cutAt, type Terms } from '../terms.ts';
import { refuseWhenOver } from './capacity.ts';
import type { Planned } from './facts.ts';
import { aboutLine, lineNamed, listedLine } from './lines.ts';
import type { Line, Order, OrderEvent } from './order.ts';
import { takeBack } from './reducing.ts';
import { loseWith } from './sharing.ts';
import { withdrawableUntil } from './withdrawing.ts';

/** Takes back what is planned and has not happened. Refusals: PLAN_UNKNOWN, ORDER_CANCELED, ORDER_ENDED. */
export function withdrawPlan(order: Order, id: string): OrderEvent[] {
  refuseWhenOver(order);
  const planned = order.planned.find((candidate) => candidate.id === id);
  if (!planned) {
    if (Number(id) >= 1 && Number(id) <= order.plans) return [];
    throw new Refusal('PLAN_UNKNOWN', { id });
  }
  const { type, on, line } = planned;
  return [{ type: 'plan-withdrawn', plan: id, planned: type, on, ...aboutLine(lineNamed(order, line)) }];
}

/** What a planned change does when its day has come, before whatever servers lose by it. */
export function plannedEvent(order: Order, planned: Planned): OrderEvent {
  const line = lineNamed(order, planned.line);
  const { id: plan, reference } = planned;
  if (planned.type === 'capacity')
    return {
      type: 'reduced',
      ...{ plan, reference },
      ...aboutLine(line),
      capacity: planned.capacity,
      formerCapacity: line.capacity,
    };
  return { type: 'canceled', reason: planned.reason, reference, lines: [{ ...listedLine(line), plan }] };
}

/** What servers lose by it. */
export function lostByPlan(order: Order, planned: Planned): OrderEvent[] {
  if (planned.type === 'capacity') return takeBack(order, planned.line, planned.capacity);
  return loseWith(order, [lineNamed(order, planned.line)], 'cancellation');
}

/** The planned cancellation of a line, if there is one. */
export function plannedEndOf(
  planned: readonly Planned[],
  line: string,
): (Planned & { type: 'cancellation' }) | undefined {
  return planned.find((one) => one.type === 'cancellation' && one.line === line) as
    (Planned & { type: 'cancellation' }) | undefined;
}

/**
 * The instants of a line as it is or will be canceled: whoever holds them needs nobody at the day. What servers hold of a
 * canceled line is kept as long as the cancellation can be taken back: epoch milliseconds.
 */
export function lastingTerms(line: Pick<Line, 'id' | 'terms' | 'canceledAt'>, order: Pick<Order, 'planned'>): Terms {
  const { id, terms, canceledAt } = line;
  if (canceledAt !== undefined) return cutAt(terms, canceledAt, withdrawableUntil(canceledAt));
  const end = plannedEndOf(order.planned, id);
  return end ? cutAt(terms, end.dueAt, withdrawableUntil(end.dueAt)) : terms;
}
