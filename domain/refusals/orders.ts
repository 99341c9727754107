import type { RefusalKind } from './kind.ts';

/** Refusals of an order: of its lines, deliveries and terms. */
export const ORDERS_REFUSALS = {
  ALREADY_CHANGED: {
    status: 409,
    title: 'Something has become of the order already',
    detail:
      'An order can be amended while it has known nothing but its delivery. Renew, expand, cancel or convert its lines.',
  },
  ALREADY_EXPANDED: {
    status: 409,
    title: 'The order was expanded already',
    detail:
      'An order can be amended while it has one delivery. Cancel what is wrong, and expand the order with what is right.',
  },
  ALREADY_UNLOCKED: {
    status: 409,
    title: 'The delivery is unlocked already',
    detail: 'Its link unlocks nothing any more. To stop what was unlocked, lock, suspend or cancel it.',
  },
  CAPACITY_NOT_REDUCED: {
    status: 409,
    title: 'A renewal does not raise capacity',
    detail: 'Name a capacity from 1 to the present one, or none to keep it. More capacity is an expansion.',
  },
  CONVERSION_NOT_POSSIBLE: {
    status: 409,
    title: 'The line cannot become this kind of license',
    detail:
      'An evaluation can become a subscription or perpetual, a subscription perpetual, as long as `license` is not past its time. Order an expansion instead.',
  },
  CUSTOMER_DIFFERS: {
    status: 409,
    title: 'The order belongs to another customer',
    detail: 'It gives capacity to servers of its own customer alone.',
  },
  DELIVERY_UNKNOWN: {
    status: 404,
    title: 'No such delivery',
    detail: 'The order has no delivery with this id. The order lists its deliveries.',
  },
  EMERGENCIES_USED_UP: {
    status: 409,
    title: 'All emergencies are used up',
    detail:
      'Two may be declared in any 365 days; another one from `nextAt` on. Ask your seller or the vendor for capacity.',
  },
  EMERGENCY_TOO_LARGE: {
    status: 409,
    title: 'An emergency does not grant as much',
    detail: 'Ask for at most `most`: twice what was owned last of the application, evaluations not counted.',
  },
  EVALUATION_TOO_LONG: {
    status: 409,
    title: 'The evaluation would be too long',
    detail: 'Name a last day up to `latest`, or convert the line.',
  },
  LAST_DAY_MISSING: {
    status: 409,
    title: 'The order has no last day to share',
    detail: 'No subscription of the order that still runs ends on or after this line’s first day: name its last day.',
  },
  LINE_CANCELED: {
    status: 409,
    title: 'The line was canceled',
    detail: 'Withdraw its cancellation while that can be done, or order an expansion.',
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
  NOTHING_TO_RENEW: {
    status: 409,
    title: 'Nothing here has a last day',
    detail: 'A perpetual license without care has nothing to renew.',
  },
  ORDER_CANCELED: {
    status: 409,
    title: 'The order was canceled',
    detail: 'A canceled order takes no change but the withdrawal of its cancellation, for 14 days.',
  },
  ORDER_ENDED: { status: 409, title: 'The order has ended', detail: 'Place a new order.' },
  NOT_THE_NEWEST: {
    status: 409,
    title: 'Something later concerns the line',
    detail: 'Only the newest fact about a line can be withdrawn. Withdraw the later one first.',
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
  PLAN_UNKNOWN: {
    status: 404,
    title: 'Nothing is planned under this id',
    detail: 'Lines list what is planned for them. What has happened can be withdrawn by its reference for some days.',
  },
  REFERENCE_UNKNOWN: {
    status: 404,
    title: 'The order does not know this reference',
    detail: 'The order’s events name the references of what it was told.',
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
  TIME_ZONE_CHANGED: {
    status: 503,
    title: 'The time zone of the order changed at this moment',
    detail: 'Nothing was changed. Send the same request again.',
    retryAfterSeconds: 1,
  },
  TOO_LATE_TO_WITHDRAW: {
    status: 409,
    title: 'It is too late to withdraw this',
    detail: 'A renewal or a cancellation can be withdrawn for `days` days.',
  },
  TOO_MANY_LINES: {
    status: 409,
    title: 'The order would have too many lines',
    detail: 'An order has at most `most` lines in its life. Place a new order.',
  },
} satisfies Record<string, RefusalKind>;
