import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

/** Every unlock link that replaced an older one, append-only. Written by the API, as the stream `unlock-link/<order>/<delivery>`. */
export const UnlockLinkEntity = defineEntity({
  name: 'UnlockLink',
  tableName: 'unlock_links',
  uniques: [{ properties: ['orderNumber', 'delivery', 'requestId'] }],
  properties: {
    orderNumber: p.text().primary(),
    delivery: p.text().primary(),
    /** From 1; the newest is the one that works. The first link of a delivery is 0 and has no row. */
    generation: p.integer().primary(),
    /** The edition of the delivery that it opens: with the next one it stops working. */
    edition: p.integer().default(1),
    /** When it was made, and every earlier one stopped working. */
    replacedAt: p.datetime(),
    /** Under which id it was asked for: the same request again is the same link. */
    requestId: p.text(),
    by: p.text(),
  },
});
export type UnlockLinkRow = InferEntity<typeof UnlockLinkEntity>;
