import type { Day } from '../days.ts';
import { Refusal } from '../refusal.ts';
import type { Boundaries, Instants } from '../terms.ts';
import { isOwned, refuseWhenOver } from './capacity.ts';
import {
  MOST_LINES,
  type Line,
  type NewLines,
  type Order,
  type OrderEvent,
  type SoldLine,
  type UndatedLine,
} from './order.ts';

/**
 * The order's own lines, or those of an expansion. The same reference and content again change nothing.
 * Refusals: REFERENCE_TAKEN, TOO_MANY_LINES, LAST_DAY_MISSING, ORDER_CANCELED, ORDER_ENDED.
 */
export function deliver(
  order: Order,
  type: 'delivered' | 'expanded',
  { reference, lines, instants, contentHash }: NewLines & { contentHash?: string },
  atMs: number,
): OrderEvent[] {
  const known = order.deliveries.find((delivery) => delivery.reference === reference);
  if (known) {
    const isSame = contentHash ? contentHash === known.contentHash : isSoldIn(order, known.id, lines);
    if (!isSame) throw new Refusal('REFERENCE_TAKEN', { reference });
    return [];
  }
  refuseWhenOver(order);
  if (order.rules >= 2) refuseTooMany(order, lines);
  const dated = lines.map((line, index) => coTerminate(order, line, instants?.[index], index, atMs));
  return [
    {
      type,
      delivery: String(order.deliveries.length + 1),
      reference,
      lines: dated.map(({ line }, index) => ({ ...line, id: String(order.lines.length + index + 1) })),
      ...(instants && { instants: dated.map((line) => line.instants!) }),
      ...(contentHash && { contentHash }),
    },
  ];
}

/** More lines than an order has in its life. Refusals: TOO_MANY_LINES. */
export function refuseTooMany(order: Pick<Order, 'lines'>, added: readonly unknown[]): void {
  const lines = order.lines.length;
  if (lines + added.length > MOST_LINES) throw new Refusal('TOO_MANY_LINES', { lines, most: MOST_LINES });
}

/** A subscription without a last day of its own ends with the order's others, at the very instants at which they do. */
function coTerminate(
  order: Order,
  line: UndatedLine,
  instants: Instants | undefined,
  index: number,
  atMs: number,
): { line: SoldLine; instants: Instants | undefined } {
  if (line.license === 'perpetual' || line.endsOn !== null) return { line: line as SoldLine, instants };
  const other = endsWith(order, line, atMs);
  if (!other) throw new Refusal('LAST_DAY_MISSING', { line: index });
  const endsOn = other.endsOn!;
  return {
    line: { ...line, endsOn, care: line.care && { ...line.care, endsOn } },
    instants: instants && { ...instants, last: boundariesOfLine(order, other) },
  };
}

/**
 * Of the subscriptions that end on or after the new line's first day and are alive: the last of the same application, else
 * the last of all. What has expired does not count: a line that begins earlier would arrive expired.
 */
function endsWith(
  order: Order,
  { application, startsOn }: { application: string; startsOn: Day },
  atMs: number,
): Line | undefined {
  const ending = order.lines
    .filter((line) => line.endsOn !== null && line.endsOn >= startsOn)
    .filter((line) => isOwned(order, line, atMs))
    .toSorted((one, other) => other.terms.until! - one.terms.until!);
  return ending.find((line) => line.application === application) ?? ending[0];
}

function boundariesOfLine(order: Order, { id, terms }: Line): Boundaries {
  const { expiringFrom, until, graceUntil, reinstatableUntil } = terms;
  const notices = order.notices.filter((notice) => notice.line === id);
  return {
    expiringFrom: expiringFrom!,
    until: until!,
    graceUntil: graceUntil!,
    reinstatableUntil: reinstatableUntil!,
    notices: notices.map(({ days, at }) => ({ days, at })),
  };
}

function isSoldIn(order: Order, delivery: string, lines: UndatedLine[]): boolean {
  const sold = order.lines.filter((line) => line.delivery === delivery);
  return JSON.stringify(sold.map(asSold)) === JSON.stringify(lines.map(asSold));
}

function asSold({ application, capacity, license, startsOn, endsOn, care, reference }: UndatedLine) {
  return [application, capacity, license, startsOn, endsOn, care && [care.level, care.endsOn], reference];
}
