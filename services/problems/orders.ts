import type { RefusalKind } from '../../domain/refusals/kind.ts';

/** Problems about orders, their lines, deliveries, e-mails and links. */
export const ORDERS = {
  MAIL_STILL_DUE: {
    status: 409,
    title: 'The e-mail is still being sent',
    detail: 'It is tried by itself. Send it again only when it has left and did not arrive.',
  },
  ORDER_NOT_REPAIRED: {
    status: 503,
    title: 'The order is missing since the service was restored',
    detail:
      'The service was restored from a backup that does not know this number, and Temporal may. Nothing was changed: send the same request again once operators have repaired it (npm run repair).',
    retryAfterSeconds: 60,
  },
  ORDER_NUMBER_TAKEN: {
    status: 409,
    title: 'The order number is taken',
    detail: 'An order with this number and other content exists. Post a new order under a new number.',
  },
} satisfies Record<string, RefusalKind>;
