import type { EntityManager } from '@mikro-orm/postgresql';
import { VENDOR, type AccountKind, type By } from '../../../domain/people/permissions.ts';
import type { Scopes } from '../../../domain/people/scopes.ts';
import type { ApiKeyRow } from '../../entities/people/api-key.ts';
import { inMs, instant, type Read } from '../instants.ts';
import { executePrepared } from '../prepared.ts';
import { WITHOUT_WAITING_FOR_DISK } from '../relaxed.ts';
import { unlessUnwritable } from '../unless-unwritable.ts';
import { appendAccountEvent } from './events.ts';

/** A key with the account that it acts for. */
export type KnownKey = { id: string; account: { id: string; kind: AccountKind }; scopes: Scopes };

/**
 * Stands before the hash of a key that has scopes or an end: a process of a release that knew neither finds it not, and lets
 * nobody pass by it.
 */
const LIMITED = 'limited/';

/** What is stored of a key, and what it is then found by. */
const storedHash = ({ hash, scopes, expiresAt }: Pick<NewKey, 'hash' | 'scopes' | 'expiresAt'>) =>
  scopes !== null || expiresAt !== null ? `${LIMITED}${hash}` : hash;

/** In SQL, the hash of a key as it is stored in a row. */
export const HASH = `regexp_replace(hash, '^${LIMITED}', '')`;

/** When a key was used is written down at most so often: else every request would write. */
const USE_KNOWN_WITHIN_MS = 3_600_000;

type Row = Read<Pick<ApiKeyRow, 'id' | 'scopes' | 'lastUsedAt'>> & {
  hash: string;
  account: string | null;
  kind: AccountKind | null;
};

/** API keys by their hashes, in their order, which are used now (epoch milliseconds); null where it is none, or none any more. */
export async function useApiKeys(em: EntityManager, hashes: string[], nowMs: number): Promise<(KnownKey | null)[]> {
  const rows = await executePrepared<Row>(
    em,
    'use-api-keys',
    `select k.id, ${HASH} as hash, k.scopes, k.account_id as account, a.kind, ${inMs('k.last_used_at')} as "lastUsedAt"
     from api_keys k left join accounts a on a.id = k.account_id
     where k.hash = any(array(select unnest($1::text[]))) and (k.expires_at is null or k.expires_at > $2)`,
    [[...new Set(hashes)].flatMap((hash) => [hash, `${LIMITED}${hash}`]), new Date(nowMs)],
  );
  const known = new Map(rows.map((row) => [row.hash, row]));
  const before = nowMs - USE_KNOWN_WITHIN_MS;
  const due = rows.filter(({ lastUsedAt }) => lastUsedAt === null || lastUsedAt < before).map(({ id }) => id);
  // Nobody waits for a row that somebody else holds: it is noted by whoever comes next.
  if (due.length > 0)
    await unlessUnwritable(
      em.execute(
        `${WITHOUT_WAITING_FOR_DISK}, due as (
           select id from api_keys where id in (?) and (last_used_at is null or last_used_at < ?) for update skip locked)
         update api_keys k set last_used_at = ? from relaxed, due where k.id = due.id`,
        [due, new Date(before), new Date(nowMs)],
      ),
    );
  return hashes.map((hash) => keyOf(known.get(hash)));
}

function keyOf(row: Row | undefined): KnownKey | null {
  if (!row) return null;
  const { id, scopes, account, kind } = row;
  if (account === null) return { id, scopes, account: { id: VENDOR, kind: 'vendor' } };
  return kind && { id, scopes, account: { id: account, kind } };
}

/** What is known of a key, which the key itself is not; instants in epoch milliseconds. */
export type ListedKey = Read<Omit<ApiKeyRow, 'hash' | 'accountId'>> & { account: string };

/** Where a list of keys goes on. */
export type KeyPosition = Pick<ListedKey, 'createdAt' | 'id'>;

/** As exact as positions are. */
const MADE_AT = `date_trunc('milliseconds', created_at)`;

type Listing = { limit?: number; after?: KeyPosition | null; id?: string };

/** All keys, or those of an account, in the order in which they were made, after one; those that have ended are among them. */
export function listApiKeys(
  em: EntityManager,
  account: string | null,
  { limit, after = null, id }: Listing = {},
): Promise<ListedKey[]> {
  return em.execute<ListedKey[]>(
    `select id, coalesce(account_id, '${VENDOR}') as account, name, scopes, created_by as "createdBy",
       ${inMs('created_at')} as "createdAt", ${inMs('expires_at')} as "expiresAt", ${inMs('last_used_at')} as "lastUsedAt"
     from api_keys
     where (?::text is null or account_id is not distinct from ?) and (?::text is null or id::text = ?)
       and (?::timestamptz is null or (${MADE_AT}, id) > (?::timestamptz, ?::uuid))
     order by ${MADE_AT}, id limit ?`,
    [
      ...[account, keptAs(account), id ?? null, id ?? null],
      ...[after && new Date(after.createdAt), after && new Date(after.createdAt), after && after.id, limit ?? null],
    ],
  );
}

export type NewKey = {
  id: string;
  hash: string;
  account: string;
  name: string | null;
  scopes: Scopes;
  expiresAt: number | null;
  createdAt: number;
};

/** Keeps a key and journals `key-made`; one of the same hash stays what it is. */
export async function addApiKey(em: EntityManager, key: NewKey, by: By): Promise<void> {
  const { id, account, name, scopes, expiresAt, createdAt } = key;
  const at = new Date(createdAt);
  await em.transactional(async (tx) => {
    const added = await tx.execute<unknown[]>(
      `insert into api_keys (id, hash, account_id, name, scopes, expires_at, created_at, created_by)
       values (?, ?, ?, ?, ?::text[], ?, ?, ?)
       on conflict (hash) do nothing returning 1`,
      [id, storedHash(key), keptAs(account), name, scopes && `{${scopes.join()}}`, instant(expiresAt), at, by],
    );
    const event = { type: 'key-made', keyId: id, name, scopes, expiresAt, by } as const;
    if (added.length > 0) await appendAccountEvent(tx, account, { cause: `key-made/${id}`, at }, event);
  });
}

/**
 * Takes a key of an account, or of any, out for good and journals `key-revoked`; answers the hash it had, null when there is
 * no such key. The account is held before the key is, as by whoever makes one: else the two could wait for each other.
 */
export async function revokeApiKey(
  em: EntityManager,
  { account, id }: { account: string | null; id: string },
  at: Date,
  by: By,
): Promise<string | null> {
  return em.transactional(async (tx) => {
    await tx.execute(
      `select from accounts where id = (select coalesce(account_id, '${VENDOR}') from api_keys where id::text = ?) for update`,
      [id],
    );
    const [row] = await tx.execute<{ hash: string; account: string | null; name: string | null }[]>(
      `delete from api_keys where id::text = ? and (?::text is null or account_id is not distinct from ?)
       returning ${HASH} as hash, name, account_id as account`,
      [id, account, keptAs(account)],
    );
    if (!row) return null;
    const event = { type: 'key-revoked', keyId: id, name: row.name, by } as const;
    await appendAccountEvent(tx, row.account ?? VENDOR, { cause: revocationOf(id), at }, event);
    return row.hash;
  });
}

/** What the journal calls a revocation; a key has one. */
export const revocationOf = (id: string) => `key-revoked/${id}`;

/** An account as rows of keys name it: the vendor's say nothing. */
export function keptAs(account: string | null): string | null {
  return account === VENDOR ? null : account;
}
