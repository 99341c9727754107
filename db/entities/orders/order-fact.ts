import { defineEntity, p } from '@mikro-orm/core';
import type { OrderFact } from '../../../domain/order/commands.ts';

/** What was posted of a fact of an order, kept before the order is told: what is for people stays here. Written by the API alone, append-only. */
export const OrderFactEntity = defineEntity({
  name: 'OrderFact',
  tableName: 'order_facts',
  properties: {
    orderNumber: p.text().primary(),
    kind: p.text().$type<OrderFact['type']>().primary(),
    reference: p.text().primary(),
    /** SHA-256 of the content as a JSON value: decides whether a repeat is the same fact. */
    contentHash: p.text(),
    content: p.json<unknown>(),
    by: p.text(),
    storedAt: p.datetime(),
  },
});
