import { defineEntity, p } from '@mikro-orm/core';
import { ITEM_OUTCOMES, type ItemProblem } from '../../domain/batches.ts';

/** An item of a batch, as it was posted, and what became of it. */
export const BatchItemEntity = defineEntity({
  name: 'BatchItem',
  tableName: 'batch_items',
  properties: {
    batchId: p.uuid().primary(),
    index: p.integer().primary(),
    /** The order that it is about; null where that could not be read. */
    orderNumber: p.text().nullable(),
    /** The body of its own call, of a fact with `order`; null where it could not be read. */
    content: p.json<unknown>().nullable(),
    outcome: p.enum(ITEM_OUTCOMES),
    /** Why it was refused. */
    problem: p.json<ItemProblem>().nullable(),
    /** What it would do, in a preview. */
    foretold: p.json<unknown>().nullable(),
    /** How often its order had to wait: those that did come after those that did not. */
    putOff: p.integer(),
    /** How often it went wrong here, which is not so often that nobody else would have to wait for it. */
    failed: p.integer(),
  },
});
