import type { EntityManager } from '@mikro-orm/postgresql';
import type { AccountKind } from '../../../domain/people/permissions.ts';
import type { Attempt } from '../../../domain/webhook/attempt.ts';
import type { DeliveryState, Placed } from '../../../domain/webhook/delivery.ts';
import type { Endpoint, Tried } from '../../../domain/webhook/judge.ts';
import { appendAccountEvent } from '../accounts/events.ts';
import { inMs, instant } from '../instants.ts';
import { SIGNS } from './webhooks.ts';

/** Of each event so many attempts are kept, the last ones. */
const ATTEMPTS_KEPT = 20;

/** A webhook while somebody delivers to it; who holds the number of an earlier turn writes nothing any more. */
export type Turn = {
  id: string;
  turn: number;
  account: { id: string; kind: AccountKind };
  url: string;
  types: string[] | null;
  /** Up to where of the feed each event has become a delivery. */
  position: number;
  /** How often it was disabled by what it answered. */
  disablings: number;
  endpoint: Endpoint;
  secrets: { version: number; key: string }[];
};

/**
 * Begins a turn at an instant: whoever delivered until now writes nothing any more. It leaves the mark of who sleeps alone,
 * which could be of a later turn that is over already: whoever wakes takes it. Null where the webhook was removed.
 */
export async function takeTurnAt(em: EntityManager, id: string, at: Date): Promise<Turn | null> {
  const [turn] = await em.execute<Turn[]>(
    `with taken as (
       update webhooks set turn = turn + 1 where id = ? and removed_at is null returning *)
     select w.id, w.turn, jsonb_build_object('id', a.id, 'kind', a.kind) as account, w.url, w.types,
       w.position::float8 as position, w.disablings, (${SIGNS}) as secrets, jsonb_build_object(
         'disabledFor', w.disabled_for, 'failures', w.failures, 'retryAt', ${inMs('w.retry_at')}, 'takenAt', ${inMs('w.taken_at')},
         'waitingStreams', (select count(*) from (${HEADS}) head where head.failures > 0)) as endpoint
     from taken w join accounts a on a.id = w.account_id`,
    [id, at],
  );
  return turn ?? null;
}

/** In SQL, the first event of each stream that waits at a webhook `w`. */
const HEADS = `select distinct on (stream) stream, position, failures, retry_at from webhook_deliveries d
  where d.webhook_id = w.id and d.state = 'waiting' order by stream, position`;

/** A delivery that waits, or that is asked for again. */
export type StoredDelivery = Placed & Tried & { state: DeliveryState };

const STORED = `d.event, d.position::float8 as position, d.stream, d.seq, d.type, d.state, d.failures,
  ${inMs('d.first_failed_at')} as "firstFailedAt"`;

/** What of the streams that wait is due at an instant: each from its first event on, so many events at most. */
export function dueDeliveries(em: EntityManager, id: string, at: Date, limit: number): Promise<StoredDelivery[]> {
  return em.execute<StoredDelivery[]>(
    `with w as (select ?::text as id), heads as (select head.* from w cross join lateral (${HEADS}) head),
     due as (select stream from heads where retry_at is null or retry_at <= ? order by position limit ?)
     select ${STORED} from w, webhook_deliveries d join due using (stream)
     where d.webhook_id = w.id and d.state = 'waiting'
     order by row_number() over (partition by d.stream order by d.position), d.position limit ?`,
    [id, at, limit, limit],
  );
}

/** What people asked to have delivered again, the first asked first. */
export function askedDeliveries(em: EntityManager, id: string, limit: number): Promise<StoredDelivery[]> {
  return em.execute<StoredDelivery[]>(
    `select ${STORED} from webhook_deliveries d where d.webhook_id = ? and d.asked_at is not null
     order by d.asked_at, d.position limit ?`,
    [id, limit],
  );
}

/** Which of some streams wait at a webhook. */
export async function waitingStreams(em: EntityManager, id: string, streams: readonly string[]): Promise<Set<string>> {
  const rows = await em.execute<{ stream: string }[]>(
    `select distinct d.stream from webhook_deliveries d
     where d.webhook_id = ? and d.state = 'waiting' and d.stream in (select jsonb_array_elements_text(?::jsonb))`,
    [id, JSON.stringify(streams)],
  );
  return new Set(rows.map(({ stream }) => stream));
}

