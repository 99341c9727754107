import { aboutLine, lineNamed } from './lines.ts';
import type { Order, OrderEvent } from './order.ts';

/** Takes back what is assigned beyond a line's capacity, units that were assigned last first; one event a server. */
export function takeBack(order: Order, line: string, capacity: number): OrderEvent[] {
  const shares = order.assignments.filter((share) => share.line === line);
  let beyond = shares.reduce((sum, share) => sum + share.capacity, 0) - capacity;
  const taken = new Map<string, number>();
  for (const arrived of order.arrivals.toReversed()) {
    if (arrived.line !== line || beyond <= 0) continue;
    const units = Math.min(beyond, arrived.capacity);
    taken.set(arrived.server, (taken.get(arrived.server) ?? 0) + units);
    beyond -= units;
  }
  const about = aboutLine(lineNamed(order, line));
  return [...taken].map(([server, units]) => {
    const held = shares.find((share) => share.server === server)!.capacity;
    return { type: 'taken-back', because: 'capacity', ...about, server, capacity: units, total: held - units };
  });
}
