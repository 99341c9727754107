import type { Random } from './random.ts';

/**
 * Where a customer's orders end: never unlocked, as a reseller may hold them; given back by servers that were retired;
 * or wholly on one server that is activated.
 */
export type Ending = 'held' | 'given-back' | 'activated';

export const APPLICATIONS = ['digital-fax', 'call-recording'] as const;
export type Application = (typeof APPLICATIONS)[number];

/** What one order sells of each application, in units. */
export type PlannedOrder = { number: string; sold: Record<Application, number> };

/** A customer whose capacity comes from two orders, so that a server asks both. */
export type PlannedLife = {
  customer: string;
  reseller: string;
  orders: PlannedOrder[];
  ending: Ending;
  startsAfterMs: number;
  random: Random;
};

const ORDERS_EACH = 2;

/** Lives for so many orders, beginning at random moments of the first half of the time. */
export function planLives(random: Random, orders: number, forMs: number): PlannedLife[] {
  return Array.from({ length: Math.ceil(orders / ORDERS_EACH) }, (_, index) => {
    const own = random.fork();
    return {
      customer: `customer-${index + 1}`,
      reseller: `reseller-${index + 1}`,
      orders: Array.from({ length: ORDERS_EACH }, (_, order) => ({
        number: `SO-${index + 1}-${order + 1}`,
        sold: { 'digital-fax': own.between(4, 20), 'call-recording': own.between(4, 40) },
      })),
      ending: endingOf(index),
      startsAfterMs: index === 0 ? 0 : own.between(0, forMs / 2),
      random: own,
    };
  });
}

/** Of five customers three keep what they bought; the short form has the other two as well. */
function endingOf(index: number): Ending {
  return (['activated', 'given-back', 'held', 'activated', 'activated'] as const)[index % 5]!;
}

/** What a customer owns of an application, in units. */
export function owned({ orders }: Pick<PlannedLife, 'orders'>, application: Application): number {
  return orders.reduce((sum, order) => sum + order.sold[application], 0);
}
