import { isOver } from '../order/line/capacity.ts';
import type { OrderStage, OrderStatus } from '../order/order.ts';
import { lineCondition, worstOf, type JudgedLine, type LineCondition } from './line.ts';
import type { Remedy, Severity } from './severity.ts';

/** Where an order is on its way to being used: another fact than where its lines are in their terms. */
export type StageCondition = { state: OrderStage; severity: Severity; remedy: Remedy | null };

const STAGES: Record<OrderStage, Omit<StageCondition, 'state'>> = {
  locked: { severity: 'warning', remedy: 'unlock' },
  unlocked: { severity: 'notice', remedy: 'assign' },
  assigned: { severity: 'notice', remedy: 'activate' },
  activated: { severity: 'fine', remedy: null },
};

/** The stage of an order with what comes next; null of what is over, which goes nowhere. */
export function stageCondition(order: { status: OrderStatus; stage: OrderStage }): StageCondition | null {
  return isOver(order) ? null : { state: order.stage, ...STAGES[order.stage] };
}

const ENDED = { severity: 'over', until: null, daysLeft: null, remedy: null } as const;

/** What is true of the terms of an order: of the worst of its lines, unless it is over or suspended as a whole. */
export function orderCondition(
  order: { status: OrderStatus; timeZone: string },
  lines: readonly Omit<JudgedLine, 'status' | 'timeZone'>[],
  atMs: number,
): LineCondition {
  if (order.status === 'canceled') return { state: 'canceled', ...ENDED };
  const judged = lines.map((line) => lineCondition({ ...line, status: order.status, timeZone: order.timeZone }, atMs));
  return worstOf(judged) ?? { state: 'over', ...ENDED };
}
