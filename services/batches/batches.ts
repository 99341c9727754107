import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify';
import {
  listBatches,
  listItems,
  readBatch,
  type BatchPosition,
  type ListedBatch,
  type ListedItem,
} from '../../db/queries/batches/reading.ts';
import {
  FINAL_BATCH_STATES,
  type BatchAsk,
  type BatchKind,
  type BatchState,
  type ItemOutcome,
} from '../../domain/batches.ts';
import { signal } from '../../temporal/calls.ts';
import { batchWorkflowId, cancelBatchSignal, pauseBatchSignal, resumeBatchSignal } from '../../temporal/contract.ts';
import { createCursors, toPage } from '../cursors.ts';
import type { Deps } from '../deps.ts';
import { instant } from '../orders/view.ts';
import { ProblemError } from '../problems/problems.ts';
import { reached } from '../reached.ts';
import { createReceiving } from './receiving.ts';

type Page = { limit: number; cursor?: string | undefined };

export type BatchService = ReturnType<typeof createBatchService>;

const ASKED = { running: resumeBatchSignal, paused: pauseBatchSignal, canceled: cancelBatchSignal };

const COLUMNS = ['index', 'order', 'outcome', 'code', 'detail', 'errors'];
const READ_AT_ONCE = 1_000;

/** Many orders, or facts of orders, posted at once: taken in here, carried out by the workflow of each. */
export function createBatchService(deps: Pick<Deps, 'orm' | 'temporal' | 'clock' | 'secretKeys'>) {
  const { orm, temporal, clock, secretKeys } = deps;
  const cursors = createCursors(secretKeys);
  const em = () => orm.em.fork();

  async function known(id: string): Promise<ListedBatch> {
    const batch = await readBatch(em(), id);
    if (!batch) throw new ProblemError('NOT_FOUND');
    return batch;
  }

  return {
    receive: createReceiving(deps),

    /** Problems: NOT_FOUND. */
    read: async (id: string): Promise<BatchView> => present(await known(id)),

    /** The last started first. Problems: INVALID_REQUEST for a forged cursor. */
    async list(filter: { kind?: BatchKind; state?: BatchState }, { limit, cursor }: Page) {
      const after = cursors.read<BatchPosition>('batches', cursor);
      const batches = await listBatches(em(), filter, { limit: limit + 1, after });
      return toPage(batches, limit, present, ({ startedAt, id }) => cursors.write('batches', { startedAt, id }));
    },

    /** In the sequence in which they were posted. Problems: NOT_FOUND, INVALID_REQUEST for a forged cursor. */
    async listItems(id: string, outcome: ItemOutcome | undefined, { limit, cursor }: Page) {
      await known(id);
      const list = `batch/${id}`;
      const after = cursors.read<number>(list, cursor) ?? -1;
      const items = await listItems(em(), id, outcome, { limit: limit + 1, after });
      return toPage(items, limit, presentItem, ({ index }) => cursors.write(list, index));
    },

    /** All of them as CSV (RFC 4180), read as it is taken. A text that a spreadsheet would take for a formula begins with an apostrophe. Problems: NOT_FOUND. */
    async itemsAsCsv(id: string, outcome: ItemOutcome | undefined): Promise<Readable> {
      await known(id);
      const options = { header: true, columns: COLUMNS, bom: true, escape_formulas: true } as const;
      const csv = stringify({ ...options, record_delimiter: 'windows' });
      const rows = Readable.from(rowsOf(id, outcome));
      return rows.on('error', (error) => csv.destroy(error)).pipe(csv);
    },

    /**
     * Has a batch pause, go on, or end where it is: what is done stays. What it is already is no error. Answers how it
     * stands, which can be as before for a moment. Problems: NOT_FOUND, BATCH_OVER, TEMPORAL_UNAVAILABLE.
     */
    async ask(id: string, asked: BatchAsk): Promise<BatchView> {
      const before = await known(id);
      if (FINAL_BATCH_STATES.includes(before.state)) return over(before, asked);
      const { kind } = await signal(temporal, batchWorkflowId(id), ASKED[asked], { at: clock() });
      if (kind === 'unanswered') throw new ProblemError('TEMPORAL_UNAVAILABLE');
      let batch = before;
      await reached(async () => {
        batch = await known(id);
        return FINAL_BATCH_STATES.includes(batch.state) || (batch.state === asked && !batch.halted);
      });
      return FINAL_BATCH_STATES.includes(batch.state) ? over(batch, asked) : present(batch);
    },
  };

  async function* rowsOf(id: string, outcome: ItemOutcome | undefined) {
    for (let after = -1; ;) {
      const items = await listItems(em(), id, outcome, { limit: READ_AT_ONCE, after });
      for (const item of items) yield asRow(item);
      if (items.length < READ_AT_ONCE) return;
      after = items.at(-1)!.index;
    }
  }
}

/** A batch as the API answers it; instants are ISO 8601 UTC. */
export type BatchView = Omit<ListedBatch, 'halted' | 'startedAt' | 'finishedAt'> & {
  startedAt: string;
  finishedAt: string | null;
};

/** What is canceled can be canceled again. Problems: BATCH_OVER. */
function over(batch: ListedBatch, asked: BatchAsk): BatchView {
  if (batch.state !== asked) throw new ProblemError('BATCH_OVER');
  return present(batch);
}

function present({ halted: _, startedAt, finishedAt, ...batch }: ListedBatch): BatchView {
  return { ...batch, startedAt: instant(startedAt), finishedAt: finishedAt === null ? null : instant(finishedAt) };
}

function presentItem({ index, order, outcome, problem, foretold }: ListedItem) {
  return { ...problem, ...foretold, index, order, outcome };
}

function asRow({ index, order, outcome, problem }: ListedItem) {
  const errors = (problem?.errors ?? []) as { pointer: string; message: string }[];
  return {
    ...{ index, order, outcome, code: problem?.code, detail: problem?.detail },
    errors: errors.map(({ pointer, message }) => `${pointer} ${message}`).join('; '),
  };
}
