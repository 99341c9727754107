import { CORRECTION_MINUTES } from '../../policy.ts';
import { Refusal } from '../../refusal.ts';
import { instantsOf } from '../../catalogue/terms.ts';
import { refuseWhenOver } from '../line/capacity.ts';
import { editionOf, withEditions } from '../editions.ts';
import { deliveredLine } from '../line/evolve-lines.ts';
import type { Amendment } from '../facts.ts';
import type { Line, Order } from '../order.ts';
import type { OrderEvent, RecordedOrderEvent } from '../events.ts';
import type { SoldLine } from '../arriving/sold.ts';
import { isHeard, refuseOtherZone, remember } from '../references.ts';
import { withMovedLines } from './relocating.ts';
import { numbered } from '../line/lines.ts';

const MINUTE_MS = 60_000;

/**
 * Corrects an order of which nothing has become yet but its delivery and former amendments. New lines get new ids; the zone
 * of another customer is the order's. The same reference and content again change nothing.
 * Refusals: REFERENCE_TAKEN, ALREADY_UNLOCKED, ALREADY_EXPANDED, ALREADY_CHANGED, TIME_ZONE_CHANGED, TOO_MANY_LINES, ORDER_CANCELED,
 * ORDER_ENDED.
 */
export function amend(order: Order, amendment: Amendment): OrderEvent[] {
  if (isHeard(order, 'amendment', amendment)) return [];
  refuseWhenOver(order);
  refuseWhenChanged(order);
  refuseOtherZone(order, amendment);
  const { reference, contentHash, says, timeZone, lines, instants, customerId, resellerId, distributorId } = amendment;
  const [delivery] = order.deliveries;
  const isMoved = timeZone !== undefined && timeZone !== order.timeZone;
  const { customerId: customer, resellerId: reseller, distributorId: distributor, timeZone: zone } = order;
  return [
    {
      type: 'amended',
      ...{ reference, contentHash, says },
      ...{ delivery: delivery!.id, edition: editionOf(delivery!) + 1 },
      ...(customerId !== undefined && { customerId }),
      ...(resellerId !== undefined && { resellerId }),
      ...(distributorId !== undefined && { distributorId }),
      ...(isMoved && { timeZone }),
      ...(lines && { lines: numbered(order, lines) }),
      ...(instants && (lines || isMoved) && { instants }),
      former: {
        ...{ customerId: customer, resellerId: reseller, distributorId: distributor, timeZone: zone },
        ...(lines && { lines: order.lines.map(asSold) }),
      },
    },
  ];
}

/**
 * The order after it was corrected; its delivery is told anew, a while after the last of several amendments. Lines that stay
 * and move to another zone keep what has passed.
 */
export function evolveAmended(order: Order, event: RecordedOrderEvent & { type: 'amended' }): Order {
  const { says, reference, delivery, edition, lines, instants, at } = event;
  const { customerId = order.customerId, timeZone = order.timeZone } = event;
  const { resellerId = order.resellerId, distributorId = order.distributorId } = event;
  const said = { ...order.said, ...Object.fromEntries(says.map((said) => [said, `amend/${reference}`])) };
  const amended = { ...remember(order, 'amendment', event), said, customerId, resellerId, distributorId, timeZone };
  const told = withEditions(amended, [{ delivery, edition }], at + CORRECTION_MINUTES * MINUTE_MS);
  const instantsAt = (line: SoldLine, index: number) => instants?.[index] ?? instantsOf(line, timeZone, order.policy);
  if (!lines && timeZone === order.timeZone) return told;
  if (!lines)
    return withMovedLines(
      told,
      order.lines.map((line, index) => ({ line: line.id, ...instantsAt(line, index) })),
      at,
    );
  const arrived = lines.map((line, index) => deliveredLine(line, delivery, instantsAt(line, index), at));
  return { ...told, lines: arrived.map(({ line }) => line), notices: arrived.flatMap(({ notices }) => notices) };
}

function refuseWhenChanged(order: Order): void {
  if (order.deliveries.some(({ unlockedAt, commandedAt }) => unlockedAt !== null || commandedAt !== undefined))
    throw new Refusal('ALREADY_UNLOCKED');
  if (order.deliveries.length > 1) throw new Refusal('ALREADY_EXPANDED');
  if (order.isChanged || order.renewals.length > 0 || order.status !== 'open') throw new Refusal('ALREADY_CHANGED');
}

function asSold({
  delivery: _d,
  terms: _t,
  marks: _m,
  canceledAt: _c,
  factSeq: _f,
  ...sold
}: Line): SoldLine & { id: string } {
  return sold;
}
