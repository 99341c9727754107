import type { BatchKind, CarryOut, ItemProblem } from '../../domain/batches.ts';
import type { PostedOrder } from '../../domain/order/arriving/accept.ts';
import { VENDOR, type Caller } from '../../domain/people/permissions.ts';
import type { Log } from '../../mail/post.ts';
import { hashOfJson } from '../canonical.ts';
import type { Deps } from '../deps.ts';
import {
  createOrderFactService,
  type OrderFactService,
  type PostedCancellation,
  type PostedExpansion,
  type PostedRenewal,
} from '../orders/facts.ts';
import { createIntake } from '../orders/arriving/intake.ts';
import { createOrderService } from '../orders/orders.ts';
import type { Preview } from '../orders/preview.ts';
import type { Foretold, Stated, Stating } from '../orders/stating.ts';
import { caught } from '../problems/caught.ts';
import { describeProblem, ProblemError } from '../problems/problems.ts';

type FactKind = Exclude<BatchKind, 'orders'>;

/** What goes wrong here again and again is answered as the single call would: it is to hold up nobody. */
const MOST_FAILURES = 5;

/**
 * Does what an item of a batch says, as its own call would, by the same services. What cannot be decided at this moment, or
 * does not show yet, waits.
 */
export function createCarryOut(
  deps: Pick<Deps, 'orm' | 'temporal' | 'clock' | 'catalogue' | 'secretKeys' | 'startsEagerly'> & {
    log: Pick<Log, 'error'>;
  },
) {
  const { takeInToStart } = createIntake(deps);
  const orders = createOrderService(deps);
  const facts = createOrderFactService(deps);

  return {
    carryOut: answering(async ({ kind, content, by }) => {
      if (kind === 'orders') {
        const start = await takeInToStart(content as PostedOrder, by);
        return { outcome: 'done', begin: () => start().then(hasBegun, canBegin) };
      }
      const stated = await state(facts, kind, content, { by });
      return { outcome: 'applied' in stated && !stated.applied ? 'waiting' : 'done' };
    }),

    /** What items of one order would do, each as if those before had happened; nothing happens. */
    foretellInSequence: (): CarryOut => {
      const after: Foretold = {};
      let placed: string | null = null;

      /** An order is posted once: the same again does nothing, another one under its number is refused. */
      async function place(posted: PostedOrder, caller: Caller): Promise<Preview | null> {
        const hash = hashOfJson(posted);
        if (placed === hash) return null;
        if (placed !== null) throw new ProblemError('ORDER_NUMBER_TAKEN');
        const preview = await orders.previewOrder(caller, posted);
        placed = hash;
        return preview;
      }

      return answering(async ({ kind, content, by }) => {
        const caller: Caller = { by, account: { id: VENDOR, kind: 'vendor' }, role: 'administrator', scopes: null };
        const told =
          kind === 'orders'
            ? await place(content as PostedOrder, caller)
            : ((await state(facts, kind, content, { by, preview: caller, after })) as Preview);
        const { events, mails } = told ?? { events: [], mails: [] };
        return { outcome: 'done', foretold: { events, mails } };
      });
    },
  };

  /** What was taken is done, whatever keeps it from starting: that is noted, and it is tried again. */
  function canBegin(error: unknown): boolean {
    return caught(error, deps.log).code !== 'TEMPORAL_UNAVAILABLE';
  }

  /** A problem becomes a refusal, unless it is one of this moment. */
  function answering(carry: CarryOut): CarryOut {
    return async (item) => {
      try {
        return await carry(item);
      } catch (error) {
        const problem = caught(error, deps.log);
        const { status } = describeProblem(problem);
        const hasFailed = problem.code === 'INTERNAL';
        const isOver = hasFailed && item.failed >= MOST_FAILURES;
        if (status >= 500 && !isOver) return { outcome: 'waiting', hasFailed };
        return { outcome: 'refused', problem: asItemProblem(problem) };
      }
    };
  }
}

const hasBegun = () => true;

function state(facts: OrderFactService, kind: FactKind, content: unknown, stating: Stating): Promise<Stated> {
  const { order, ...posted } = content as { order: string };
  switch (kind) {
    case 'renewals':
      return facts.renew(order, posted as PostedRenewal, stating);
    case 'expansions':
      return facts.expand(order, posted as PostedExpansion, stating);
    case 'cancellations':
      return facts.cancel(order, posted as PostedCancellation, stating);
  }
}

/** A problem as an item has it: a batch is answered as a whole, so that an item has no status. */
export function asItemProblem(problem: ProblemError): ItemProblem {
  const { title: _title, status: _status, ...about } = describeProblem(problem).body;
  return about;
}
