import { aboutLine, lineNamed } from '../line/lines.ts';
import type { Order } from '../order.ts';
import type { OrderEvent, RecordedOrderEvent } from '../events.ts';

/**
 * Takes back what is assigned beyond a line's capacity, units that were assigned last first; one event a server. What was
 * planned names the renewal that did so.
 */
export function takeBack(order: Order, line: string, capacity: number, reference?: string): OrderEvent[] {
  const shares = order.assignments.filter((share) => share.line === line);
  let beyond = shares.reduce((sum, share) => sum + share.capacity, 0) - capacity;
  const taken = new Map<string, number>();
  for (const arrived of order.arrivals.toReversed()) {
    if (arrived.line !== line || beyond <= 0) continue;
    const units = Math.min(beyond, arrived.capacity);
    taken.set(arrived.server, (taken.get(arrived.server) ?? 0) + units);
    beyond -= units;
  }
  const about = { ...aboutLine(lineNamed(order, line)), ...(reference !== undefined && { reference }) };
  return [...taken].map(([server, units]) => {
    const held = shares.find((share) => share.server === server)!.capacity;
    return { type: 'taken-back', because: 'capacity', ...about, server, capacity: units, total: held - units };
  });
}

/** The order after a planned reduction counts; the renewal that planned it knows what it was before, in case it is taken back. */
export function evolveReduced(order: Order, event: RecordedOrderEvent & { type: 'reduced' }): Order {
  const { line: id, plan, reference, capacity, formerCapacity } = event;
  return {
    ...order,
    lines: order.lines.map((line) => (line.id === id ? { ...line, capacity } : line)),
    planned: order.planned.filter((planned) => planned.id !== plan),
    withdrawables: order.withdrawables.map((fact) =>
      fact.kind === 'renewal' && fact.reference === reference
        ? {
            ...fact,
            former: fact.former.map((line) => (line.id === id ? { ...line, capacity: formerCapacity } : line)),
          }
        : fact,
    ),
  };
}
