import type { EntityManager } from '@mikro-orm/postgresql';
import { RETENTION_DAYS } from '../../domain/retention.ts';
import { IdempotencyEntity, type IdempotencyRow } from '../entities/idempotency.ts';

export type KeyOfRequest = { caller: string; key: string };

/** A key that was claimed; `at` tells this claim from a later one, and is PostgreSQL's own text. */
export type ClaimedKey = KeyOfRequest & { at: string };

/** A key stands for its first request this long. */
const KEPT = `interval '${RETENTION_DAYS.idempotencyAnswers} days'`;
/** More than one, so that they become fewer. */
const SWEPT_AT_ONCE = 20;
/** A first request that was never answered: its process has died. None takes as long as this: an update waits 5 s, a projection 2 s. */
const ABANDONED = `interval '15 seconds'`;

/** Claims a key for a request; null when another one has it. Each takes out some of those that are over. */
export async function claimKey(
  em: EntityManager,
  { caller, key }: KeyOfRequest,
  contentHash: string,
): Promise<ClaimedKey | null> {
  const [claimed] = await em.execute<{ at: string }[]>(
    `with outdated as (delete from idempotency where (caller, key) in (
       select caller, key from idempotency
       where created_at < now() - ${KEPT} and (caller, key) <> (?, ?) limit ${SWEPT_AT_ONCE} for update skip locked))
     insert into idempotency as known (caller, key, content_hash, created_at) values (?, ?, ?, now())
     on conflict (caller, key) do update
       set content_hash = excluded.content_hash, status = null, headers = null, body = null, created_at = now()
       where known.created_at < now() - ${KEPT} or (known.status is null and known.created_at < now() - ${ABANDONED})
     returning created_at::text as at`,
    [caller, key, caller, key, contentHash],
  );
  return claimed ? { caller, key, at: claimed.at } : null;
}

/** What stands under a key; null when it has been released. */
export function readKey(em: EntityManager, { caller, key }: KeyOfRequest): Promise<IdempotencyRow | null> {
  return em.findOne(IdempotencyEntity, { caller, key }, { refresh: true });
}

/** Keeps the first answer, unless its claim was given up and another request has the key now. */
export async function keepAnswer(
  em: EntityManager,
  { caller, key, at }: ClaimedKey,
  { status, headers, body }: { status: number; headers: Record<string, string>; body: string | null },
): Promise<void> {
  await em.execute(
    `update idempotency set status = ?, headers = ?::jsonb, body = ? where caller = ? and key = ? and created_at = ?::timestamptz`,
    [status, JSON.stringify(headers), body, caller, key, at],
  );
}

/** Lets the next request with this key be the first, unless another one has it already. */
export async function releaseKey(em: EntityManager, { caller, key, at }: ClaimedKey): Promise<void> {
  await em.execute(`delete from idempotency where caller = ? and key = ? and created_at = ?::timestamptz`, [
    ...[caller, key, at],
  ]);
}
