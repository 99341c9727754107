import { Refusal } from '../../refusal.ts';
import { cutAt, type Terms } from '../../catalogue/terms.ts';
import { refuseWhenOver } from '../line/capacity.ts';
import type { Planned, Planner } from '../facts.ts';
import { aboutLine, lineNamed, listedLine } from '../line/lines.ts';
import type { Line, Order } from '../order.ts';
import type { OrderEvent, RecordedOrderEvent } from '../events.ts';
import { takeBack } from './reducing.ts';
import { loseWith } from './sharing.ts';
import { withdrawableUntil, withFormerNotices } from './withdrawing.ts';

type PlannedEnd = Planned & { type: 'cancellation' };

/** Takes back what is planned and has not happened. Refusals: PLAN_UNKNOWN, ORDER_CANCELED, ORDER_ENDED. */
export function withdrawPlan(order: Order, id: string): OrderEvent[] {
  refuseWhenOver(order);
  const planned = order.planned.find((candidate) => candidate.id === id);
  if (!planned) throw new Refusal('PLAN_UNKNOWN', { id });
  const { type, on, line } = planned;
  return [{ type: 'plan-withdrawn', plan: id, planned: type, on, ...aboutLine(lineNamed(order, line)) }];
}

/** The order without what was planned; of days of notice that a planned end had silenced the nearest is due. */
export function evolvePlanWithdrawn(order: Order, event: RecordedOrderEvent & { type: 'plan-withdrawn' }): Order {
  const { plan, line: id, at } = event;
  const withdrawn = order.planned.find((planned) => planned.id === plan)!;
  const isItsLine = (former: { id: string; seq: number }) => former.id === id && former.seq === withdrawn.fact;
  const isNewest = lineNamed(order, id).factSeq === withdrawn.fact;
  const silenced = isNewest ? order.withdrawables.flatMap(({ former }) => former.filter(isItsLine)) : [];
  return {
    ...order,
    planned: order.planned.filter((planned) => planned !== withdrawn),
    ...(isPlannedEnd(withdrawn) && {
      notices: withFormerNotices(order, silenced, at),
      withdrawables: order.withdrawables.map((fact) => ({
        ...fact,
        former: fact.former.map(({ notices, ...former }) =>
          isItsLine(former) || !notices ? former : { ...former, notices },
        ),
      })),
    }),
  };
}

/** The order with what planned something. What nothing planned, and nothing that can come back, refers to any more is forgotten. */
export function withPlanner(order: Order, planner: Planner): Order {
  const formerly = order.withdrawables.flatMap(({ former }) => former.flatMap(({ planned = [] }) => planned));
  const facts = new Set([...order.planned, ...formerly].map(({ fact }) => fact));
  return { ...order, planners: [...order.planners, planner].filter(({ fact }) => facts.has(fact)) };
}

/** What planned a change. */
export function plannerOf(order: Pick<Order, 'planners'>, { fact }: Pick<Planned, 'fact'>): Planner {
  return order.planners.find((planner) => planner.fact === fact)!;
}

/** What planned changes of one fact do when their day has come, before whatever servers lose by them. */
export function plannedEvent(order: Order, planned: readonly Planned[]): OrderEvent {
  const first = planned[0]!;
  const { reference, reason = '' } = plannerOf(order, first);
  if (first.type === 'capacity') {
    const line = lineNamed(order, first.line);
    const { id: plan, capacity } = first;
    return { type: 'reduced', ...{ plan, reference }, ...aboutLine(line), capacity, formerCapacity: line.capacity };
  }
  const lines = planned.map(({ line, id: plan }) => ({ ...listedLine(lineNamed(order, line)), plan }));
  return { type: 'canceled', reason, reference, lines };
}

/** What servers lose by them; what had expired before was lost then. */
export function lostByPlan(order: Order, planned: readonly Planned[]): OrderEvent[] {
  return planned.flatMap((plan) => {
    if (plan.type === 'capacity') return takeBack(order, plan.line, plan.capacity, plannerOf(order, plan).reference);
    const line = lineNamed(order, plan.line);
    return line.marks.includes('expired') ? [] : loseWith(order, [line], 'cancellation');
  });
}

/** Whether what is planned is the end of a line. */
export function isPlannedEnd(planned: Planned): planned is PlannedEnd {
  return planned.type === 'cancellation';
}

/** The planned cancellation of a line, if there is one. */
function plannedEndOf(planned: readonly Planned[], line: string): PlannedEnd | undefined {
  return planned.filter(isPlannedEnd).find((one) => one.line === line);
}

/** Whether nobody needs to be told that a line ends, as it will not last so long: `dueAt` is when it is canceled, in epoch milliseconds. */
export function isSilenced({ until, careUntil }: Terms, dueAt: number): boolean {
  return dueAt <= (until ?? careUntil ?? -Infinity);
}

/** Whether a line is canceled before what its terms say, or is to be. */
export function endsOtherwise(order: Pick<Order, 'planned'>, { id, terms, canceledAt }: Line): boolean {
  const end = canceledAt ?? plannedEndOf(order.planned, id)?.dueAt;
  return end !== undefined && isSilenced(terms, end);
}

/**
 * The instants of a line as it is or will be canceled: whoever holds them needs nobody at the day. What servers hold of a
 * canceled line is kept as long as the cancellation can be taken back: epoch milliseconds.
 */
export function lastingTerms(line: Pick<Line, 'id' | 'terms' | 'canceledAt'>, order: Pick<Order, 'planned'>): Terms {
  const { id, terms, canceledAt } = line;
  const end = canceledAt ?? plannedEndOf(order.planned, id)?.dueAt;
  return end === undefined ? terms : cutAt(terms, end, withdrawableUntil(end));
}
