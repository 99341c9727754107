import { Refusal } from '../refusal.ts';
import { lastDayOf } from '../terms.ts';
import { refuseWhenOver } from './capacity.ts';
import { named } from './named-line.ts';
import type { Line, Order, OrderEvent, Renewal, RenewedLine } from './order.ts';

/**
 * A later last day for the lines named, or for all subscriptions and all care; one line that refuses refuses the whole.
 * The same reference and content again change nothing. A line that is past its reinstatement window is renewed no more.
 * Refusals: REFERENCE_TAKEN, LINE_UNKNOWN, NOTHING_TO_RENEW, REINSTATEMENT_OVER, RENEWAL_NOT_LATER, CAPACITY_NOT_REDUCED,
 * PERPETUAL_NOT_REDUCED, ORDER_CANCELED, ORDER_ENDED.
 */
export function renew(order: Order, renewal: Renewal, atMs: number): OrderEvent[] {
  const { reference, contentHash, endsOn, boundaries } = renewal;
  const known = order.renewals.find((earlier) => earlier.reference === reference);
  if (known?.contentHash === contentHash) return [];
  if (known) throw new Refusal('REFERENCE_TAKEN', { reference });
  refuseWhenOver(order);
  const meant = renewal.lines
    ? renewal.lines.map(({ line, capacity }) => renewLine(lineOf(order, line), endsOn, capacity, atMs))
    : renewable(order, atMs).map((line) => renewLine(line, endsOn, undefined, atMs));
  const reductions = meant.flatMap((line) => takeBack(order, line.line, line.capacity));
  return [
    { type: 'renewed', reference, contentHash, endsOn, lines: meant, ...(boundaries && { boundaries }) },
    ...reductions,
  ];
}

function lineOf(order: Order, id: string): Line {
  const line = order.lines.find((candidate) => candidate.id === id);
  if (!line) throw new Refusal('LINE_UNKNOWN', { line: id });
  return line;
}

/** What a renewal of the whole order is about: all that has a last day and can still be kept alive. */
function renewable(order: Order, atMs: number): Line[] {
  const ending = order.lines.filter((line) => lastDayOf(line) !== null);
  if (ending.length === 0) throw new Refusal('NOTHING_TO_RENEW');
  const alive = ending.filter((line) => !isPastReinstatement(line, atMs));
  if (alive.length === 0) throw new Refusal('REINSTATEMENT_OVER', { line: ending[0]!.id });
  return alive;
}

function renewLine(line: Line, endsOn: string, capacity: number | undefined, atMs: number): RenewedLine {
  const formerEndsOn = lastDayOf(line);
  if (formerEndsOn === null) throw new Refusal('NOTHING_TO_RENEW', { line: line.id });
  if (capacity !== undefined) refuseUnlessReduced(line, capacity);
  if (isPastReinstatement(line, atMs)) throw new Refusal('REINSTATEMENT_OVER', { line: line.id });
  if (endsOn <= formerEndsOn) throw new Refusal('RENEWAL_NOT_LATER', { line: line.id, endsOn: formerEndsOn });
  const { id, reference, application, capacity: formerCapacity } = line;
  const about = { line: id, ...(reference !== undefined && { reference }), application };
  return { ...about, endsOn, formerEndsOn, capacity: capacity ?? formerCapacity, formerCapacity };
}

function refuseUnlessReduced(line: Line, capacity: number): void {
  if (line.license === 'perpetual') throw new Refusal('PERPETUAL_NOT_REDUCED', { line: line.id });
  if (capacity < 1 || capacity > line.capacity)
    throw new Refusal('CAPACITY_NOT_REDUCED', { line: line.id, capacity: line.capacity });
}

/** The care of a perpetual license can return at any time. */
function isPastReinstatement({ terms }: Line, atMs: number): boolean {
  return terms.reinstatableUntil !== null && terms.reinstatableUntil <= atMs;
}

/** Takes back what is assigned beyond a line's capacity, units that were assigned last first; one event a server. */
function takeBack(order: Order, line: string, capacity: number): OrderEvent[] {
  const shares = order.assignments.filter((share) => share.line === line);
  let beyond = shares.reduce((sum, share) => sum + share.capacity, 0) - capacity;
  const taken = new Map<string, number>();
  for (const arrived of order.arrivals.toReversed()) {
    if (arrived.line !== line || beyond <= 0) continue;
    const units = Math.min(beyond, arrived.capacity);
    taken.set(arrived.server, (taken.get(arrived.server) ?? 0) + units);
    beyond -= units;
  }
  const reduced = order.lines.find((candidate) => candidate.id === line)!;
  return [...taken].map(([server, units]) => {
    const held = shares.find((share) => share.server === server)!.capacity;
    const about = { ...named(reduced), application: reduced.application, server, capacity: units, total: held - units };
    return { type: 'taken-back', because: 'capacity', ...about };
  });
}
