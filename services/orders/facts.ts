import { dayAt, startOfDay, type Day } from '../../domain/days.ts';
import {
  acceptLine,
  checkDay,
  checkLines,
  daysInLines,
  type InputError,
  type Metadata,
  type PostedLine,
} from '../../domain/order/arriving/accept.ts';
import type { Withdrawal } from '../../domain/order/facts.ts';
import type { Order } from '../../domain/order/order.ts';
import type { UndatedLine } from '../../domain/order/arriving/sold.ts';
import { boundariesOf, endOf, instantsOf } from '../../domain/catalogue/terms.ts';
import { hashOfJson } from '../canonical.ts';
import type { Deps } from '../deps.ts';
import { refuseInvalid } from '../problems/problems.ts';
import { checkTexts, referencesIn, textsIn } from '../text.ts';
import { createStating, type Stated, type Stating } from './stating.ts';

/** Whether a last day is meant that is far away: no part of what is stated. */
type Confirmed = { confirmFar?: boolean };

export type PostedRenewal = Confirmed & {
  reference: string;
  endsOn: string;
  lines?: { line: string; capacity?: number }[];
};
export type PostedExpansion = Confirmed & { reference: string; lines: PostedLine[]; metadata?: Metadata };

/** All lines, or those named, now or from a day on; a reference of its own tells it from other cancellations. */
export type PostedCancellation = { reference?: string; reason: string; lines?: string[]; on?: string };

/** What a cancellation is called that names no reference. */
const CANCELLATION = 'cancellation';

export type OrderFactService = ReturnType<typeof createOrderFactService>;

/**
 * What the vendor states about an order. Facts are taken even when no worker runs; the order's own rules are tried first,
 * so that a caller normally hears a refusal at once. Problems of all: NOT_FOUND, ORDER_CANCELED, ORDER_ENDED,
 * TEMPORAL_UNAVAILABLE.
 */
export function createOrderFactService(deps: Pick<Deps, 'orm' | 'temporal' | 'clock' | 'catalogue'>) {
  const { catalogue } = deps;
  const { state } = createStating(deps);

  return {
    /**
     * Sets a later last day, and reduces subscriptions. Problems: INVALID_REQUEST, REFERENCE_TAKEN, LINE_UNKNOWN,
     * NOTHING_TO_RENEW, RENEWAL_NOT_LATER, REINSTATEMENT_OVER, CAPACITY_NOT_REDUCED, PERPETUAL_NOT_REDUCED.
     */
    async renew(number: string, { confirmFar, ...posted }: PostedRenewal, stating: Stating): Promise<Stated> {
      checkTexts({ '/reference': posted.reference });
      checkRenewal(posted);
      const { reference, endsOn, lines } = posted;
      const contentHash = hashOfJson(posted);
      return state(number, stating, { type: 'renew', reference, contentHash }, ({ order, isWhole }, at) => {
        if (!confirmFar) refuseInvalid(checkNear([[endsOn, '/endsOn']], dayAt(at, order.timeZone)));
        return {
          ...{ type: 'renew', reference, contentHash, endsOn, inZone: order.timeZone },
          ...(lines && { lines }),
          ...(isWhole && endsOf(order, posted)),
        };
      });
    },

    /**
     * Delivers more lines, locked and announced on their own. Its metadata is kept here, and the order never hears of it.
     * Problems: INVALID_REQUEST, REFERENCE_TAKEN, TOO_MANY_LINES, LAST_DAY_MISSING.
     */
    async expand(number: string, { confirmFar, ...posted }: PostedExpansion, stating: Stating): Promise<Stated> {
      checkTexts({ '/reference': posted.reference, ...textsIn(posted.metadata), ...referencesIn(posted.lines) });
      const { reference } = posted;
      const contentHash = hashOfJson(posted);
      return state(
        number,
        stating,
        { type: 'expand', reference, contentHash, content: posted },
        ({ order, isWhole }, at) => {
          const { timeZone, policy } = order;
          const today = dayAt(at, timeZone);
          refuseInvalid(checkLines(posted.lines, catalogue, { datedByOrder: true }));
          const lines = posted.lines.map((line) => acceptLine(line, today));
          const ends = lines.map((line, index) => lastDayIn(line, `/lines/${index}`));
          refuseInvalid([...daysInLines(lines, today), ...(confirmFar ? [] : checkNear(ends, today))]);
          const instants = isWhole && { instants: lines.map((line) => instantsOf(line, timeZone, policy)) };
          return { type: 'expand', reference, contentHash, lines, inZone: timeZone, ...instants };
        },
      );
    },

    /** Suspends an order: license documents say so. */
    async suspend(number: string, reason: string, stating: Stating): Promise<Stated> {
      checkTexts({ '/reason': reason });
      return state(number, stating, { type: 'suspend' }, () => ({ type: 'suspend', reason }));
    },

    /** Takes a suspension back. */
    async resume(number: string, stating: Stating): Promise<Stated> {
      return state(number, stating, { type: 'resume' }, () => ({ type: 'resume' }));
    },

    /** Ends the order, or lines of it, now or on a day. Problems: INVALID_REQUEST, REFERENCE_TAKEN, LINE_UNKNOWN, LINE_CANCELED. */
    async cancel(number: string, posted: PostedCancellation, stating: Stating): Promise<Stated> {
      const { reference = CANCELLATION, reason, lines, on } = posted;
      checkTexts({ '/reference': reference, '/reason': reason });
      refuseInvalid([...checkDay(on, '/on'), ...namedTwice(lines ?? [], (index) => `/lines/${index}`)]);
      const contentHash = hashOfJson({ ...posted, reference });
      // Canceling again is no error, whatever it is said for: only a reference of its own stands for one content.
      const named = { type: 'cancel', ...(posted.reference !== undefined && { reference, contentHash }) } as const;
      return state(number, stating, named, ({ order: { timeZone } }) => ({
        ...{ type: 'cancel', reference, contentHash, reason, inZone: timeZone },
        ...(lines && { lines }),
        ...(on !== undefined && { on, dueAt: startOfDay(on, timeZone) }),
      }));
    },

    /**
     * Takes a renewal or a cancellation back; once more is nothing. Problems: REFERENCE_UNKNOWN, TOO_LATE_TO_WITHDRAW,
     * NOT_THE_NEWEST.
     */
    async withdraw(number: string, { kind, reference }: Withdrawal, stating: Stating): Promise<Stated> {
      checkTexts({ '/reference': reference });
      return state(number, stating, { type: 'withdraw', reference }, () => ({ type: 'withdraw', kind, reference }));
    },

    /** Takes back what is planned and has not happened. Problems: PLAN_UNKNOWN, also once it is taken back. */
    async withdrawPlan(number: string, id: string, stating: Stating): Promise<Stated> {
      return state(number, stating, { type: 'withdraw-plan' }, () => ({ type: 'withdraw-plan', id }));
    },
  };
}

