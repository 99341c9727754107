import type { ItemProblem } from '../../domain/batches.ts';
import type { IntentKind } from '../../domain/order/facts.ts';
import { mayStateIntent, type Caller } from '../../domain/people/permissions.ts';
import type { Asked } from '../asked.ts';
import { asOutcome } from '../assignments/setting.ts';
import { atMostAtOnce } from '../at-once.ts';
import { hashOfJson } from '../canonical.ts';
import type { Deps } from '../deps.ts';
import type { Access } from '../permissions/access.ts';
import { caught } from '../problems/caught.ts';
import { ProblemError } from '../problems/problems.ts';
import type { IntentService } from './intents.ts';
import type { OrderService } from './orders.ts';

/** A line of an order. */
export type LineOfOrder = { order: string; line: string };

/**
 * What became of a statement about a line: `unchanged` is one that means this already; of one that is `waiting` it is not
 * known yet, and the same request, sent again, hears it.
 */
export const STATED_OUTCOMES = ['stated', 'unchanged', 'refused', 'waiting'] as const;
export type StatedOfMany = LineOfOrder & { outcome: (typeof STATED_OUTCOMES)[number]; problem: ItemProblem | null };

/** As many lines as one request states something about. */
export const MOST_STATED = 100;

type Parts = { access: Access; orders: Pick<OrderService, 'readOrder'>; intents: IntentService };

/** So many orders are told at a time: whoever states much at once leaves room for others. */
const ORDERS_AT_ONCE = 4;

export type StateMany = ReturnType<typeof createStateMany>;

/**
 * States the same intent for many lines, or takes it back from all, each by the call that states one, as far as a caller may:
 * a line that is refused keeps none of the others from being told. Lines of one order follow one another. The same
 * `requestId` again tells nothing twice. A line that means this already stays as it was stated, with its capacity; of one that
 * meant something else the note is kept. Once no order can be told, the others are not tried.
 */
export function createStateMany({ logger }: Pick<Deps, 'logger'>, { access, orders: known, intents }: Parts) {
  return async function stateMany(
    caller: Caller,
    lines: readonly LineOfOrder[],
    intent: IntentKind | null,
    { requestId, by }: Asked,
  ): Promise<StatedOfMany[]> {
    let isAway = false;

    async function state({ order, line }: LineOfOrder): Promise<Omit<StatedOfMany, keyof LineOfOrder>> {
      try {
        if (isAway) throw new ProblemError('TEMPORAL_UNAVAILABLE');
        await access.toOrder(caller, order, mayStateIntent);
        const { lines: standing } = await known.readOrder(caller, order);
        const before = standing.find(({ id }) => id === line)?.intent ?? null;
        if (before && before.intent === intent) return { outcome: 'unchanged', problem: null };
        const stating = { by, requestId: hashOfJson([requestId, order, line]) };
        await intents.state(order, line, intent && { intent, keepsNote: true }, stating);
        return { outcome: 'stated', problem: null };
      } catch (error) {
        const problem = caught(error, logger);
        isAway ||= problem.code === 'TEMPORAL_UNAVAILABLE';
        return asOutcome(problem);
      }
    }

    const outcomes = new Map<LineOfOrder, Omit<StatedOfMany, keyof LineOfOrder>>();
    await atMostAtOnce(ORDERS_AT_ONCE, [...Map.groupBy(lines, ({ order }) => order).values()], async (ofOrder) => {
      for (const one of ofOrder) outcomes.set(one, await state(one));
    });
    return lines.map((one) => ({ ...one, ...outcomes.get(one)! }));
  };
}
