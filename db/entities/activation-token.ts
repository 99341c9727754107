import { defineEntity, p } from '@mikro-orm/core';

/** Which Activation Tokens were ever issued; nothing usable, only their hashes. Written by the stream `server/<id>` alone. */
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
    issuedAt: p.datetime(),
    redeemedAt: p.datetime().nullable(),
  },
});
