import { Refusal } from '../refusal.ts';
import { endOf, termsAt, type Terms } from '../terms.ts';
import { refuseWhenOver } from './capacity.ts';
import { noticesOf } from './evolve-lines.ts';
import type { Conversion } from './facts.ts';
import { aboutLine, livingLineNamed } from './lines.ts';
import type { Line, Order, OrderEvent, RecordedOrderEvent } from './order.ts';
import { isHeard, refuseOtherZone, remember } from './references.ts';
import { concerning } from './withdrawing.ts';

/**
 * An evaluation becomes a subscription or perpetual, a subscription perpetual: same line, capacity and assignments. Planned
 * reductions go. The same reference and content again change nothing.
 * Refusals: REFERENCE_TAKEN, LINE_UNKNOWN, LINE_CANCELED, CONVERSION_NOT_POSSIBLE, TIME_ZONE_CHANGED, ORDER_CANCELED, ORDER_ENDED.
 */
export function convert(order: Order, conversion: Conversion, atMs: number): OrderEvent[] {
  if (isHeard(order, 'conversion', conversion)) return [];
  refuseWhenOver(order);
  refuseOtherZone(order, conversion);
  const { inZone: _, line: id, license, ...content } = conversion;
  const line = livingLineNamed(order, id);
  if (!isConvertible(line, license, atMs))
    throw new Refusal('CONVERSION_NOT_POSSIBLE', { line: id, license: line.license });
  const { license: formerLicense, endsOn: formerEndsOn } = line;
  return [{ type: 'converted', ...aboutLine(line), license, formerLicense, formerEndsOn, ...content }];
}

/** Whether a line can become that kind of license at an instant (epoch milliseconds). */
export function isConvertible(
  { license, terms }: Pick<Line, 'license' | 'terms'>,
  to: Conversion['license'],
  atMs: number,
): boolean {
  if (license === 'evaluation') return atMs < terms.convertibleUntil!;
  return license === 'subscription' && to === 'perpetual' && atMs < terms.reinstatableUntil!;
}

/** The order after a line became another kind of license. */
export function evolveConverted(order: Order, event: RecordedOrderEvent & { type: 'converted' }): Order {
  const { line: id, license, endsOn, care, last, seq, at } = event;
  const known = concerning(remember(order, 'conversion', event), [id], seq);
  const lines = known.lines.map((line) => {
    if (line.id !== id) return line;
    const { evaluation: _, ...sold } = line;
    const lastDay = endsOn ?? care?.endsOn ?? null;
    const end = last ?? (lastDay === null ? null : endOf({}, lastDay, order.timeZone, order.policy));
    const terms: Terms = termsAt({ endsOn, care }, { from: line.terms.from, last: end });
    return { converted: { ...sold, license, endsOn, care, terms, marks: [] }, last: end };
  });
  const converted = lines.flatMap((line) => ('converted' in line ? [line] : []));
  return {
    ...known,
    lines: lines.map((line) => ('converted' in line ? line.converted : line)),
    notices: [
      ...known.notices.filter(({ line }) => line !== id),
      ...converted.flatMap(({ converted: line, last: end }) => noticesOf(line, end, at)),
    ],
    planned: known.planned.filter(({ line, type }) => line !== id || type === 'cancellation'),
    intents: known.intents.filter(({ line }) => line !== id),
  };
}
