import type { EntityManager } from '@mikro-orm/postgresql';
import { VENDOR, type AccountKind } from '../../domain/permissions.ts';

/** A key with the account that it acts for. */
export type KnownKey = { id: string; account: { id: string; kind: AccountKind } };

/** An API key by its hash; null when it is none. */
export async function findApiKey(em: EntityManager, hash: string): Promise<KnownKey | null> {
  const [row] = await em.execute<{ id: string; account: string | null; kind: AccountKind | null }[]>(
    `select k.id, k.account_id as account, a.kind from api_keys k left join accounts a on a.id = k.account_id where k.hash = ?`,
    [hash],
  );
  if (!row) return null;
  if (row.account === null) return { id: row.id, account: { id: VENDOR, kind: 'vendor' } };
  return row.kind && { id: row.id, account: { id: row.account, kind: row.kind } };
}
