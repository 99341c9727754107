import type { EntityManager } from '@mikro-orm/postgresql';
import type { BatchCounts, BatchKind, BatchState, ItemResult } from '../../../domain/batches.ts';
import type { By } from '../../../domain/permissions.ts';
import { executePrepared } from '../prepared.ts';
import { WITHOUT_WAITING_FOR_DISK } from '../relaxed.ts';

/** A batch as far as carrying it out needs it; `goesOn` unless something else is asked than to run. */
export type WalkedBatch = { kind: BatchKind; preview: boolean; by: By; goesOn: boolean };

/** An item that waits, by its place in the batch; `order` names what it is about. */
export type WaitingItem = { index: number; order: string; content: unknown; putOff: number };

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
    `select "index", order_number as "order", content, put_off as "putOff" from batch_items
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
    `select "index", order_number as "order", content, put_off as "putOff" from batch_items
     where batch_id = ? and order_number = ? and "index" < ? and outcome = 'done' order by "index"`,
    [id, order, index],
  );
}

/**
 * Writes what an item came to, and counts it, once: what was written before stays. Answers whether the walk goes on. Not
 * waiting for the disk is enough: should it be lost, the item is judged again, which does nothing twice.
 */
export async function settleItem(
  em: EntityManager,
  id: string,
  index: number,
  result: Exclude<ItemResult, { outcome: 'waiting' }>,
): Promise<boolean> {
  const [batch] = await executePrepared<{ goesOn: boolean }>(
    em,
    'settle-batch-item',
    `${WITHOUT_WAITING_FOR_DISK}, settled as (
       update batch_items set outcome = $3, problem = $4::jsonb, foretold = $5::jsonb from relaxed
       where batch_id = $1 and "index" = $2 and outcome = 'waiting' returning outcome)
     update batches set done = done + (select count(*) from settled where outcome = 'done'),
       refused = refused + (select count(*) from settled where outcome = 'refused')
     where id = $1 returning state = 'running' and not halted as "goesOn"`,
    [
      ...[id, index, result.outcome],
      result.outcome === 'refused' ? JSON.stringify(result.problem) : null,
      result.outcome === 'done' && result.foretold ? JSON.stringify(result.foretold) : null,
    ],
  );
  return batch?.goesOn === true;
}

/** Has all that waits of an order come after what did not have to wait so often. */
export async function putOff(em: EntityManager, id: string, order: string): Promise<void> {
  await em.execute(
    `update batch_items set put_off = put_off + 1 where batch_id = ? and order_number = ? and outcome = 'waiting'`,
    [id, order],
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

/** Writes how a batch stands at an instant (epoch milliseconds), and lets walks go on where it runs. A final state stays. */
export async function showBatch(em: EntityManager, id: string, state: BatchState, atMs: number): Promise<void> {
  const isFinal = state === 'done' || state === 'canceled';
  await em.execute(
    `update batches set state = ?, halted = false, finished_at = ? where id = ? and state not in ('done', 'canceled')`,
    [state, isFinal ? new Date(atMs) : null, id],
  );
}
