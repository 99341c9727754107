import type { EntityManager } from '@mikro-orm/postgresql';
import {
  FINAL_BATCH_STATES,
  type BatchCounts,
  type BatchKind,
  type BatchState,
  type ItemResult,
} from '../../../domain/batches.ts';
import type { By } from '../../../domain/people/permissions.ts';
import { executePrepared } from '../prepared.ts';
import { WITHOUT_WAITING_FOR_DISK } from '../relaxed.ts';

/** A batch as far as carrying it out needs it; `goesOn` unless something else is asked than to run. */
export type WalkedBatch = { kind: BatchKind; preview: boolean; by: By; goesOn: boolean };

/** An item that waits, by its place in the batch; `order` names what it is about. */
export type WaitingItem = { index: number; order: string; content: unknown; failed: number };

/** Null where there is none, or none any more. */
export async function readWalked(em: EntityManager, id: string): Promise<WalkedBatch | null> {
  const [batch] = await em.execute<WalkedBatch[]>(
    `select kind, preview, "by", state = 'running' and not halted as "goesOn" from batches where id = ?`,
    [id],
  );
  return batch ?? null;
}

/** The items whose turn comes next. Those of one order are in sequence, and are put off together. */
export function readWaiting(em: EntityManager, id: string, limit: number): Promise<WaitingItem[]> {
  return em.execute<WaitingItem[]>(
    `select "index", order_number as "order", content, failed from batch_items
     where batch_id = ? and outcome = 'waiting' order by put_off, "index" limit ?`,
    [id, limit],
  );
}

/** What of an order was done before an item, in sequence. */
export function readDoneBefore(
  em: EntityManager,
  id: string,
  { order, index }: Pick<WaitingItem, 'order' | 'index'>,
): Promise<WaitingItem[]> {
  return em.execute<WaitingItem[]>(
    `select "index", order_number as "order", content, failed from batch_items
     where batch_id = ? and order_number = ? and "index" < ? and outcome = 'done' order by "index"`,
    [id, order, index],
  );
}

/** What an item came to for good. */
export type SettledItem = { index: number; result: Exclude<ItemResult, { outcome: 'waiting' }> };

/**
 * Writes what items came to, and counts them, once: what was written before stays. Answers whether the walk goes on. Not
 * waiting for the disk is enough: should it be lost, they are judged again, which does nothing twice. They are inserted, though
 * all are there, as the primary key leads to what is in conflict, however few of the batch PostgreSQL takes to wait.
 */
export async function settleItems(em: EntityManager, id: string, items: readonly SettledItem[]): Promise<boolean> {
  const [batch] = await executePrepared<{ goesOn: boolean }>(
    em,
    'settle-batch-items',
    `${WITHOUT_WAITING_FOR_DISK}, settled as (
       insert into batch_items as item (batch_id, "index", outcome, problem, foretold)
       select $1::uuid, came.* from relaxed, jsonb_to_recordset($2::jsonb) came ("index" int, outcome text, problem jsonb, foretold jsonb)
       order by 2 on conflict (batch_id, "index") do update
         set outcome = excluded.outcome, problem = excluded.problem, foretold = excluded.foretold
         where item.outcome = 'waiting' returning outcome)
     update batches set done = done + (select count(*) from settled where outcome = 'done'),
       refused = refused + (select count(*) from settled where outcome = 'refused')
     where id = $1 returning state = 'running' and not halted as "goesOn"`,
    [id, JSON.stringify(items.map(({ index, result }) => ({ index, ...result })))],
  );
  return batch?.goesOn === true;
}

/**
 * Has all that waits of an item's order come after what did not have to wait so often, and counts where it failed. No index of
 * what waits answers there, which could be the whole batch.
 */
export async function putOff(
  em: EntityManager,
  id: string,
  { order, index }: Pick<WaitingItem, 'order' | 'index'>,
  hasFailed: boolean,
): Promise<void> {
  await executePrepared(
    em,
    'put-batch-items-off',
    `update batch_items set put_off = put_off + 1, failed = failed + case when "index" = $3 and $4 then 1 else 0 end
     where batch_id = $1 and order_number = $2 and outcome || '' = 'waiting'`,
    [id, order, index, hasFailed],
  );
}

/** How many items came to what; none wait of a batch that is not there any more. */
export async function countItems(em: EntityManager, id: string): Promise<BatchCounts> {
  const [counts] = await em.execute<BatchCounts[]>(
    'select done, refused, total - done - refused as waiting from batches where id = ?',
    [id],
  );
  return counts ?? { done: 0, refused: 0, waiting: 0 };
}

/** Has a walk that goes on begin nothing more. */
export async function haltBatch(em: EntityManager, id: string): Promise<void> {
  await em.execute('update batches set halted = true where id = ?', [id]);
}

/**
 * Writes how a batch stands, as its workflow decided it at an instant (epoch milliseconds), and lets walks go on where it
 * runs. A final state stays, and so does what was decided later: whoever writes may come late. It is not done while an item
 * waits. Answers whether it stands so.
 */
export async function showBatch(em: EntityManager, id: string, state: BatchState, atMs: number): Promise<boolean> {
  const at = new Date(atMs);
  const finishedAt = FINAL_BATCH_STATES.includes(state) ? at : null;
  await em.execute(
    `update batches set state = ?, shown_at = ?, halted = false, finished_at = ? where id = ?
       and not state = any(?::text[]) and (shown_at is null or shown_at <= ?)
       and (? <> 'done' or not exists (select from batch_items where batch_id = batches.id and outcome = 'waiting'))`,
    [state, at, finishedAt, id, `{${FINAL_BATCH_STATES.join()}}`, at, state],
  );
  const [batch] = await em.execute<{ state: BatchState }[]>('select state from batches where id = ?', [id]);
  return batch === undefined || batch.state === state;
}
