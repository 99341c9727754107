import { defineEntity, p } from '@mikro-orm/core';

/**
 * Which server of a customer has what is free for tests of an application, claimed before its workflow is told: there is one
 * row, and so one server. Written by the API.
 */
export const TestUnitsEntity = defineEntity({
  name: 'TestUnits',
  tableName: 'test_units',
  properties: {
    customerId: p.text().primary(),
    application: p.text().primary(),
    server: p.text().index(),
    claimedAt: p.datetime(),
  },
});
