import type { EntityManager } from '@mikro-orm/postgresql';
import { IdempotencyEntity, type IdempotencyRow } from '../entities/idempotency.ts';

export type KeyOfRequest = { caller: string; key: string };

/** A key stands for its first request this long. */
const KEPT = `interval '1 day'`;
/** More than one, so that they become fewer. */
const SWEPT_AT_ONCE = 20;
/** A first request that was never answered: its process has died. None takes as long as this: an update waits 5 s, a projection 2 s. */
const ABANDONED = `interval '15 seconds'`;

/** Claims a key for a request; false when another one has it. Each takes out some of those that are over. */
export async function claimKey(
  em: EntityManager,
  { caller, key }: KeyOfRequest,
  contentHash: string,
): Promise<boolean> {
  const rows = await em.execute<unknown[]>(
    `with outdated as (delete from idempotency where (caller, key) in (
       select caller, key from idempotency
       where created_at < now() - ${KEPT} and (caller, key) <> (?, ?) limit ${SWEPT_AT_ONCE} for update skip locked))
     insert into idempotency as known (caller, key, content_hash, created_at) values (?, ?, ?, now())
     on conflict (caller, key) do update
       set content_hash = excluded.content_hash, status = null, headers = null, body = null, created_at = now()
       where known.created_at < now() - ${KEPT} or (known.status is null and known.created_at < now() - ${ABANDONED})
     returning 1`,
    [caller, key, caller, key, contentHash],
  );
  return rows.length === 1;
}

/** What stands under a key; null when it has been released. */
export function readKey(em: EntityManager, { caller, key }: KeyOfRequest): Promise<IdempotencyRow | null> {
  return em.findOne(IdempotencyEntity, { caller, key }, { refresh: true });
}

/** Keeps the first answer. */
export async function keepAnswer(
  em: EntityManager,
  { caller, key }: KeyOfRequest,
  answer: { status: number; headers: Record<string, string>; body: string | null },
): Promise<void> {
  await em.nativeUpdate(IdempotencyEntity, { caller, key }, answer);
}

/** Lets the next request with this key be the first. */
export async function releaseKey(em: EntityManager, { caller, key }: KeyOfRequest): Promise<void> {
  await em.nativeDelete(IdempotencyEntity, { caller, key });
}
