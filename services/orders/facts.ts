import { keepFact, type FactContent } from '../../db/queries/orders/fact-contents.ts';
import { readFacts, type ToldFact } from '../../db/queries/orders/facts.ts';
import {
  acceptLine,
  checkDay,
  checkLines,
  daysInLines,
  type Metadata,
  type PostedLine,
} from '../../domain/order/accept.ts';
import { dayAt } from '../../domain/days.ts';
import { isOver } from '../../domain/order/capacity.ts';
import { decide } from '../../domain/order/decide.ts';
import { refuseTooMany } from '../../domain/order/delivering.ts';
import { passTime } from '../../domain/order/handle.ts';
import type { Order, OrderEvent, OrderFact } from '../../domain/order/order.ts';
import type { By } from '../../domain/permissions.ts';
import { boundariesOf, instantsOf } from '../../domain/terms.ts';
import { orderWorkflowId } from '../../temporal/contract.ts';
import type { Deps } from '../deps.ts';
import { byRule, invalid, ProblemError } from '../problems/problems.ts';
import { hashOfJson } from '../canonical.ts';
import { createKnownOrders, type KnownOrder } from './known.ts';
import { reached } from '../reached.ts';
import { checkTexts, referencesIn, textsIn } from '../text.ts';
import { signal } from '../../temporal/calls.ts';
import { notSignaled } from '../outcomes.ts';

export type PostedRenewal = { reference: string; endsOn: string; lines?: { line: string; capacity?: number }[] };
export type PostedExpansion = { reference: string; lines: PostedLine[]; metadata?: Metadata };

/** Whether what was taken shows already; it was taken either way. */
export type Applied = { applied: boolean };

export type OrderFactService = ReturnType<typeof createOrderFactService>;

/** With who states it. */
type Fact = Exclude<OrderFact, { type: 'unlock' }> & { by: By };

/** What each fact does to an order, as its journal says it. */
const DONE = {
  renew: 'renewed',
  expand: 'expanded',
  suspend: 'suspended',
  resume: 'resumed',
  cancel: 'canceled',
} as const satisfies Record<Fact['type'], OrderEvent['type']>;

/**
 * What the vendor states about an order. Facts are taken even when no worker runs; the order's own rules are tried first,
 * so that a caller normally hears a refusal at once. `by` is who states it. Problems of all: NOT_FOUND, ORDER_CANCELED, ORDER_ENDED,
 * TEMPORAL_UNAVAILABLE.
 */
