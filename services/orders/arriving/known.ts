import { isDeepStrictEqual } from 'node:util';
import { readBrought } from '../../../db/queries/orders/accepted.ts';
import { readFactContents } from '../../../db/queries/orders/fact-contents.ts';
import {
  readOrder,
  type OrderRecord,
  type ProjectedLine,
  type ProjectedOrder,
} from '../../../db/queries/orders/orders.ts';
import { beginningOf } from '../../../domain/order/arriving/accept.ts';
import { handle } from '../../../domain/order/handle.ts';
import { linesOf } from '../../../domain/order/line/lasting.ts';
import { completed, openOrder, type Line, type Order } from '../../../domain/order/order.ts';
import { orderQuery, orderWorkflowId } from '../../../temporal/contract.ts';
import type { Deps } from '../../deps.ts';
import { query, QUERY_MS } from '../../../temporal/calls.ts';
import { notFound } from './rebuilt.ts';
import { createStarting } from './starting.ts';

/**
 * An order as far as is known at this moment. `isWhole` when its workflow said so itself; else it is what is projected,
 * or about to be, which lacks the policy it was accepted under and the references it has heard.
 */
export type KnownOrder = { order: Order; isWhole: boolean };

/** Reads what is known of orders: the workflow's own word, else the projection's. */
export function createKnownOrders(deps: Pick<Deps, 'orm' | 'temporal' | 'clock'>) {
  const { orm, temporal } = deps;
  const { startNow } = createStarting(deps);

  /** Problems: NOT_FOUND, ORDER_NOT_REPAIRED. */
  async function known(number: string): Promise<OrderRecord> {
    const record = await readOrder(orm.em.fork(), number);
    if (!record) throw await notFound(orm.em.fork());
    return record;
  }

  async function look(number: string): Promise<{ record: OrderRecord; state: Order | null }> {
    const record = await known(number);
    // Who asks an order that has not started starts it; where that is not possible at this moment, nobody can be asked.
    if (!record.order && !(await startNow(number, QUERY_MS).then(isSo, isNotSo))) return { record, state: null };
    const state = await query(temporal, orderWorkflowId(number), orderQuery);
    return { record, state: state && state.seq >= (record.order?.seq ?? 0) ? completed(state) : null };
  }

  /** The notes of intents stand here alone. */
  async function withNotes(order: ProjectedOrder): Promise<ProjectedOrder> {
    const references = order.lines.flatMap(({ intent }) => intent?.reference ?? []);
    if (references.length === 0) return order;
    const facts = await readFactContents(orm.em.fork(), [order.number], 'state-intent', references);
    const noteOf = (reference: string) =>
      facts.find((fact) => fact.reference === reference)?.content as { note: string | null } | undefined;
    return {
      ...order,
      lines: order.lines.map(({ intent, ...line }) => ({
        ...line,
        intent: intent && { ...intent, note: noteOf(intent.reference)?.note ?? null },
      })),
    };
  }

  return {
    known,

    /** The newest that is known. Problems: NOT_FOUND. */
    read: async (number: string): Promise<OrderRecord> => {
      const { record, state } = await look(number);
      if (!state) return record;
      const isSaid = isDeepStrictEqual(state.said, record.order?.said ?? {});
      const brought = isSaid ? {} : await readBrought(orm.em.fork(), number, state.said);
      return { ...record, accepted: { ...record.accepted, ...brought }, order: await withNotes(projectedOf(state)) };
    },

    /** The newest that is known, as rules need it. Problems: NOT_FOUND. */
    newest: async (number: string): Promise<KnownOrder> => {
      const { record, state } = await look(number);
      return { order: state ?? asProjected(record), isWhole: state !== null };
    },
  };
}

const isSo = () => true;
const isNotSo = () => false;

/** An order as its beginning and its projection say; what is not projected yet is about to be delivered. */
export function asProjected({ accepted, order }: OrderRecord): Order {
  const { opening, ...delivery } = beginningOf(accepted);
  const { acceptedAt } = opening;
  const begun = handle(openOrder(opening), { type: 'deliver', ...delivery }, acceptedAt, acceptedAt).order;
  if (!order) return begun;
  const lines = order.lines.map(asKept);
  const all = order.lines.flatMap((line) => line.planned.map((plan) => ({ ...plan, line: line.id })));
  const planned = all.map(({ reference: _, ...plan }, fact) => ({ ...plan, fact }));
  const planners = all.map(({ reference }, fact) => ({ fact, reference }));
  return { ...begun, ...order, lines, planned, planners };
}

function asKept({
  planned: _planned,
  intent: _intent,
  reference,
  evaluation,
  canceledAt,
  ...line
}: ProjectedLine): Line {
  return {
    ...line,
    ...(reference && { reference }),
    ...(evaluation && { evaluation }),
    ...(typeof canceledAt === 'number' && { canceledAt }),
    marks: [],
  };
}

/** An order as its projection is about to have it. */
export function projectedOf(order: Order): ProjectedOrder {
  return { ...order, lines: linesOf(order) };
}
