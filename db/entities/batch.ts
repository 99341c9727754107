import { defineEntity, p } from '@mikro-orm/core';
import { BATCH_KINDS, BATCH_STATES } from '../../domain/batches.ts';

/** Before its workflow starts: while it is being read, and when it is whole. Nobody sees it then. */
const UNSEEN_STATES = ['receiving', 'received'] as const;

/**
 * Many orders, or facts of orders, that were posted at once. Written by the API until its workflow is started, by that
 * workflow from then on.
 */
export const BatchEntity = defineEntity({
  name: 'Batch',
  tableName: 'batches',
  properties: {
    id: p.uuid().primary(),
    kind: p.enum(BATCH_KINDS),
    preview: p.boolean(),
    by: p.text(),
    /** The `Idempotency-Key` that it was posted with; it stands for this batch as long as that is kept. */
    key: p.text().nullable(),
    /** SHA-256 of what was posted: decides whether a repeat is the same batch. */
    contentHash: p.text().nullable(),
    state: p.enum([...UNSEEN_STATES, ...BATCH_STATES]),
    /** Whether a walk is to begin nothing more, as something else was asked meanwhile. */
    halted: p.boolean(),
    /** When its workflow decided what stands here: what it decided before comes too late. */
    shownAt: p.datetime().nullable(),
    total: p.integer(),
    done: p.integer(),
    refused: p.integer(),
    startedAt: p.datetime().index(),
    finishedAt: p.datetime().nullable(),
  },
});
