import { defineEntity, p } from '@mikro-orm/core';

/** A relation that a customer or the vendor has ended, until it is restored. Written by the API alone. */
export const EndedSellerEntity = defineEntity({
  name: 'EndedSeller',
  tableName: 'ended_sellers',
  properties: {
    customerId: p.text().primary(),
    sellerId: p.text().primary(),
    endedAt: p.datetime(),
    /** `person/<id>` or `key/<id>`. */
    endedBy: p.text(),
  },
});
