import { Refusal } from '../../refusal.ts';
import { endOf, lastDayOf, termsAt } from '../../catalogue/terms.ts';
import { refuseWhenOver } from '../line/capacity.ts';
import { noticesOf } from '../line/evolve-lines.ts';
import type { Conversion } from '../facts.ts';
import { aboutLine, livingLineNamed } from '../line/lines.ts';
import type { Line, Order } from '../order.ts';
import type { OrderEvent, RecordedOrderEvent } from '../events.ts';
import { isHeard, refuseOtherZone, remember } from '../references.ts';
import { concerning } from './withdrawing.ts';

/**
 * An evaluation becomes a subscription or perpetual, a subscription perpetual: same line, capacity and assignments. Planned
 * reductions go; a planned cancellation stays. The same reference and content again change nothing.
 * Refusals: REFERENCE_TAKEN, LINE_UNKNOWN, LINE_CANCELED, CONVERSION_NOT_POSSIBLE, TIME_ZONE_CHANGED, ORDER_CANCELED, ORDER_ENDED.
 */
export function convert(order: Order, conversion: Conversion, atMs: number): OrderEvent[] {
  if (isHeard(order, 'conversion', conversion)) return [];
  refuseWhenOver(order);
  refuseOtherZone(order, conversion);
  const { reference, contentHash, line: id, license, endsOn, care, last } = conversion;
  const line = livingLineNamed(order, id);
  if (!isConvertible(line, license, atMs))
    throw new Refusal('CONVERSION_NOT_POSSIBLE', { line: id, license: line.license });
  const former = { formerLicense: line.license, formerEndsOn: line.endsOn };
  return [{ type: 'converted', ...aboutLine(line), reference, contentHash, license, endsOn, care, last, ...former }];
}

/** Whether a line can become that kind of license at an instant (epoch milliseconds). */
function isConvertible({ license, terms }: Line, to: Conversion['license'], atMs: number): boolean {
  if (license === 'perpetual' || license === to) return false;
  // As a projection has it, what is to be canceled knows no more than until when it is kept.
  return atMs < (terms.convertibleUntil ?? terms.reinstatableUntil!);
}

/** The order after a line became another kind of license: whatever is announced of it begins anew. */
export function evolveConverted(order: Order, event: RecordedOrderEvent & { type: 'converted' }): Order {
  const { line: id, license, endsOn, care, at } = event;
  const known = concerning(remember(order, 'conversion', event), [id], event.seq);
  const lastDay = lastDayOf({ endsOn, care });
  const last = event.last ?? (lastDay === null ? null : endOf({}, lastDay, order.timeZone, order.policy));
  const lines = known.lines.map((line): Line => {
    if (line.id !== id) return line;
    const { evaluation: _evaluation, ...sold } = line;
    const terms = termsAt({ endsOn, care }, { from: line.terms.from, last });
    return { ...sold, license, endsOn, care, terms, marks: [] };
  });
  const converted = lines.filter((line) => line.id === id);
  return {
    ...known,
    lines,
    notices: [
      ...known.notices.filter(({ line }) => line !== id),
      ...converted.flatMap((line) => noticesOf(line, last, at)),
    ],
    planned: known.planned.filter(({ line, type }) => line !== id || type === 'cancellation'),
    intents: known.intents.filter(({ line }) => line !== id),
  };
}
