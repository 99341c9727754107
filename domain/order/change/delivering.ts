import type { Day } from '../../days.ts';
import { Refusal } from '../../refusal.ts';
import type { Boundaries, Instants } from '../../catalogue/terms.ts';
import { isOwned, refuseWhenOver } from '../line/capacity.ts';
import { numbered } from '../line/lines.ts';
import type { Line, Order } from '../order.ts';
import type { NewLines } from '../commands.ts';
import type { OrderEvent } from '../events.ts';
import type { SoldLine, UndatedLine } from '../arriving/sold.ts';
import { refuseOtherZone } from '../references.ts';

/**
 * The order's own lines, or those of an expansion. The same reference and content again change nothing.
 * Refusals: REFERENCE_TAKEN, LAST_DAY_MISSING, TIME_ZONE_CHANGED, TOO_MANY_LINES, ORDER_CANCELED, ORDER_ENDED.
 */
export function deliver(
  order: Order,
  type: 'delivered' | 'expanded',
  { reference, lines, instants, contentHash, inZone, unlocked }: NewLines & { contentHash?: string },
  atMs: number,
): OrderEvent[] {
  const known = order.deliveries.find((delivery) => delivery.reference === reference);
  if (known) {
    const isSame = contentHash ? contentHash === known.contentHash : isSoldIn(order, known.id, lines);
    if (!isSame) throw new Refusal('REFERENCE_TAKEN', { reference });
    return [];
  }
  refuseWhenOver(order);
  refuseOtherZone(order, { inZone });
  const dated = lines.map((line, index) => coTerminate(order, line, instants?.[index], index, atMs));
  const delivery = String(order.deliveries.length + 1);
  return [
    {
      type,
      delivery,
      reference,
      lines: numbered(
        order,
        dated.map(({ line }) => line),
      ),
      ...(instants && { instants: dated.map((line) => line.instants!) }),
      ...(contentHash && { contentHash }),
    },
    ...(unlocked ? [{ type: 'unlocked', delivery } as const] : []),
  ];
}

/** A subscription without a last day of its own ends with the order's others, at the very instants at which they do. */
function coTerminate(
  order: Order,
  line: UndatedLine,
  instants: Instants | undefined,
  index: number,
  atMs: number,
): { line: SoldLine; instants: Instants | undefined } {
  if (line.license !== 'subscription' || line.endsOn !== null) return { line: line as SoldLine, instants };
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
    .filter((line) => line.endsOn !== null && line.endsOn >= startsOn && line.license !== 'evaluation')
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
