import { defineEntity, p } from '@mikro-orm/core';

/** A delivery of an order. Written by the stream `order/<number>` alone. */
export const DeliveryEntity = defineEntity({
  name: 'Delivery',
  tableName: 'deliveries',
  properties: {
    orderNumber: p.text().primary(),
    id: p.text().primary(),
    reference: p.text(),
    deliveredAt: p.datetime(),
    unlockedAt: p.datetime().nullable(),
  },
});
