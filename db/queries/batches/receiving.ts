import type { EntityManager } from '@mikro-orm/postgresql';
import type { BatchKind, ItemProblem } from '../../../domain/batches.ts';
import type { By } from '../../../domain/people/permissions.ts';
import { executePrepared } from '../prepared.ts';
import { takeTurn } from '../turns.ts';

/** A batch as it begins to come in. */
export type NewBatch = { id: string; kind: BatchKind; preview: boolean; by: By; key: string | null; startedAt: number };

/** An item as it came in: its content, else why it could not be read. */
export type NewItem = {
  index: number;
  order: string | null;
  content: unknown;
  problem: ItemProblem | null;
};

/** Begins a batch, which nobody sees before it is whole. */
export async function insertBatch(em: EntityManager, batch: NewBatch): Promise<void> {
  const { id, kind, preview, by, key, startedAt } = batch;
  await em.execute(
    `insert into batches (id, kind, preview, "by", key, state, started_at) values (?, ?, ?, ?, ?, 'receiving', ?)`,
    [id, kind, preview, by, key, new Date(startedAt)],
  );
}

/** Keeps some items of a batch that comes in, as JSON of a list. */
export async function insertItems(em: EntityManager, batch: string, items: string): Promise<void> {
  await executePrepared(
    em,
    'insert-batch-items',
    `insert into batch_items (batch_id, "index", order_number, content, outcome, problem)
     select $1::uuid, "index", "order", case when problem is null then content end,
       case when problem is null then 'waiting' else 'refused' end, problem
     from jsonb_to_recordset($2::jsonb) as item("index" int, "order" text, content jsonb, problem jsonb)`,
    [batch, items],
  );
}

/** Which batch a key stands for: itself, or one that came before; with the hash of what that held, and whether its workflow is known to be started. */
export type KeptBatch = { id: string; contentHash: string; isBegun: boolean };

/** Ends the coming in of a batch, unless its key stands for another one. */
export async function keepBatch(
  em: EntityManager,
  { id, by, key }: Pick<NewBatch, 'id' | 'by' | 'key'>,
  { contentHash, total, refused }: { contentHash: string; total: number; refused: number },
): Promise<KeptBatch> {
  return em.transactional(async (tx) => {
    if (key !== null) {
      await takeTurn(tx, `batch/${by}/${key}`);
      const first = await tx.execute<KeptBatch[]>(
        `select id, content_hash as "contentHash", state <> 'received' as "isBegun" from batches where "by" = ? and key = ? and state <> 'receiving'`,
        [by, key],
      );
      if (first[0]) return first[0];
    }
    await tx.execute(`update batches set state = 'received', content_hash = ?, total = ?, refused = ? where id = ?`, [
      ...[contentHash, total, refused, id],
    ]);
    return { id, contentHash, isBegun: false };
  });
}

/** Leaves nothing of a batch that did not come in whole, or that came in before. One that was kept stays, whoever heard so. */
export async function dropBatch(em: EntityManager, id: string): Promise<void> {
  await em.execute(
    `with dropped as (delete from batches where id = ? and state = 'receiving' returning id)
     delete from batch_items where batch_id in (select id from dropped)`,
    [id],
  );
}

/** Shows a batch whose workflow was started; what that has shown meanwhile stays. */
export async function beginBatch(em: EntityManager, id: string): Promise<void> {
  await em.execute(`update batches set state = 'running' where id = ? and state = 'received'`, [id]);
}
