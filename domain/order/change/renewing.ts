import { addDays, type Day } from '../../days.ts';
import { Refusal } from '../../refusal.ts';
import { lastDayOf, latestDayOf } from '../../catalogue/terms.ts';
import { refuseWhenOver } from '../line/capacity.ts';
import { livingLineNamed } from '../line/lines.ts';
import type { Line, Order } from '../order.ts';
import type { Renewal } from '../commands.ts';
import type { OrderEvent, RenewedLine } from '../events.ts';
import { takeBack } from './reducing.ts';
import { isHeard, refuseOtherZone } from '../references.ts';

/**
 * A later last day for the lines named, or for all subscriptions and all care that live; one line that refuses refuses the
 * whole. A subscription's reduced capacity counts from the first day of the new term; in grace and after it at once. The same
 * reference and content again change nothing. A line that is past its reinstatement window is renewed no more.
 * Refusals: REFERENCE_TAKEN, LINE_UNKNOWN, LINE_CANCELED, NOTHING_TO_RENEW, REINSTATEMENT_OVER, RENEWAL_NOT_LATER,
 * EVALUATION_TOO_LONG, CAPACITY_NOT_REDUCED, PERPETUAL_NOT_REDUCED, TIME_ZONE_CHANGED, ORDER_CANCELED, ORDER_ENDED.
 */
export function renew(order: Order, renewal: Renewal, atMs: number): OrderEvent[] {
  if (isHeard(order, 'renewal', renewal)) return [];
  refuseWhenOver(order);
  refuseOtherZone(order, renewal);
  const { reference, contentHash, endsOn, boundaries, ends } = renewal;
  const lines = meant(order, renewal, atMs);
  const renewed = withPlans(order, lines, renewal, atMs);
  const reductions = renewed.flatMap((line) => takeBack(order, line.line, line.capacity));
  return [
    {
      ...{ type: 'renewed', reference, contentHash, endsOn, lines: renewed },
      ...(boundaries && { boundaries }),
      ...(ends && { ends }),
    },
    ...reductions,
  ];
}

type Meant = { line: Line; capacity: number | undefined };

function meant(order: Order, { lines, endsOn }: Renewal, atMs: number): Meant[] {
  const named = lines
    ? lines.map(({ line, capacity }) => ({ line: livingLineNamed(order, line), capacity }))
    : renewable(order, atMs).map((line) => ({ line, capacity: undefined }));
  for (const { line, capacity } of named) refuseUnlessRenewable(order, line, endsOn, capacity, atMs);
  return named;
}

/** What a renewal of the whole order is about: all that has a last day and can still be kept alive. */
function renewable(order: Order, atMs: number): Line[] {
  const ending = order.lines.filter(
    (line) => lastDayOf(line) !== null && !line.evaluation && line.canceledAt === undefined,
  );
  if (ending.length === 0) throw new Refusal('NOTHING_TO_RENEW');
  const alive = ending.filter((line) => !isPastReinstatement(line, atMs));
  if (alive.length === 0) throw new Refusal('REINSTATEMENT_OVER', { line: ending[0]!.id });
  return alive;
}

function refuseUnlessRenewable(
  order: Order,
  line: Line,
  endsOn: Day,
  capacity: number | undefined,
  atMs: number,
): void {
  const { id, evaluation, startsOn } = line;
  const formerEndsOn = lastDayOf(line);
  if (formerEndsOn === null) throw new Refusal('NOTHING_TO_RENEW', { line: id });
  if (capacity !== undefined) refuseUnlessReduced(order, line, capacity);
  if (isPastReinstatement(line, atMs)) throw new Refusal('REINSTATEMENT_OVER', { line: id });
  if (endsOn <= formerEndsOn) throw new Refusal('RENEWAL_NOT_LATER', { line: id, endsOn: formerEndsOn });
  if (evaluation && endsOn > latestDayOf({ startsOn, evaluation }))
    throw new Refusal('EVALUATION_TOO_LONG', { line: id, latest: latestDayOf({ startsOn, evaluation }) });
}

/** A renewal never raises: it reduces what the term before it has. */
function refuseUnlessReduced(order: Order, line: Line, capacity: number): void {
  if (line.license === 'perpetual') throw new Refusal('PERPETUAL_NOT_REDUCED', { line: line.id });
  const before = capacityLast(order, line);
  if (capacity < 1 || capacity > before) throw new Refusal('CAPACITY_NOT_REDUCED', { line: line.id, capacity: before });
}

/** What a line's capacity is in the last term that was agreed. */
function capacityLast(order: Order, line: Line): number {
  return order.planned.reduce(
    (capacity, planned) => (planned.type === 'capacity' && planned.line === line.id ? planned.capacity : capacity),
    line.capacity,
  );
}

/** Each line as it is renewed: reduced at once, or from its new term on, which is planned. */
function withPlans(order: Order, meant: Meant[], { endsOn, inZone }: Renewal, atMs: number): RenewedLine[] {
  let { plans } = order;
  return meant.map(({ line, capacity }) => {
    const { id, application, capacity: formerCapacity, reference, terms } = line;
    const formerEndsOn = lastDayOf(line)!;
    const renewed = { line: id, application, ...(reference !== undefined && { reference }), endsOn, formerEndsOn };
    const isAtOnce = inZone === undefined || terms.until === null || atMs >= terms.until;
    if (isAtOnce) return { ...renewed, capacity: capacity ?? formerCapacity, formerCapacity };
    const kept = { ...renewed, capacity: formerCapacity, formerCapacity };
    if (capacity === undefined || capacity === capacityLast(order, line)) return kept;
    plans += 1;
    return { ...kept, planned: { id: String(plans), capacity, on: addDays(formerEndsOn, 1), dueAt: terms.until! } };
  });
}

/** The care of a perpetual license can return at any time. */
function isPastReinstatement({ terms }: Line, atMs: number): boolean {
  return terms.reinstatableUntil !== null && terms.reinstatableUntil <= atMs;
}
