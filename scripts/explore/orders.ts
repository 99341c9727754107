import { carried, handling, orderKey, type Happening, type Memory, type OrderPart } from './happening.ts';
import type { Handled } from '../../domain/order/handle.ts';
import type { Order } from '../../domain/order/order.ts';
import type { TakeAnswer } from '../../temporal/contract.ts';
import { checkOrder } from './checks/order.ts';
import { checkStep } from './checks/step.ts';
import { checkWithdrawal } from './checks/withdrawal.ts';
import { doneByTime, paidAfter, paidFor } from './memory.ts';
import type { Rules } from './rules.ts';
import { createStock } from './stock.ts';

/** What became of it: `order` is the number of the part as it is then, `answer` what a server is answered. */
export type Happened = { order: number; answer: TakeAnswer; refused: string | null };

/** The orders of all worlds; what happens to the same order in the same way is computed and checked once. */
export function createOrders(rules: Rules) {
  const stock = createStock<OrderPart>(keyOf);
  const known = new Map<string, Happened>();
  const texts = createStock<string>((text) => text);
  const names = new WeakMap<object, number>();

  /** What is said is said by the same object whenever it comes again, as worlds keep their parts once. */
  function nameOf(happening: Happening): string | number {
    if (happening.kind === 'time') return 'time';
    const said = happening.kind === 'fact' ? happening.command : happening.message;
    const known = names.get(said);
    if (known !== undefined) return known;
    const { number } = texts.add(happening.kind + JSON.stringify(said));
    names.set(said, number);
    return number;
  }

  /** An order that begins, or goes on in a new run, as whoever carries it over does: through JSON. */
  function keep(part: OrderPart, now: number): number {
    const { number, isNew } = stock.add(part);
    if (!isNew) return number;
    part.order = carried(part.order);
    checkOrder(part, now);
    return number;
  }

  function happen(number: number, happening: Happening): Happened {
    const before = stock.at(number);
    const { handled, refused } = handling(rules, before.order, happening);
    checkStep(rules, before, happening, handled);
    const memory = handled.events.length > 0 ? remembered(before, happening, handled) : before.memory;
    const isSame = handled.order === before.order || handled.events.length === 0;
    if (!isSame) checkWithdrawal(rules, historyOf(number), handled);
    const order = isSame
      ? number
      : keep({ order: handled.order, memory, from: { before: number, happening } }, happening.now);
    return { order, refused, answer: answerTo(handled.order, happening, refused) };
  }

  function historyOf(number: number): OrderPart[] {
    const parts = [stock.at(number)];
    for (let { from } = parts[0]!; from; from = parts[0]!.from) parts.unshift(stock.at(from.before));
    return parts;
  }

  return {
    begin: (order: Order): number =>
      keep({ order, memory: { happened: [], lockedAt: {}, paid: paidFor(order.lines) }, from: null }, order.lastAt),

    happen(number: number, happening: Happening): Happened {
      const key = `${number} ${happening.now} ${happening.at} ${nameOf(happening)}`;
      const before = known.get(key);
      if (before) return before;
      const happened = happen(number, happening);
      known.set(key, happened);
      return happened;
    },

    at: (number: number): Order => stock.at(number).order,

    size: stock.size,
  };
}

function answerTo(order: Order, happening: Happening, refused: string | null): TakeAnswer {
  if (refused !== null) return { kind: 'refused', code: refused };
  const server = 'message' in happening ? happening.message.server : null;
  const held = order.assignments.filter((share) => share.server === server);
  return { kind: 'holding', shares: held.map(({ line, capacity }) => ({ line, capacity })) };
}

function keyOf({ order, memory }: OrderPart): string {
  return orderKey(order) + JSON.stringify(memory);
}

function remembered({ memory }: OrderPart, happening: Happening, handled: Handled): Memory {
  const { events } = handled;
  const happened = [...memory.happened, ...doneByTime(handled, happening.now)].sort();
  const locked = events.flatMap((event) => (event.type === 'locked' ? [[event.delivery, happening.at] as const] : []));
  const paid = events.reduce((terms, event) => paidAfter(terms, event, happening), memory.paid);
  return { happened, lockedAt: { ...memory.lockedAt, ...Object.fromEntries(locked) }, paid };
}
