import type { Day } from '../../domain/days.ts';
import type { Handled } from '../../domain/order/handle.ts';
import type { Order } from '../../domain/order/order.ts';
import type { OrderFact, ServerMessage } from '../../domain/order/commands.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Rules } from './rules.ts';
import { sorted } from './stock.ts';

/** A term of a line until its last day, and how much of it is paid for; `reference` is the renewal's that added it. */
export type PaidTerm = { line: string; lastDay: Day; capacity: number; reference?: string };

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
