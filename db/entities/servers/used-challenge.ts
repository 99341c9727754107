import { defineEntity, p } from '@mikro-orm/core';

/** A challenge that a passkey has answered, which is taken once; swept when it has long expired. Written by the API alone. */
export const UsedChallengeEntity = defineEntity({
  name: 'UsedChallenge',
  tableName: 'used_challenges',
  properties: {
    /** SHA-256, in hexadecimal. */
    hash: p.text().primary(),
    at: p.datetime().index(),
  },
});
