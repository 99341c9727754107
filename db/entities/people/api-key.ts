import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { By } from '../../../domain/people/permissions.ts';
import type { Scope } from '../../../domain/people/scopes.ts';

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
    /** What whoever made it calls it. */
    name: p.text().nullable(),
    /** What it is limited to; null is all that its account may. */
    scopes: p.array<Scope>().nullable(),
    /** From then on it is none; null is never. */
    expiresAt: p.datetime().nullable(),
    createdAt: p.datetime(),
    /** Null where that was not kept yet. */
    createdBy: p.text().$type<By>().nullable(),
    /** To the hour; null where it was not used since this is known. */
    lastUsedAt: p.datetime().nullable(),
  },
});
export type ApiKeyRow = InferEntity<typeof ApiKeyEntity>;
