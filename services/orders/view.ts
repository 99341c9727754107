import type { OrderRecord, ProjectedOrder } from '../../db/queries/orders/orders.ts';
import { careCondition, lineCondition, type JudgedLine } from '../../domain/condition/line.ts';
import { orderCondition } from '../../domain/condition/order.ts';
import { isKept, isOwned, lineCapacity, lineState, stageOf } from '../../domain/order/line/capacity.ts';
import { careState } from '../../domain/catalogue/terms.ts';
import { asProjected, projectedOf } from './arriving/known.ts';
import type { ExpansionMetadata } from './metadata.ts';

/** An order as programs and pages get it. */
export type OrderView = ReturnType<typeof presentOrder>;

/**
 * An order as the API answers it at an instant; what is not projected yet as it is about to be delivered. `expansions` says
 * what they brought beside their lines, null for readers of no metadata.
 */
export function presentOrder(record: OrderRecord, atMs: number, expansions: ExpansionMetadata | null) {
  const { number, placedAt, purchaseOrder = null, customer, reseller, distributor, metadata = {} } = record.accepted;
  const { emergency } = record.accepted;
  const order = record.order ?? projectedOf(asProjected(record));
  const { status, stage, condition, ...life } = presentLife(order, record.mails, atMs, expansions);
  const zone = { timeZone: order.timeZone, timeZoneAssumed: record.accepted.timeZoneAssumed === true };
  const parties = { customer, reseller, distributor };
  return {
    ...{ number, status, stage, condition, placedAt, purchaseOrder, ...(expansions && { metadata }) },
    ...{ ...zone, ...parties, ...life, ...(emergency && { emergency }) },
  };
}

/** The same for who has just come to see it; what its events say up to `seq` is in it. */
export function presentNewlySeen(record: OrderRecord, atMs: number) {
  return { seq: record.order?.seq ?? 0, ...presentOrder(record, atMs, null) };
}

function presentLife(
  order: ProjectedOrder,
  mails: OrderRecord['mails'],
  atMs: number,
  expansions: ExpansionMetadata | null,
) {
  return {
    status: order.status,
    stage: stageOf(order),
    condition: orderCondition(order, order.lines, atMs),
    deliveries: order.deliveries.map(({ id, reference, edition = 1, deliveredAt, unlockedAt }) => ({
      ...{ id, reference, edition },
      deliveredAt: instant(deliveredAt),
      unlockedAt: unlockedAt === null ? null : instant(unlockedAt),
      mail: mails[id] ?? 'due',
      ...(expansions && { metadata: expansions(order.number, reference) }),
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

/** A line as its condition is judged: with its order's status and time zone. */
export function judgedLine({ status, timeZone }: ProjectedOrder, line: ProjectedOrder['lines'][number]): JudgedLine {
  return { ...line, status, timeZone };
}

/** A line with how its capacity is spent. */
export function presentLine(order: ProjectedOrder, line: ProjectedOrder['lines'][number], atMs: number) {
  const { id, delivery, application, reference = null, license, capacity, startsOn, endsOn, care, terms } = line;
  const { planned, intent } = line;
  const { locked, assigned, free } = lineCapacity(order, line, atMs);
  const judged = judgedLine(order, line);
  return {
    ...{ id, reference, delivery, application, license, capacity, locked, assigned, free, startsOn, endsOn },
    state: lineState(order, line, atMs),
    care: care && { ...care, state: careState(terms, atMs)! },
    condition: lineCondition(judged, atMs),
    careCondition: careCondition(judged, atMs),
    planned: presentPlanned(planned),
    intent: presentIntent(intent),
  };
}

/** What is still to come of a line, as it is answered. */
export function presentPlanned(planned: ProjectedOrder['lines'][number]['planned']) {
  return planned.map(({ id: plan, type, on, reference: of, ...change }) => ({
    ...{ id: plan, type, on, reference: of },
    ...('capacity' in change && { capacity: change.capacity }),
  }));
}

/** What is meant to be done at the end of a line, as it is answered. */
export function presentIntent(intent: ProjectedOrder['lines'][number]['intent']) {
  return (
    intent && {
      ...{ intent: intent.intent, capacity: intent.capacity, note: intent.note ?? null },
      ...{ statedAt: instant(intent.statedAt), by: intent.by },
    }
  );
}

/** ISO 8601 UTC of epoch milliseconds. */
export function instant(epochMs: number): string;
export function instant(epochMs: number | null): string | null;
export function instant(epochMs: number | null): string | null {
  return epochMs === null ? null : new Date(epochMs).toISOString();
}
