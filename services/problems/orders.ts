import type { ProblemKind } from './kind.ts';

/** Problems about orders, their lines, deliveries, e-mails and links. */
export const ORDERS = {
  ALREADY_UNLOCKED: {
    status: 409,
    title: 'The delivery is unlocked already',
    detail: 'Its link unlocks nothing any more. To stop what was unlocked, suspend or cancel the order.',
  },
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
  LINK_REPLACED: {
    status: 410,
    title: 'The link was replaced',
    detail: 'Open the newer link, which came by e-mail or is about to.',
  },
  MAIL_STILL_DUE: {
    status: 409,
    title: 'The e-mail is still being sent',
    detail: 'It is tried by itself. Send it again only when it has left and did not arrive.',
  },
  NOTHING_TO_RENEW: {
    status: 409,
    title: 'Nothing here has a last day',
    detail: 'A perpetual license without care has nothing to renew.',
  },
  ORDER_CANCELED: { status: 409, title: 'The order was canceled', detail: 'A canceled order takes no more changes.' },
  ORDER_ENDED: { status: 409, title: 'The order has ended', detail: 'Place a new order.' },
  ORDER_NUMBER_TAKEN: {
    status: 409,
    title: 'The order number is taken',
    detail: 'An order with this number and other content exists. Post a new order under a new number.',
  },
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
} satisfies Record<string, ProblemKind>;
