import { defineEntity, p } from '@mikro-orm/core';

/** A name that a server of a customer has, or is about to have; folded, as names are compared. Written by the API alone. */
export const ServerNameEntity = defineEntity({
  name: 'ServerName',
  tableName: 'server_names',
  properties: {
    customerId: p.text().primary(),
    name: p.text().primary(),
    server: p.text().index(),
    /** Until its server is known by the name: since when it is to be; null from then on. */
    claimedAt: p.datetime().nullable(),
  },
});
