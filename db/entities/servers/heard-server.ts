import { defineEntity, p } from '@mikro-orm/core';

/** The last message that an order has heard from a server. Written by the stream `order/<number>` alone. */
export const HeardServerEntity = defineEntity({
  name: 'HeardServer',
  tableName: 'heard_servers',
  properties: {
    orderNumber: p.text().primary(),
    server: p.text().primary(),
    number: p.integer(),
    activatedAt: p.datetime().nullable(),
  },
});
