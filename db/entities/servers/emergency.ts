import { defineEntity, p } from '@mikro-orm/core';

/** That a customer declared an emergency; what was granted stands in the intake of its order, which is made with it. */
export const EmergencyEntity = defineEntity({
  name: 'Emergency',
  tableName: 'emergencies',
  properties: {
    orderNumber: p.text().primary(),
    customerId: p.text(),
    /** By which it was asked for: the same request again is answered with the same order. */
    requestId: p.text(),
    /** The seller that declared it for its customer. */
    sellerId: p.text().nullable(),
    declaredAt: p.datetime(),
    /** Whether whoever asked for it was told to ask again, as its order could not begin. */
    unheard: p.boolean().default(false),
  },
  uniques: [{ properties: ['customerId', 'requestId'] }],
  indexes: [{ properties: ['customerId', 'declaredAt'] }, { properties: ['declaredAt'] }],
});
