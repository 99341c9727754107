import { defineEntity, p } from '@mikro-orm/core';

/** A domain of e-mail addresses that is an account's, as the vendor says. Written by the API alone. */
export const VerifiedDomainEntity = defineEntity({
  name: 'VerifiedDomain',
  tableName: 'verified_domains',
  properties: {
    /** In lower case and as DNS writes it; of one account. */
    domain: p.text().primary(),
    accountId: p.text().index(),
    verifiedAt: p.datetime(),
  },
});
