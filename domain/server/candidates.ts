import { isLocked, isOwned, lineCapacity, type Ledger } from '../order/capacity.ts';
import { termState } from '../terms.ts';
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
