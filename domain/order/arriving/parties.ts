import { refuseWhenOver } from '../line/capacity.ts';
import { nextEditions, withEditions, withoutGivenUp } from '../editions.ts';
import type { GivenUp } from '../fact-events.ts';
import type { PartyIds, Referenced, Said, SellerChange, Transfer } from '../facts.ts';
import { refuseWhenAssigned } from '../change/locking.ts';
import type { Order } from '../order.ts';
import type { OrderEvent, RecordedOrderEvent } from '../events.ts';
import { isHeard, remember } from '../references.ts';
import { sellerOf } from './seller.ts';
import { withoutIntents } from '../change/withdrawing.ts';

/**
 * Another reseller: what is locked is told to it anew, with links of its own. The same reference and content again change
 * nothing. Refusals: REFERENCE_TAKEN, ORDER_CANCELED, ORDER_ENDED.
 */
export function changeSeller(order: Order, { reference, contentHash, resellerId }: SellerChange): OrderEvent[] {
  if (isHeard(order, 'seller', { reference, contentHash })) return [];
  refuseWhenOver(order);
  return [changed(order, { reference, contentHash }, { resellerId }, ['reseller'], [])];
}

/**
 * Another customer, while servers hold nothing that counts; what is kept for a reinstatement is given up. The same reference
 * and content again change nothing, and so does the customer that it has. Refusals: REFERENCE_TAKEN, STILL_ASSIGNED (with `servers`), ORDER_CANCELED, ORDER_ENDED.
 */
export function transfer(order: Order, { reference, contentHash, customerId }: Transfer, atMs: number): OrderEvent[] {
  if (isHeard(order, 'transfer', { reference, contentHash })) return [];
  refuseWhenOver(order);
  if (customerId === order.customerId) return [];
  refuseWhenAssigned(
    order,
    order.lines.map(({ id }) => id),
    atMs,
  );
  return [changed(order, { reference, contentHash }, { customerId }, ['customer'], order.assignments)];
}

function changed(order: Order, of: Referenced, news: Partial<PartyIds>, says: Said[], givenUp: GivenUp[]): OrderEvent {
  const { customerId, resellerId, distributorId } = order;
  const former = { customerId, resellerId, distributorId };
  const parties = { ...former, ...news };
  const isTold = says.includes('reseller') || sellerIdOf(parties) !== sellerIdOf(former);
  const editions = isTold ? nextEditions(order) : [];
  return { type: 'parties-changed', ...of, ...parties, says, former, editions, givenUp };
}

/** The order after one of its parties became another. What its former seller meant to do counts no more. */
export function evolveParties(order: Order, event: RecordedOrderEvent & { type: 'parties-changed' }): Order {
  const { reference, says, customerId, resellerId, distributorId, editions, givenUp, at } = event;
  const kind = says.includes('customer') ? 'transfer' : 'seller';
  const said = {
    ...order.said,
    ...Object.fromEntries(says.map((said) => [said, `${kind === 'seller' ? 'change-seller' : kind}/${reference}`])),
  };
  const isOtherSeller = sellerIdOf(event) !== sellerIdOf(order);
  const changed = { ...remember(order, kind, event), said, customerId, resellerId, distributorId };
  return {
    ...withoutGivenUp(withEditions(changed, editions, at), givenUp),
    ...(isOtherSeller && { intents: [] }),
    withdrawables: (isOtherSeller ? withoutIntents(order.withdrawables) : order.withdrawables).map((fact) => ({
      ...fact,
      // What a withdrawal would give again was held by servers of the former customer.
      ...(kind === 'transfer' && { taken: [] }),
    })),
  };
}

/** The id of who sells an order of these parties. */
export function sellerIdOf({
  resellerId: reseller,
  distributorId: distributor,
  customerId: customer,
}: PartyIds): string {
  return sellerOf({ reseller, distributor, customer });
}
