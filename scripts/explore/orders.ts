import type { Handled } from '../../domain/order/handle.ts';
import type { Order, OrderFact, ServerMessage } from '../../domain/order/order.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { TakeAnswer } from '../../temporal/contract.ts';
import { checkOrder } from './check-order.ts';
import { checkStep } from './check-step.ts';
import { checkWithdrawal } from './check-withdrawal.ts';
import { doneByTime, paidAfter, paidFor, type PaidTerm } from './memory.ts';
import type { Rules } from './rules.ts';
import { createStock, sorted } from './stock.ts';

/** What can happen to an order: it was taken at one instant and reaches the order at another. */
export type Happening = { at: number; now: number } & (
  { kind: 'fact'; command: OrderFact } | { kind: 'take' | 'tell'; message: ServerMessage } | { kind: 'time' }
);

/** What an order alone does not remember, and invariants need. */
export type Memory = {
  /** What time did to lines, each once. */
  happened: string[];
  /** When the last lock of each delivery that had an effect was taken. */
  lockedAt: Record<string, number>;
  /** What is paid for: capacity of a line in a term. */
  paid: PaidTerm[];
};

/** An order in a world; `from` is one way in which it came about. */
export type OrderPart = { order: Order; memory: Memory; from: { before: number; happening: Happening } | null };

/** What became of it: `order` is the number of the part as it is then, `answer` what a server is answered. */
export type Happened = { order: number; answer: TakeAnswer; refused: string | null };

export type Orders = ReturnType<typeof createOrders>;

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

/** What the workflow does with it. */
export function handling(
  rules: Rules,
  order: Order,
  happening: Happening,
): { handled: Handled; refused: string | null } {
  const { at, now } = happening;
  switch (happening.kind) {
    case 'time':
      return { handled: rules.passTime(order, now), refused: null };
    case 'fact': {
      const handled = rules.handleFact(order, happening.command, at, now);
      const refused = handled.events.find((event) => event.type.endsWith('-refused'));
      return { handled, refused: refused && 'code' in refused ? refused.code : null };
    }
    case 'take':
    case 'tell':
      try {
        const handled = rules.handle(order, { type: happening.kind, ...happening.message }, at, now);
        return { handled, refused: null };
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        return { handled: { order, events: [] }, refused: error.code };
      }
  }
}

function answerTo(order: Order, happening: Happening, refused: string | null): TakeAnswer {
  if (refused !== null) return { kind: 'refused', code: refused };
  const server = 'message' in happening ? happening.message.server : null;
  const held = order.assignments.filter((share) => share.server === server);
  return { kind: 'holding', shares: held.map(({ line, capacity }) => ({ line, capacity })) };
}

/** A state as it comes out of a roll-over. */
export function carried<State>(state: State): State {
  return JSON.parse(JSON.stringify(state)) as State;
}

/** Where an order says at which place of its journal something stands. */
const PLACES: readonly string[] = ['seq', 'factSeq', 'fact'];

/** What makes an order another one: places in its journal count by their sequence alone, and lists of what is known by what they list. */
export function orderKey({ seq: _, servers, assignments, facts, ...rest }: Order): string {
  const places = new Set<number>();
  const order = JSON.stringify(rest, (key, value: unknown) => {
    if (typeof value === 'number' && PLACES.includes(key)) places.add(value);
    return value;
  });
  const inTurn = [...places].sort((one, other) => one - other);
  const placed = order.replaceAll(
    /"(seq|factSeq|fact)":(\d+)/g,
    (_, key, place) => `"${key}":${inTurn.indexOf(Number(place))}`,
  );
  return placed + JSON.stringify([servers, assignments, facts].map((list) => sorted<unknown>(list)));
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
