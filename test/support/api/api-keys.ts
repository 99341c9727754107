import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { hashOfApiKey } from '../../../secrets/api-key.ts';
import { ApiKeyEntity } from '../../../db/entities/api-key.ts';

/** Makes a key of the API for an account: the headers of a request with it. */
export async function keyFor(em: EntityManager, accountId: string): Promise<{ authorization: string }> {
  const key = `ck_${randomUUID()}`;
  await em.insert(ApiKeyEntity, { id: randomUUID(), hash: hashOfApiKey(key), accountId, createdAt: new Date() });
  return { authorization: `Bearer ${key}` };
}