export function createOrderFactService(deps: Deps) {
  const { orm, temporal, clock, catalogue } = deps;
  const { known: readKnown, newest } = createKnownOrders(deps);

  /** What the journal says of a reference: true when it was taken with this content. Problems: REFERENCE_TAKEN. */
  async function isTaken(number: string, type: 'renew' | 'expand', reference: string, contentHash: string) {
    const [told] = await readFacts(orm.em.fork(), number, [DONE[type]], reference);
    if (!told) return false;
    if (told.contentHash !== contentHash) throw referenceTaken(reference);
    return true;
  }

  /** `keep` is done once the rules take the fact, before the order is told. */
  async function state(
    { order, isWhole }: KnownOrder,
    fact: Fact,
    at: number,
    keep?: () => Promise<void>,
  ): Promise<Applied> {
    const isNews = tryFact(order, fact, at).length > 0;
    // What a projection says may be behind what was sent before, except that an order is over.
    if (!isNews && (isWhole || isOver(order))) return { applied: true };
    await keep?.();
    const before = await lastTold(order.number, fact);
    await send(order.number, fact, at);
    return {
      applied: await reached(async () => {
        const told = (await facts(order.number, fact)).find(({ seq }) => seq > before);
        if (told?.code) throw new ProblemError(told.code);
        return told !== undefined;
      }),
    };
  }

  function facts(number: string, fact: Fact): Promise<ToldFact[]> {
    const reference = 'reference' in fact ? fact.reference : undefined;
    return readFacts(orm.em.fork(), number, [DONE[fact.type], `${fact.type}-refused`], reference);
  }

  async function lastTold(number: string, fact: Fact): Promise<number> {
    return (await facts(number, fact))[0]?.seq ?? 0;
  }

  /** Keeps what was posted of a fact. Problems: REFERENCE_TAKEN where other content is kept. */
  async function keep(fact: FactContent): Promise<void> {
    const { contentHash } = await keepFact(orm.em.fork(), fact);
    if (contentHash !== fact.contentHash) throw referenceTaken(fact.reference);
  }

  /** A signal has the name of its fact. */
  async function send(number: string, { type, ...content }: Fact, at: number): Promise<void> {
    const outcome = await signal(temporal, orderWorkflowId(number), type, { ...content, at });
    if (outcome.kind !== 'signaled') throw notSignaled(outcome, (await readKnown(number)).order !== null);
  }

  return {
    /**
     * Sets a later last day, and reduces subscriptions. Problems: INVALID_REQUEST, REFERENCE_TAKEN, LINE_UNKNOWN,
     * NOTHING_TO_RENEW, RENEWAL_NOT_LATER, REINSTATEMENT_OVER, CAPACITY_NOT_REDUCED, PERPETUAL_NOT_REDUCED.
     */
    async renew(number: string, posted: PostedRenewal, by: By): Promise<Applied> {
      const at = clock();
      await readKnown(number);
      checkTexts({ '/reference': posted.reference });
      checkRenewal(posted);
      const contentHash = hashOfJson(posted);
      if (await isTaken(number, 'renew', posted.reference, contentHash)) return { applied: true };
      const known = await newest(number);
      const { timeZone, policy } = known.order;
      // What follows from the last day depends on the policy, which the order's own word alone tells.
      const boundaries = known.isWhole ? { boundaries: boundariesOf(posted.endsOn, timeZone, policy) } : {};
      return state(known, { type: 'renew', ...posted, contentHash, ...boundaries, by }, at);
    },

    /**
     * Delivers more lines, locked and announced on their own. Its metadata is kept here, and the order never hears of it.
     * Problems: INVALID_REQUEST, REFERENCE_TAKEN, TOO_MANY_LINES, LAST_DAY_MISSING.
     */
    async expand(number: string, posted: PostedExpansion, by: By): Promise<Applied> {
      const at = clock();
      await readKnown(number);
      checkTexts({ '/reference': posted.reference, ...textsIn(posted.metadata), ...referencesIn(posted.lines) });
      const contentHash = hashOfJson(posted);
      if (await isTaken(number, 'expand', posted.reference, contentHash)) return { applied: true };
      const errors = checkLines(posted.lines, catalogue, { datedByOrder: true });
      if (errors.length > 0) throw invalid(errors);
      const known = await newest(number);
      const { timeZone, policy } = known.order;
      const today = dayAt(at, timeZone);
      const lines = posted.lines.map((line) => acceptLine(line, today));
      const impossible = daysInLines(lines, today);
      if (impossible.length > 0) throw invalid(impossible);
      const instants = known.isWhole ? { instants: lines.map((line) => instantsOf(line, timeZone, policy)) } : {};
      const { reference } = posted;
      const fact = { type: 'expand', reference, contentHash, lines, ...instants, by } as const;
      return state(known, fact, at, () =>
        keep({ order: number, kind: 'expand', reference, contentHash, content: posted, by, at }),
      );
    },

    /** Suspends an order: license documents say so. */
    async suspend(number: string, reason: string, by: By): Promise<Applied> {
      checkTexts({ '/reason': reason });
      return state(await newest(number), { type: 'suspend', reason, by }, clock());
    },

    /** Takes a suspension back. */
    async resume(number: string, by: By): Promise<Applied> {
      return state(await newest(number), { type: 'resume', by }, clock());
    },

    /** Cancels an order for good; canceling again is no error. */
    async cancel(number: string, reason: string, by: By): Promise<Applied> {
      checkTexts({ '/reason': reason });
      return state(await newest(number), { type: 'cancel', reason, by }, clock());
    },
  };
}

/** What a fact would do, by the order's own rules; a refusal is a problem. */
function tryFact(order: Order, fact: Fact, atMs: number): OrderEvent[] {
  return byRule(() => {
    const events = decide(passTime(order, atMs).order, fact, atMs);
    // Rules 1 take as many as come; whoever posts them hears the bound at once.
    if (fact.type === 'expand' && events.length > 0) refuseTooMany(order, fact.lines);
    return events;
  });
}

function referenceTaken(reference: string): ProblemError {
  return new ProblemError('REFERENCE_TAKEN', { details: { reference } });
}

function checkRenewal({ endsOn, lines = [] }: PostedRenewal): void {
  const named = lines.map(({ line }) => line);
  const errors = [
    ...checkDay(endsOn, '/endsOn'),
    ...named.flatMap((line, index) =>
      named.indexOf(line) === index ? [] : [{ pointer: `/lines/${index}/line`, message: 'is named twice' }],
    ),
  ];
  if (errors.length > 0) throw invalid(errors);
}
