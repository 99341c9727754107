import type { OrderEvent } from '../../domain/order/order.ts';
import { activated, assigned, delivered, given, heard, lapsed, unlocked } from './order-language.ts';
import type { Dated } from './given.ts';

/** Some instants in the life of the one-year subscription that the tests tell of. */
export const BEFORE_FIRST_DAY = '2026-11-20T10:00:00+01:00';
export const LATER = '2026-12-10T10:00:00+01:00';
export const IN_GRACE = '2027-12-05T10:00:00+01:00';
export const AFTER_GRACE = '2028-01-10T10:00:00+01:00';
export const AFTER_END = '2028-06-10T10:00:00+02:00';

/** What happened to an order until it came to each of its stages: srv-a holds 5 of the 20 units of line 1. */
const LOCKED: Dated<OrderEvent>[] = [delivered()];
const UNLOCKED = [...LOCKED, unlocked()];
const ASSIGNED = [...UNLOCKED, heard(1), assigned(5)];
const ACTIVATED = [...ASSIGNED, heard(2), activated(LATER)];
const EXPIRED = [
  ...ACTIVATED,
  lapsed('expiring', '2027-09-02T00:00+02:00'),
  lapsed('expired', '2027-12-16T00:00+01:00'),
];
const ENDED: Dated<OrderEvent>[] = [...EXPIRED, { type: 'ended', on: '2028-05-29T00:00+02:00' }];

export const LIFE = {
  locked: LOCKED,
  unlocked: UNLOCKED,
  assigned: ASSIGNED,
  activated: ACTIVATED,
  expired: EXPIRED,
  ended: ENDED,
};

/** The activated order, canceled by the vendor. */
export const CANCELED = { ...given(...ACTIVATED).state, status: 'canceled' as const };
