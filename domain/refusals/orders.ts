import type { RefusalKind } from './kind.ts';

/** Refusals of an order: of its lines, deliveries and terms. */
export const ORDERS_REFUSALS = {
  CAPACITY_NOT_REDUCED: {
    status: 409,
    title: 'A renewal does not raise capacity',
    detail: 'Name a capacity from 1 to the present one, or none to keep it. More capacity is an expansion.',
  },
  DELIVERY_UNKNOWN: {
    status: 404,
    title: 'No such delivery',
    detail: 'The order has no delivery with this id. The order lists its deliveries.',
  },
  LAST_DAY_MISSING: {
    status: 409,
    title: 'The order has no last day to share',
    detail: 'No subscription of the order that still runs ends on or after this line’s first day: name its last day.',
  },
  LINE_UNKNOWN: {
    status: 404,
    title: 'No such line',
    detail: 'The order has no line with this id. The order lists its lines.',
  },
  NOTHING_TO_RENEW: {
    status: 409,
    title: 'Nothing here has a last day',
    detail: 'A perpetual license without care has nothing to renew.',
  },
  ORDER_CANCELED: { status: 409, title: 'The order was canceled', detail: 'A canceled order takes no more changes.' },
  ORDER_ENDED: { status: 409, title: 'The order has ended', detail: 'Place a new order.' },
  PERPETUAL_NOT_REDUCED: {
    status: 409,
    title: 'Perpetual capacity is never reduced',
    detail: 'Name no capacity for a perpetual license: a renewal is about its care.',
  },
  REFERENCE_TAKEN: {
    status: 409,
    title: 'The reference is taken',
    detail: 'The order knows this reference with other content. Send what is new under a new reference.',
  },
  REINSTATEMENT_OVER: {
    status: 409,
    title: 'The line can no longer be reinstated',
    detail: 'Its reinstatement window is over. Order an expansion, or place a new order.',
  },
  RENEWAL_NOT_LATER: {
    status: 409,
    title: 'The new last day is not later',
    detail: 'Name a last day after `endsOn`, the present one of this line. Nothing was renewed.',
  },
  TOO_MANY_LINES: {
    status: 409,
    title: 'The order would have too many lines',
    detail: 'An order has at most `most` lines in its life, and this one has `lines`. Place a new order for more.',
  },
} satisfies Record<string, RefusalKind>;
