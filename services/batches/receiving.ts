import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import {
  beginBatch,
  dropBatch,
  insertBatch,
  insertItems,
  keepBatch,
  type NewItem,
} from '../../db/queries/batches/receiving.ts';
import { MOST_BATCH_BYTES, MOST_ITEMS, type BatchKind } from '../../domain/batches.ts';
import type { By } from '../../domain/people/permissions.ts';
import { start } from '../../temporal/calls.ts';
import { batchWorkflowId, type BatchWorkflow } from '../../temporal/contract.ts';
import type { Deps } from '../deps.ts';
import { started } from '../outcomes.ts';
import { invalid, ProblemError } from '../problems/problems.ts';
import { asItemProblem } from './carrying-out.ts';

/** An item as it was read: what its own call would take, else why it takes it not. `order` is what it is about, where that can be said. */
export type ReadItem = { order: string | null; content: unknown } | { order: string | null; problem: ProblemError };

/** What was posted, item by item as it comes; `contentHash`, in hexadecimal, is asked when all has come. */
export type PostedBatch = {
  kind: BatchKind;
  preview: boolean;
  by: By;
  /** The `Idempotency-Key`; null where none was given. */
  key: string | null;
  items: AsyncIterable<ReadItem>;
  contentHash: () => string;
};

/** The kinds of files that batches come in. */
export const BATCH_FILES = ['application/json', 'application/x-ndjson', 'text/csv'] as const;

/** Reads a file as it comes: its items, and the hash of what has come, which is whole at the end. */
export type ReadBatchFile = (
  type: (typeof BATCH_FILES)[number],
  kind: BatchKind,
  body: Readable,
) => Pick<PostedBatch, 'items' | 'contentHash'>;

/** As much of what comes in is held before it is written. */
const WRITTEN_AT_ONCE = 500;
const HELD_CHARACTERS = 524_288;

/** A batch that is too large is refused whole. */
export function batchTooLarge(): ProblemError {
  const detail = `A batch has at most ${MOST_ITEMS.toLocaleString('en')} items and ${MOST_BATCH_BYTES / 1_048_576} MB; as JSON in one piece at most 1 MB.`;
  return new ProblemError('TOO_LARGE', { detail });
}

/**
 * Takes batches in: items are written as they come, and nobody sees any before all are there; then the workflow that carries
 * them out is started. What breaks off leaves nothing, or what the daily sweep deletes where this process died.
 */
export function createReceiving({ orm, temporal, clock }: Pick<Deps, 'orm' | 'temporal' | 'clock'>) {
  const em = () => orm.em.fork();

  /** Writes the items, and answers how many there are. */
  async function keepItems(id: string, items: AsyncIterable<ReadItem>): Promise<{ total: number; refused: number }> {
    let held: string[] = [];
    let characters = 0;
    let total = 0;
    let refused = 0;
    const write = async () => {
      if (held.length > 0) await insertItems(em(), id, `[${held.join()}]`);
      held = [];
      characters = 0;
    };
    for await (const item of items) {
      if (total === MOST_ITEMS) throw batchTooLarge();
      if ('problem' in item) refused += 1;
      const json = JSON.stringify(asNewItem(item, total));
      total += 1;
      held.push(json);
      characters += json.length;
      if (held.length === WRITTEN_AT_ONCE || characters > HELD_CHARACTERS) await write();
    }
    await write();
    if (total === 0) throw invalid([{ pointer: '/items', message: 'has at least one item' }]);
    return { total, refused };
  }

  async function begin(id: string, kind: BatchKind): Promise<void> {
    const outcome = await start<BatchWorkflow>(temporal, 'batch', {
      workflowId: batchWorkflowId(id),
      args: [{ id, kind }],
      staticSummary: `Batch of ${kind}`,
    });
    started(outcome);
    await beginBatch(em(), id);
  }

  /**
   * Answers the id of the batch, and whether it is that of an earlier one, as the key stands for the same. Problems: INVALID_REQUEST,
   * TOO_LARGE, IDEMPOTENCY_KEY_REUSED, TEMPORAL_UNAVAILABLE, and those of reading what was posted.
   */
  return async function receive({
    kind,
    preview,
    by,
    key,
    items,
    contentHash,
  }: PostedBatch): Promise<{ id: string; isRepeat: boolean }> {
    const id = randomUUID();
    let isKept = false;
    try {
      await insertBatch(em(), { id, kind, preview, by, key, startedAt: clock() });
      const counts = await keepItems(id, items);
      const hash = contentHash();
      const kept = await keepBatch(em(), { id, by, key }, { ...counts, contentHash: hash });
      isKept = kept.id === id;
      if (kept.contentHash !== hash) throw new ProblemError('IDEMPOTENCY_KEY_REUSED');
      if (!kept.isBegun) await begin(kept.id, kind);
      return { id: kept.id, isRepeat: !isKept };
    } finally {
      if (!isKept) await dropBatch(em(), id).catch(() => undefined);
    }
  };
}

function asNewItem(item: ReadItem, index: number): NewItem {
  const { order } = item;
  return 'problem' in item
    ? { index, order, content: null, problem: asItemProblem(item.problem) }
    : { index, order, content: item.content, problem: null };
}
