import { condition, setCurrentDetails, upsertSearchAttributes, workflowInfo } from '@temporalio/workflow';
import { isOver, lineCapacity, lineState, stageOf } from '../domain/order/line/capacity.ts';
import { awaited, nextDeadline, type Deadline } from '../domain/order/deadlines.ts';
import type { Planned } from '../domain/order/facts.ts';
import type { Order } from '../domain/order/order.ts';
import type { OrderEvent } from '../domain/order/events.ts';
import { sellerIdOf } from '../domain/order/arriving/parties.ts';
import { SEARCH_ATTRIBUTES } from '../temporal/search-attributes.ts';

const AWAITED = {
  locked: 'the seller to unlock the delivery',
  unlocked: 'capacity to be assigned to a server',
  assigned: 'a server to activate',
  activated: 'nobody: all is activated',
};

/** Waits until there is something to do, at the longest until the next deadline; the timer says what for. */
export async function waitFor(order: Order, hasSomething: () => boolean): Promise<void> {
  const deadline = awaited(order);
  if (deadline === null) await condition(hasSomething);
  else await condition(hasSomething, Math.max(deadline.atMs - Date.now(), 1), { summary: foretell(deadline) });
}

/** Says what time will do next, and when. */
function foretell({ atMs, event }: Deadline): string {
  return `Until ${instant(atMs)}: ${whatOf(event)}`;
}

function whatOf(event: OrderEvent): string {
  if (event.type === 'reduced') return `line ${event.line} reduced to ${event.capacity}`;
  if (event.type === 'canceled') return `canceled: line ${event.lines?.map(({ line }) => line).join(', ')}`;
  return 'line' in event ? `${event.type} of line ${event.line}` : event.type;
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
  // What came with the order was said when it was started.
  if (order.deliveries.length > 1 || order.facts.length > 0) showApplications(order);
  if (order.facts.length > 0) showParties(order);
}

function showApplications({ lines }: Order): void {
  const applications = [...new Set(lines.map((line) => line.application))];
  const known = workflowInfo().typedSearchAttributes.get(SEARCH_ATTRIBUTES.Applications) ?? [];
  const isKnown = applications.length === known.length && applications.every((one) => known.includes(one));
  if (!isKnown) upsertSearchAttributes([{ key: SEARCH_ATTRIBUTES.Applications, value: applications }]);
}

function showParties(order: Order): void {
  const { typedSearchAttributes: known } = workflowInfo();
  const parties = [
    { key: SEARCH_ATTRIBUTES.CustomerId, value: order.customerId },
    { key: SEARCH_ATTRIBUTES.ResellerId, value: sellerIdOf(order) },
  ].filter(({ key, value }) => known.get(key) !== value);
  if (parties.length > 0) upsertSearchAttributes(parties);
}

function describe(order: Order, nowMs: number): string {
  const deadline = awaited(order);
  const rows = order.lines.map((line) => {
    const { locked, assigned, free } = lineCapacity(order, line, nowMs);
    const until = line.endsOn === null ? 'perpetual' : `${line.endsOn}${line.evaluation ? ' (evaluation)' : ''}`;
    const planned = order.planned.filter((plan) => plan.line === line.id).map(planOf);
    return `| ${line.id} | ${line.application} | ${line.capacity} | ${locked} | ${assigned} | ${free} | ${until} | ${lineState(order, line, nowMs)} | ${planned.join(', ')} |`;
  });
  return [
    `**${stageOf(order)}** (${order.status}), waits for ${awaitedOf(order)}`,
    '',
    `Next deadline: ${deadline === null ? 'none' : foretell(deadline)}`,
    '',
    '| line | application | sold | locked | assigned | free | until | state | planned |',
    '|---|---|---|---|---|---|---|---|---|',
    ...rows,
  ].join('\n');
}

function planOf(plan: Planned): string {
  return `${plan.type === 'capacity' ? plan.capacity : 'canceled'} from ${plan.on}`;
}

/** Whom the order waits for; a locked expansion waits beside whatever else is under way. */
function awaitedOf(order: Order): string {
  if (isOver(order)) return order.canceledAt === null ? 'nobody' : 'the vendor, who can withdraw the cancellation';
  if (order.status === 'suspended') return 'the vendor to resume it';
  const stage = stageOf(order);
  const locked = order.deliveries.filter((delivery) => delivery.unlockedAt === null).map(({ id }) => id);
  const also =
    stage !== 'locked' && locked.length > 0 ? `, and the seller to unlock delivery ${locked.join(', ')}` : '';
  return `${AWAITED[stage]}${also}`;
}

function instant(epochMs: number): string {
  return new Date(epochMs).toISOString();
}
