import { defineEntity, p } from '@mikro-orm/core';

/**
 * A correction of an address that was made, and of which something is still to be done with others: kept with what it changed,
 * gone as soon as its invitation is sent and nothing is on its way to the wrong address any more.
 */
export const AddressCorrectionEntity = defineEntity({
  name: 'AddressCorrection',
  tableName: 'address_corrections',
  properties: {
    accountId: p.text().primary(),
    /** Both in lower case. */
    wrong: p.text().primary(),
    correct: p.text().primary(),
    /** `person/<id>` or `key/<id>`. */
    by: p.text(),
    keptAt: p.datetime(),
    /** When the provider had the invitation of who has the right one; null before. */
    invitedAt: p.datetime().nullable(),
    /** Until when nobody else tries, by the database's clock. */
    claimedUntil: p.datetime(),
  },
});
