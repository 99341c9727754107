import { defineEntity, p } from '@mikro-orm/core';

/**
 * An order that was kept and has not surely started: made with its intake, gone as soon as its workflow is there. A table of
 * its own, as an intake has many indexes, each of which a mark in it would be written to once more.
 */
export const UnstartedOrderEntity = defineEntity({
  name: 'UnstartedOrder',
  tableName: 'unstarted_orders',
  properties: {
    number: p.text().primary(),
    /** The oldest is started first. */
    receivedAt: p.datetime(),
    /** The policy that it was accepted under and the instants that follow; null of those that earlier versions kept. */
    agreed: p.json<unknown>().nullable(),
    /** By which request it came in. */
    requestId: p.text().nullable(),
    /** The trace that it came in by, as W3C writes it. */
    trace: p.text().nullable(),
    /** Until when nobody else tries, by the database's clock; without an end where no attempt can help. */
    claimedUntil: p.datetime().nullable(),
    /** How often it could not be started for a reason of its own, and the last of them. */
    failures: p.integer().default(0),
    failure: p.text().nullable(),
  },
  indexes: [{ properties: ['receivedAt', 'number'] }],
});