/** Years from today in which a last day lies without a word. */
const NEAR_YEARS = 10;

/** What is wrong with last days that are probably mistyped. */
export function checkNear(days: readonly (readonly [Day | null, string])[], today: Day): InputError[] {
  const latest = `${Number(today.slice(0, 4)) + NEAR_YEARS}${today.slice(4)}`;
  const message = `is more than ${NEAR_YEARS} years away: say \`"confirmFar": true\` where it is meant`;
  return days.flatMap(([day, pointer]) => (day !== null && day > latest ? [{ pointer, message }] : []));
}

/** The last day that a line names, and where. */
function lastDayIn({ endsOn, care }: UndatedLine, pointer: string): readonly [Day | null, string] {
  return endsOn === null ? [care?.endsOn ?? null, `${pointer}/care/endsOn`] : [endsOn, `${pointer}/endsOn`];
}

/** What follows from the new last day: it depends on the policy, which the order's own word alone tells. */
function endsOf({ timeZone, policy, lines }: Order, { endsOn, lines: meant }: PostedRenewal) {
  const evaluations = lines.filter(({ id, evaluation }) => evaluation && meant?.some(({ line }) => line === id));
  const ends = evaluations.map((line) => ({ line: line.id, last: endOf(line, endsOn, timeZone, policy) }));
  return { boundaries: boundariesOf(endsOn, timeZone, policy), ...(ends.length > 0 && { ends }) };
}

function checkRenewal({ endsOn, lines = [] }: PostedRenewal): void {
  const named = lines.map(({ line }) => line);
  refuseInvalid([...checkDay(endsOn, '/endsOn'), ...namedTwice(named, (index) => `/lines/${index}/line`)]);
}

function namedTwice(lines: string[], pointerTo: (index: number) => string): InputError[] {
  return lines.flatMap((line, index) =>
    lines.indexOf(line) === index ? [] : [{ pointer: pointerTo(index), message: 'is named twice' }],
  );
}
