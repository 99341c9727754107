import type { OrderEvent } from '../../../domain/order/events.ts';
import { activated, assigned, delivered, given, heard, lapsed, unlocked } from './order-language.ts';
import type { Dated } from './given.ts';

/** Some instants in the life of the one-year subscription that the tests tell of. */
export const BEFORE_FIRST_DAY = '2026-11-20T10:00:00+01:00';
export const LATER = '2026-12-10T10:00:00+01:00';
export const IN_GRACE = '2027-12-05T10:00:00+01:00';
/** When the subscription begins to expire, when its grace is over, and when it can't be reinstated any more. */
export const EXPIRING = '2027-09-02T00:00+02:00';
export const EXPIRED = '2027-12-16T00:00+01:00';
export const ENDED = '2028-05-29T00:00+02:00';

export const AFTER_GRACE = '2028-01-10T10:00:00+01:00';
export const AFTER_END = '2028-06-10T10:00:00+02:00';

/** What happened to an order until it came to each of its stages: srv-a holds 5 of the 20 units of line 1. */
const LOCKED: Dated<OrderEvent>[] = [delivered()];
const UNLOCKED = [...LOCKED, unlocked()];
const ASSIGNED = [...UNLOCKED, heard(1), assigned(5)];
const ACTIVATED = [...ASSIGNED, heard(2), activated(LATER)];
const OVER = [...ACTIVATED, lapsed('expiring', EXPIRING), lapsed('expired', EXPIRED)];
const CLOSED: Dated<OrderEvent>[] = [...OVER, { type: 'ended', on: ENDED }];

export const LIFE = {
  locked: LOCKED,
  unlocked: UNLOCKED,
  assigned: ASSIGNED,
  activated: ACTIVATED,
  expired: OVER,
  ended: CLOSED,
};

/** The activated order, canceled by the vendor. */
export const CANCELED = { ...given(...ACTIVATED).state, status: 'canceled' as const };
