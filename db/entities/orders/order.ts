import { defineEntity, p } from '@mikro-orm/core';
import { ORDER_STAGES, ORDER_STATUSES, type Order } from '../../../domain/order/order.ts';

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
    /** Under which fact's reference the newest content of each kind stands (`kind/reference`); the others stand in the intake. */
    said: p.json<Order['said']>(),
    status: p.enum(ORDER_STATUSES),
    stage: p.enum(ORDER_STAGES),
    placedAt: p.datetime(),
    acceptedAt: p.datetime(),
  },
});
