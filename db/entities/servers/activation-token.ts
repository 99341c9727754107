import { defineEntity, p } from '@mikro-orm/core';

/** Which Activation Tokens were ever issued; nothing usable, only their hashes and a fifth of each. Written by the stream `server/<id>` alone. */
export const ActivationTokenEntity = defineEntity({
  name: 'ActivationToken',
  tableName: 'activation_tokens',
  properties: {
    server: p.text().primary(),
    version: p.integer().primary(),
    /** Name of the secret key that the token is derived with. */
    key: p.text(),
    /** SHA-256 of the token, in hexadecimal. */
    hash: p.text().unique(),
    /** Its first five symbols, by which people find the server; null where it was written before they were kept. */
    firstGroup: p.text().nullable(),
    issuedAt: p.datetime(),
    redeemedAt: p.datetime().nullable(),
  },
});
