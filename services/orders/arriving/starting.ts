import { inBatches } from '../../../db/in-batches.ts';
import {
  noteNotStarted,
  noteStarted,
  queueAgain,
  readUnstarted,
  STARTED_AS_ANOTHER,
  type UnstartedOrder,
} from '../../../db/queries/orders/unstarted.ts';
import { beginningOf, firstDeadline, type AcceptedOrder } from '../../../domain/order/arriving/accept.ts';
import { sellerOf } from '../../../domain/order/arriving/seller.ts';
import { memoOf, reasonOf, start, type Started } from '../../../temporal/calls.ts';
import { CONTENT_HASH, orderWorkflowId, REQUEST_ID, type OrderWorkflow } from '../../../temporal/contract.ts';
import { inTrace } from '../../../temporal/traces.ts';
import { SEARCH_ATTRIBUTES } from '../../../temporal/search-attributes.ts';
import type { Deps } from '../../deps.ts';
import { ProblemError } from '../../problems/problems.ts';

/** What fails for a reason of its own is tried again after this long, twice as long each time, at most so long. */
const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 60_000;

/** Whoever starts many has them noted together. */
const NOTED = { callsAtOnce: 1, itemsAtOnce: 100 };

/** What became of an attempt: its workflow is there, was started with another content, or Temporal did not answer. */
export type Attempt = 'started' | 'other' | Exclude<Started['kind'], 'started'>;

/** How an order that was kept starts, whoever comes to do it: as often as that is tried, it has one workflow. */
export function createStarting({
  orm,
  temporal,
  clock,
  startsEagerly = false,
}: Pick<Deps, 'orm' | 'temporal' | 'clock' | 'startsEagerly'>) {
  const em = () => orm.em.fork();
  const note = inBatches(
    async (numbers: string[]) => {
      await noteStarted(em(), numbers);
      return numbers;
    },
    () => [],
    NOTED,
  );

  /** Tries it once; what goes wrong for a reason of the order's own is thrown. The mark that it started is the caller's to set. */
  async function attempt(order: UnstartedOrder, withinMs?: number): Promise<Attempt> {
    // Temporal forgets what is over. What shows here has begun, or stood here before the database was restored.
    if (order.hasBegun) return 'started';
    const { number } = order.content;
    const outcome = await inTrace(order.trace, () =>
      start<OrderWorkflow>(temporal, 'order', startOf(order, startsEagerly), withinMs),
    );
    if (outcome.kind === 'unanswered' || outcome.isNew) return outcome.kind;
    const memo = await memoOf(temporal, orderWorkflowId(number));
    if (memo === null) return 'unanswered';
    // Those that a former version started do not say.
    return [undefined, order.contentHash].includes(memo[CONTENT_HASH] as string | undefined) ? 'started' : 'other';
  }

  /** Keeps why an order could not be started, and has it tried again later. */
  async function noteFailure({ content, failures }: UnstartedOrder, error: unknown): Promise<void> {
    const pauseMs = Math.min(FIRST_PAUSE_MS * 2 ** Math.min(failures, 10), LONGEST_PAUSE_MS);
    await noteNotStarted(em(), content.number, reasonOf(error), pauseMs);
  }

  /** Keeps that Temporal has another order of this number: no attempt can help. */
  const noteOther = ({ content }: UnstartedOrder): Promise<void> =>
    noteNotStarted(em(), content.number, STARTED_AS_ANOTHER, null);

  /**
   * Starts an order now, for whoever has something to tell it; one that has started is left alone. Problems:
   * TEMPORAL_UNAVAILABLE, ORDER_NUMBER_TAKEN where Temporal has another order of this number.
   */
  async function startNow(number: string, withinMs?: number): Promise<void> {
    const order = await readUnstarted(em(), number, clock());
    if (order) await startKept(order, withinMs);
  }

  /** The same for whoever has just kept it. Problems: those of starting it now. */
  async function startKept(order: UnstartedOrder, withinMs?: number): Promise<void> {
    const outcome = await attempt(order, withinMs).catch(async (error: unknown) => {
      await noteFailure(order, error);
      throw error;
    });
    if (outcome === 'other') {
      await noteOther(order);
      throw new ProblemError('ORDER_NUMBER_TAKEN');
    }
    if (outcome === 'unanswered') throw new ProblemError('TEMPORAL_UNAVAILABLE');
    await note(order.content.number);
  }

  return {
    attempt,
    noteFailure,
    noteOther,
    startKept,
    startNow,

    /** Starts an order that was kept, shows nowhere else, and may not be in line any more. Problems: those of starting it now. */
    async startAgain(this: void, number: string): Promise<void> {
      await queueAgain(em(), number);
      await startNow(number);
    },
  };
}

function startOf({ content, contentHash, agreed, requestId }: UnstartedOrder, requestEagerStart: boolean) {
  const { number, customer, lines } = content;
  const beginning = beginningOf(content, agreed ?? undefined);
  const deadline = firstDeadline(beginning);
  return {
    ...{ workflowId: orderWorkflowId(number), requestEagerStart, args: [beginning] as Parameters<OrderWorkflow> },
    memo: { [CONTENT_HASH]: contentHash, ...(requestId !== null && { [REQUEST_ID]: requestId }) },
    typedSearchAttributes: [
      { key: SEARCH_ATTRIBUTES.OrderStage, value: 'locked' },
      { key: SEARCH_ATTRIBUTES.CustomerId, value: customer.id },
      { key: SEARCH_ATTRIBUTES.ResellerId, value: sellerOf(content).id },
      { key: SEARCH_ATTRIBUTES.Applications, value: [...new Set(lines.map((line) => line.application))] },
      ...(deadline === null ? [] : [{ key: SEARCH_ATTRIBUTES.NextDeadline, value: new Date(deadline) }]),
    ],
    staticSummary: `Order ${number} of ${customer.id}`,
    staticDetails: describe(content),
  };
}

function describe({ customer, reseller, distributor, lines, placedAt }: AcceptedOrder): string {
  const rows = lines.map(
    ({ application, license, capacity, startsOn, endsOn }) =>
      `| ${application} | ${license} | ${capacity} | ${startsOn} | ${endsOn ?? 'perpetual'} |`,
  );
  const sellers = [reseller, distributor].flatMap((party) => (party ? [party.id] : []));
  const how = sellers.length > 0 ? `through ${sellers.join(' and ')}` : 'directly';
  return [
    `Sold to ${customer.id} ${how}, placed at ${placedAt}.`,
    '',
    '| application | license | capacity | first day | last day |',
    '|---|---|---|---|---|',
    ...rows,
  ].join('\n');
}
