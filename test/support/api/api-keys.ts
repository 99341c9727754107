import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Scopes } from '../../../domain/people/scopes.ts';
import { hashOfApiKey } from '../../../secrets/api-key.ts';
import { ApiKeyEntity } from '../../../db/entities/people/api-key.ts';

/** Makes a key of the API for an account, null for the vendor: the headers of a request with it. */
export async function keyFor(
  em: EntityManager,
  accountId: string | null,
  scopes: Scopes = null,
): Promise<{ authorization: string }> {
  const key = `ck_${randomUUID()}`;
  const about = { id: randomUUID(), accountId, scopes: scopes && [...scopes], createdAt: new Date() };
  await em.insert(ApiKeyEntity, { ...about, hash: hashOfApiKey(key) });
  return { authorization: `Bearer ${key}` };
}
