import { condition, setCurrentDetails, upsertSearchAttributes, workflowInfo } from '@temporalio/workflow';
import { lineCapacity, lineState, stageOf } from '../domain/order/capacity.ts';
import { nextDeadline } from '../domain/order/deadlines.ts';
import type { Order } from '../domain/order/order.ts';
import { SEARCH_ATTRIBUTES } from './contract.ts';

const AWAITED = {
  locked: 'the reseller to unlock the delivery',
  unlocked: 'capacity to be assigned to a server',
  assigned: 'a server to activate',
  activated: 'nobody: all is activated',
};

/** Waits until there is something to do, at the longest until the next deadline; the timer says what for. */
export async function waitFor(order: Order, hasSomething: () => boolean): Promise<void> {
  const deadline = nextDeadline(order);
  if (deadline === null) await condition(hasSomething);
  else await condition(hasSomething, Math.max(deadline - Date.now(), 1), { summary: `Waits for ${day(deadline)}` });
}

/** Shows operators where the order stands: a small table in Temporal's UI, and the attributes that a search finds it by. */
export function showOrder(order: Order): void {
  setCurrentDetails(describe(order, Date.now()));
  const { typedSearchAttributes: known } = workflowInfo();
  const stage = stageOf(order);
  if (known.get(SEARCH_ATTRIBUTES.OrderStage) !== stage)
    upsertSearchAttributes([{ key: SEARCH_ATTRIBUTES.OrderStage, value: stage }]);
  const deadline = nextDeadline(order);
  if (known.get(SEARCH_ATTRIBUTES.NextDeadline)?.getTime() !== (deadline ?? undefined))
    upsertSearchAttributes([
      { key: SEARCH_ATTRIBUTES.NextDeadline, value: deadline === null ? null : new Date(deadline) },
    ]);
}

function describe(order: Order, nowMs: number): string {
  const stage = stageOf(order);
  const deadline = nextDeadline(order);
  const rows = order.lines.map((line) => {
    const { locked, assigned, free } = lineCapacity(order, line, nowMs);
    const until = line.endsOn ?? 'perpetual';
    return `| ${line.id} | ${line.application} | ${line.capacity} | ${locked} | ${assigned} | ${free} | ${until} | ${lineState(order, line, nowMs)} |`;
  });
  return [
    `**${stage}** (${order.status}), waits for ${order.status === 'open' ? AWAITED[stage] : 'nobody'}`,
    '',
    `Next deadline: ${deadline === null ? 'none' : day(deadline)}`,
    '',
    '| line | application | sold | locked | assigned | free | until | state |',
    '|---|---|---|---|---|---|---|---|',
    ...rows,
  ].join('\n');
}

function day(instantMs: number): string {
  return new Date(instantMs).toISOString();
}
