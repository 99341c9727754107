import type { EntityManager } from '@mikro-orm/postgresql';
import type { BatchKind, BatchState, ItemOutcome, ItemProblem } from '../../../domain/batches.ts';
import type { By } from '../../../domain/people/permissions.ts';
import { allOf, where } from '../conditions.ts';
import { inMs } from '../instants.ts';

/** A batch as its callers see it; instants in epoch milliseconds. */
export type ListedBatch = {
  id: string;
  kind: BatchKind;
  preview: boolean;
  state: BatchState;
  /** Whether it is about to stand otherwise. */
  halted: boolean;
  total: number;
  done: number;
  refused: number;
  by: By;
  startedAt: number;
  finishedAt: number | null;
};

export type BatchPosition = Pick<ListedBatch, 'startedAt' | 'id'>;

/** An item, and what became of it. */
export type ListedItem = {
  index: number;
  order: string | null;
  outcome: ItemOutcome;
  problem: ItemProblem | null;
  foretold: object | null;
};

const BATCH = `select id, kind, preview, state, halted, total, done, refused, "by",
  ${inMs('started_at')} as "startedAt", ${inMs('finished_at')} as "finishedAt" from batches`;

/** What is still being read in is not there yet. */
const IS_SEEN = `state not in ('receiving', 'received')`;

export async function readBatch(em: EntityManager, id: string): Promise<ListedBatch | null> {
  const [batch] = await em.execute<ListedBatch[]>(`${BATCH} where id::text = ? and ${IS_SEEN}`, [id]);
  return batch ?? null;
}

/** The last started first, after one. */
export function listBatches(
  em: EntityManager,
  { kind, state }: { kind?: BatchKind | undefined; state?: BatchState | undefined },
  { limit, after }: { limit: number; after: BatchPosition | null },
): Promise<ListedBatch[]> {
  const conditions = allOf([
    { sql: IS_SEEN, values: [] },
    ...where(kind, 'kind = ?'),
    ...where(state, 'state = ?'),
    ...(after === null
      ? []
      : [{ sql: '(started_at, id) < (?, ?::uuid)', values: [new Date(after.startedAt), after.id] }]),
  ]);
  return em.execute(`${BATCH} where ${conditions.sql} order by started_at desc, id desc limit ?`, [
    ...conditions.values,
    limit,
  ]);
}

/** Items of a batch by their places, after one. */
export function listItems(
  em: EntityManager,
  batch: string,
  outcome: ItemOutcome | undefined,
  { limit, after }: { limit: number; after: number },
): Promise<ListedItem[]> {
  const { sql, values } = allOf([
    { sql: 'batch_id = ? and "index" > ?', values: [batch, after] },
    ...where(outcome, 'outcome = ?'),
  ]);
  return em.execute(
    `select "index", order_number as "order", outcome, problem, foretold from batch_items
     where ${sql} order by "index" limit ?`,
    [...values, limit],
  );
}
