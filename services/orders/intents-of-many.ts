import { mayStateIntent, type Caller } from '../../domain/permissions.ts';
import type { IntentKind } from '../../domain/order/facts.ts';
import { atMostAtOnce } from '../at-once.ts';
import { hashOfJson } from '../canonical.ts';
import type { Deps } from '../deps.ts';
import type { Access } from '../permissions/access.ts';
import { caught } from '../problems/caught.ts';
import type { ProblemCode } from '../problems/problems.ts';
import type { IntentService } from './intents.ts';
import type { OrderService } from './orders.ts';

/** A line of an order. */
export type LineOfOrder = { order: string; line: string };

/** What became of a statement about a line: why it was refused, or null where it was taken. */
export type StatedOfMany = LineOfOrder & { problem: ProblemCode | null };

type Parts = { access: Access; orders: Pick<OrderService, 'readOrder'>; intents: IntentService };

/** So many orders are told at a time: whoever states much at once leaves room for others. */
const ORDERS_AT_ONCE = 4;

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
    requestId: string,
  ): Promise<StatedOfMany[]> {
    let isAway = false;

    async function state({ order, line }: LineOfOrder): Promise<ProblemCode | null> {
      if (isAway) return 'TEMPORAL_UNAVAILABLE';
      const stating = { by: caller.by, requestId: hashOfJson([caller.by, requestId, order, line]) };
      try {
        await access.toOrder(caller, order, mayStateIntent);
        const { lines: standing } = await known.readOrder(caller, order);
        const before = standing.find(({ id }) => id === line)?.intent ?? null;
        if (before && before.intent === intent) return null;
        const note = before?.note ?? null;
        await intents.state(order, line, intent && { intent, ...(note !== null && { note }) }, stating);
        return null;
      } catch (error) {
        const { code } = caught(error, logger);
        isAway ||= code === 'TEMPORAL_UNAVAILABLE';
        return code;
      }
    }

    const outcomes = new Map<LineOfOrder, ProblemCode | null>();
    await atMostAtOnce(ORDERS_AT_ONCE, [...Map.groupBy(lines, ({ order }) => order).values()], async (ofOrder) => {
      for (const one of ofOrder) outcomes.set(one, await state(one));
    });
    return lines.map((one) => ({ ...one, problem: outcomes.get(one) ?? null }));
  };
}
