import type { EntityManager } from '@mikro-orm/postgresql';

/** The id of an API key by its hash; null when it is none. */
export async function findApiKey(em: EntityManager, hash: string): Promise<string | null> {
  const [row] = await em.execute<{ id: string }[]>('select id from api_keys where hash = ?', [hash]);
  return row?.id ?? null;
}
