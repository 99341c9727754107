import { offersOf, type Offer, type OrderChange } from '../../domain/order/offers.ts';
import { mayChangeOrders, mayLock, type Caller, type OrderFacts } from '../../domain/people/permissions.ts';
import type { Deps } from '../deps.ts';
import { factsIn } from '../permissions/in-sight.ts';
import { createKnownOrders } from './arriving/known.ts';

export type OfferService = ReturnType<typeof createOfferService>;

/** Which changes an order takes now. */
export function createOfferService(deps: Pick<Deps, 'orm' | 'temporal' | 'clock'>) {
  const { known, newest } = createKnownOrders(deps);

  return {
    /**
     * What a caller may change of an order, each with whether the order would take it now, or why not; nothing for who may
     * change nothing. What can be withdrawn the order alone remembers: while it does not answer, nothing. Problems: NOT_FOUND.
     */
    async list(caller: Caller, number: string): Promise<{ items: Offer[] }> {
      const [record, { order }] = await Promise.all([known(number), newest(number)]);
      const facts = factsIn(record);
      return { items: offersOf(order, deps.clock()).filter(({ change }) => mayChange(caller, facts, change)) };
    },
  };
}

/** Whether somebody may change that of an order, whatever the order says to it. */
export function mayChange(caller: Caller, order: Pick<OrderFacts, 'seller'>, change: OrderChange): boolean {
  return change === 'lock' ? mayLock(caller, order) : mayChangeOrders(caller);
}
