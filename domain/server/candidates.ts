import { isLocked, isOwned, lineCapacity, type Ledger } from '../order/line/capacity.ts';
import { termState } from '../catalogue/terms.ts';
import type { Candidate } from './allocation.ts';

/** The lines of an order that a server can hold capacity of: those that own something at this instant and are unlocked. */
export function candidatesOf(order: Ledger, server: string, atMs: number): Candidate[] {
  return order.lines
    .filter((line) => isOwned(order, line, atMs) && !isLocked(order, line))
    .map((line) => ({
      order: order.number,
      line: line.id,
      application: line.application,
      license: line.license,
      until: line.terms.until,
      upcoming: termState(line.terms, atMs) === 'upcoming',
      held: order.assignments.find((share) => share.line === line.id && share.server === server)?.capacity ?? 0,
      free: lineCapacity(order, line, atMs).free,
    }));
}

/**
 * Whether an order matters to a server that changes what it has of an application: it has a line of it, or the server
 * holds something there, by the order's word or by its own (`orders`). Without an application only what is held matters.
 */
export function concerns(
  order: Ledger,
  server: string,
  { application, orders }: { application?: string; orders?: readonly string[] },
): boolean {
  return (
    orders === undefined ||
    orders.includes(order.number) ||
    order.lines.some((line) => line.application === application) ||
    order.assignments.some((share) => share.server === server)
  );
}
