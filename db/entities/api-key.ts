import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

/** A key that may call the API; only its hash. Written by the API and by `npm run keys:api`. */
export const ApiKeyEntity = defineEntity({
  name: 'ApiKey',
  tableName: 'api_keys',
  properties: {
    id: p.uuid().primary(),
    /** SHA-256 of the key, in hexadecimal. */
    hash: p.text().unique(),
    /** Whose key it is; null is the vendor's. */
    accountId: p.text().nullable(),
    /** What an operator calls it. */
    name: p.text().nullable(),
    createdAt: p.datetime(),
    /** To the hour; null where it was not used since this is known. */
    lastUsedAt: p.datetime().nullable(),
  },
});
export type ApiKeyRow = InferEntity<typeof ApiKeyEntity>;