/** When the first of the streams that wait is due (epoch milliseconds); null where none has a time. */
export async function nextDue(em: EntityManager, id: string): Promise<number | null> {
  const [next] = await em.execute<{ at: number | null }[]>(
    `with w as (select ?::text as id) select min(${inMs('head.retry_at')}) as at from w cross join lateral (${HEADS}) head`,
    [id],
  );
  return next?.at ?? null;
}

/** What became of an event, and the attempt by which; null where none was made. */
export type Settled = Placed & Tried & { state: DeliveryState; retryAt: number | null; attempt: Attempt | null };

/** Writes down what a turn came to, in one transaction; false where another turn has begun, which then counts alone. */
export async function settleTurn(
  em: EntityManager,
  { id, turn, account }: Turn,
  { endpoint, position, settled, at }: { endpoint: Endpoint; position: number; settled: readonly Settled[]; at: Date },
): Promise<boolean> {
  const { disabledFor, failures, retryAt, takenAt } = endpoint;
  return em.transactional(async (tx) => {
    const [written] = await tx.execute<{ disablings: number; isNew: boolean }[]>(
      `update webhooks set position = ?, failures = ?, retry_at = ?, taken_at = ?,
         state = case when ?::text is null then state else 'disabled' end, disabled_for = ?,
         disablings = disablings + case when ?::text is null then 0 else 1 end
       where id = ? and turn = ? returning disablings, new.state <> old.state as "isNew"`,
      [
        ...[position, failures, instant(retryAt), instant(takenAt)],
        ...[disabledFor, disabledFor, disabledFor, id, turn],
      ],
    );
    if (!written) return false;
    if (settled.length > 0) await putDeliveries(tx, id, settled, at);
    if (written.isNew && disabledFor !== null && disabledFor !== 'asked')
      await appendAccountEvent(
        tx,
        account.id,
        { cause: `webhook-disabled/${id}/${written.disablings}`, at },
        { type: 'webhook-disabled', webhook: id, because: disabledFor, by: `webhook/${id}` },
      );
    return true;
  });
}

async function putDeliveries(tx: EntityManager, id: string, settled: readonly Settled[], at: Date): Promise<void> {
  const rows = settled.map(({ attempt, firstFailedAt, retryAt, ...row }) => ({
    ...row,
    attempts: attempt === null ? [] : [attempt],
    firstFailedAt: instant(firstFailedAt),
    retryAt: instant(retryAt),
  }));
  await tx.execute(
    `insert into webhook_deliveries as known (webhook_id, event, position, stream, seq, type, state, failures,
       first_failed_at, retry_at, attempts, created_at)
     select ?, event, position, stream, seq, type, state, failures, "firstFailedAt", "retryAt", attempts, ?
     from jsonb_to_recordset(?::jsonb) as given (event text, position bigint, stream text, seq int, type text, state text,
       failures int, "firstFailedAt" timestamptz, "retryAt" timestamptz, attempts jsonb)
     on conflict (webhook_id, event) do update set position = excluded.position, state = excluded.state,
       failures = excluded.failures, first_failed_at = excluded.first_failed_at, retry_at = excluded.retry_at, asked_at = null,
       attempts = (select coalesce(jsonb_agg(attempt order by place), '[]') from (
         select attempt, place from jsonb_array_elements(known.attempts || excluded.attempts) with ordinality each (attempt, place)
         order by place desc limit ${ATTEMPTS_KEPT}) kept)`,
    [id, at, JSON.stringify(rows)],
  );
}

/** Notes that nobody delivers from now on until the workflow is woken; false where another turn has begun. */
export async function fallAsleep(em: EntityManager, { id, turn }: Turn): Promise<boolean> {
  const noted = await em.execute<unknown[]>('update webhooks set asleep = true where id = ? and turn = ? returning 1', [
    id,
    turn,
  ]);
  return noted.length > 0;
}
