import { defineEntity, p } from '@mikro-orm/core';

/** A delivery of an order. Written by the stream `order/<number>` alone. */
export const DeliveryEntity = defineEntity({
  name: 'Delivery',
  tableName: 'deliveries',
  properties: {
    orderNumber: p.text().primary(),
    id: p.text().primary(),
    /** The order's customer while the order is open or suspended: what needs attention is found without the order. */
    openFor: p.text().nullable(),
    reference: p.text(),
    deliveredAt: p.datetime(),
    unlockedAt: p.datetime().nullable(),
    /** How often it was told, anew included: an older link or e-mail of it counts no more. */
    edition: p.integer(),
  },
});
