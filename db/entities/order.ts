import { defineEntity, p } from '@mikro-orm/core';
import { ORDER_STAGES, ORDER_STATUSES } from '../../domain/order/order.ts';

/** The projection of an order. Written by the stream `order/<number>` alone. */
export const OrderEntity = defineEntity({
  name: 'Order',
  tableName: 'orders',
  indexes: [{ properties: ['acceptedAt', 'number'] }],
  properties: {
    number: p.text().primary(),
    seq: p.integer(),
    customerId: p.text().index(),
    resellerId: p.text().nullable().index(),
    distributorId: p.text().nullable().index(),
    timeZone: p.text(),
    status: p.enum(ORDER_STATUSES),
    stage: p.enum(ORDER_STAGES),
    placedAt: p.datetime(),
    acceptedAt: p.datetime(),
  },
});
