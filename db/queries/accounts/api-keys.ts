import type { EntityManager } from '@mikro-orm/postgresql';
import { VENDOR, type AccountKind, type By } from '../../../domain/permissions.ts';
import type { Scopes } from '../../../domain/scopes.ts';
import { ApiKeyEntity, type ApiKeyRow } from '../../entities/api-key.ts';
import { inMs, type Read } from '../instants.ts';
import { WITHOUT_WAITING_FOR_DISK } from '../relaxed.ts';
import { appendAccountEvent } from './events.ts';

/** A key with the account that it acts for. */
export type KnownKey = { id: string; account: { id: string; kind: AccountKind }; scopes: Scopes };

/** When a key was used is written down at most so often: else every request would write. */
const USE_KNOWN_WITHIN_MS = 3_600_000;

type Row = Read<Pick<ApiKeyRow, 'id' | 'scopes' | 'lastUsedAt'>> & { account: string | null; kind: AccountKind | null };

/** An API key by its hash, which is used now (epoch milliseconds); null when it is none, or none any more. */
export async function useApiKey(em: EntityManager, hash: string, nowMs: number): Promise<KnownKey | null> {
  const [row] = await em.execute<Row[]>(
    `select k.id, k.scopes, k.account_id as account, a.kind, ${inMs('k.last_used_at')} as "lastUsedAt"
     from api_keys k left join accounts a on a.id = k.account_id
     where k.hash = ? and (k.expires_at is null or k.expires_at > ?)`,
    [hash, new Date(nowMs)],
  );
  if (!row) return null;
  const before = nowMs - USE_KNOWN_WITHIN_MS;
  if (row.lastUsedAt === null || row.lastUsedAt < before)
    await em.execute(
      `${WITHOUT_WAITING_FOR_DISK} update api_keys set last_used_at = ? from relaxed
       where id = ? and (last_used_at is null or last_used_at < ?)`,
      [new Date(nowMs), row.id, new Date(before)],
    );
  const { id, scopes, account, kind } = row;
  if (account === null) return { id, scopes, account: { id: VENDOR, kind: 'vendor' } };
  return kind && { id, scopes, account: { id: account, kind } };
}

/** What is known of a key, which the key itself is not. */
export type ListedKey = { id: string; account: string; name: string | null; createdAt: Date; lastUsedAt: Date | null };

/** All keys, or those of an account, in the order in which they were made. */
export async function listApiKeys(em: EntityManager, account: string | null): Promise<ListedKey[]> {
  const where = account === null ? {} : { accountId: account === VENDOR ? null : account };
  const rows = await em.find(ApiKeyEntity, where, { orderBy: { createdAt: 1, id: 1 } });
  return rows.map(({ id, accountId, name, createdAt, lastUsedAt }) => ({
    ...{ id, account: accountId ?? VENDOR, name: name ?? null, createdAt, lastUsedAt: lastUsedAt ?? null },
  }));
}

type NewKey = { id: string; hash: string; accountId: string | null; name: string | null; createdAt: Date };

/** Keeps a key and journals `key-made`; one of the same hash stays what it is. */
export async function addApiKey(em: EntityManager, key: NewKey, by: By): Promise<void> {
  const { id, hash, accountId, name, createdAt } = key;
  await em.transactional(async (tx) => {
    const added = await tx.execute<unknown[]>(
      `insert into api_keys (id, hash, account_id, name, created_at) values (?, ?, ?, ?, ?)
       on conflict (hash) do nothing returning 1`,
      [id, hash, accountId, name, createdAt],
    );
    const cause = { cause: `key-made/${id}`, at: createdAt };
    if (added.length > 0) await appendAccountEvent(tx, accountId ?? VENDOR, cause, { type: 'key-made', keyId: id, by });
  });
}

/** Takes a key out for good and journals `key-revoked`; answers the hash it had, null when there is no such key. */
export async function revokeApiKey(em: EntityManager, id: string, at: Date, by: By): Promise<string | null> {
  return em.transactional(async (tx) => {
    const [row] = await tx.execute<{ hash: string; account: string | null }[]>(
      'delete from api_keys where id::text = ? returning hash, account_id as account',
      [id],
    );
    if (!row) return null;
    const cause = { cause: `key-revoked/${id}`, at };
    await appendAccountEvent(tx, row.account ?? VENDOR, cause, { type: 'key-revoked', keyId: id, by });
    return row.hash;
  });
}
