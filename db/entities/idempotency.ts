import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

/** The first answer to a request that named an `Idempotency-Key`. Written by the API alone. */
export const IdempotencyEntity = defineEntity({
  name: 'Idempotency',
  tableName: 'idempotency',
  properties: {
    caller: p.text().primary(),
    key: p.text().primary(),
    /** SHA-256 of method, path and body. */
    contentHash: p.text(),
    /** Null while the first request is not answered. */
    status: p.integer().nullable(),
    headers: p.json<Record<string, string>>().nullable(),
    body: p.text().nullable(),
    createdAt: p.datetime().index(),
  },
});
export type IdempotencyRow = InferEntity<typeof IdempotencyEntity>;
