import { addDays } from '../days.ts';
import { Refusal, type RefusalCode } from '../refusal.ts';
import { lastDayOf } from '../catalogue/terms.ts';
import { refuseWhenOver } from './line/capacity.ts';
import type { OrderFact } from './commands.ts';
import { decide } from './decide.ts';
import { CONVERTED_KINDS } from './facts.ts';
import { MOST_LINES, type Order } from './order.ts';

/** What can be changed of an order, in the sequence in which it is offered. */
export const ORDER_CHANGES = [
  'amend',
  'expand',
  'renew',
  'convert',
  'change-seller',
  'transfer',
  'change-time-zone',
  'lock',
  'suspend',
  'resume',
  'cancel',
  'withdraw',
  'withdraw-plan',
] as const satisfies readonly OrderFact['type'][];
export type OrderChange = (typeof ORDER_CHANGES)[number];

/** Why a change is not offered: the rule that refuses it, or that there is nothing for it to change. */
export type WhyNot = RefusalCode | 'NOTHING_TO_CHANGE';

/** Something of the order that a change is about, such as a line; `whyNot` is null where the change would be taken. */
export type OfferedFor = { id: string; whyNot: WhyNot | null };

/**
 * A change and whether it would be taken now: `whyNot` is null then. `of` lists what it can be asked for: lines of renewals,
 * conversions and cancellations, deliveries to lock, plans, and what can be withdrawn, as `renewal/<reference>`.
 */
export type Offer = { change: OrderChange; whyNot: WhyNot | null; of: OfferedFor[] };

/** Stands in a fact that is only tried; no fact that was ever stated has it, as texts have something to see. */
const TRIED = { reference: '', contentHash: '' };

/**
 * Which changes an order would take at an instant (epoch milliseconds), and why not the others: by the rules that judge them,
 * which are tried with the mildest fact of each kind. What is stated may still be refused for what it says.
 */
export function offersOf(order: Order, atMs: number): Offer[] {
  return ORDER_CHANGES.map((change) => offerOf(order, change, atMs));
}

/** Whether a change would be taken, as {@link offersOf} says it. */
function offerOf(order: Order, change: OrderChange, atMs: number): Offer {
  const inZone = order.timeZone;
  const whole = (fact: OrderFact): Offer => ({ change, whyNot: whyNot(order, fact, atMs), of: [] });
  const each = (ids: readonly string[], factOf: (id: string) => OrderFact[]): Offer => {
    const of = ids.map((id) => ({ id, whyNot: mildest(factOf(id).map((fact) => whyNot(order, fact, atMs))) }));
    return { change, whyNot: overOr(order, change, of), of };
  };
  const lines = order.lines.map(({ id }) => id);
  switch (change) {
    case 'amend':
      return whole({ type: change, ...TRIED, says: [], inZone });
    case 'expand':
      return { change, whyNot: overOr(order, change, [{ id: '', whyNot: roomIn(order) }]), of: [] };
    case 'renew':
      return each(lines, (line) => [
        { type: change, ...TRIED, inZone, lines: [{ line }], endsOn: dayAfterEnd(order, line) },
      ]);
    case 'convert':
      return each(lines, (line) =>
        CONVERTED_KINDS.map((license) => ({
          ...{ type: change, ...TRIED, inZone, line, license, care: null, last: null, endsOn: null },
        })),
      );
    case 'cancel':
      return each(lines, (line) => [{ type: change, ...TRIED, reason: '', inZone, lines: [line] }]);
    case 'lock':
      return each(
        order.deliveries.map(({ id }) => id),
        (delivery) => [{ type: change, ...TRIED, delivery, reason: '' }],
      );
    case 'suspend':
      return whole({ type: change, reason: '' });
    case 'resume':
      return whole({ type: change });
    case 'withdraw':
      return each(
        order.withdrawables.map(({ kind, reference }) => `${kind}/${reference}`),
        (id) => [{ type: change, ...asWithdrawal(id) }],
      );
    case 'withdraw-plan':
      return each(
        order.planned.map(({ id }) => id),
        (id) => [{ type: change, id }],
      );
    case 'change-seller':
      return whole({ type: change, ...TRIED, resellerId: '' });
    case 'transfer':
      return whole({ type: change, ...TRIED, customerId: '' });
    case 'change-time-zone':
      return whole({ type: change, ...TRIED, inZone, timeZone: inZone, confirms: true });
  }
}

/** What can be withdrawn, by its id in an offer. */
export function asWithdrawal(id: string): { kind: 'renewal' | 'cancellation'; reference: string } {
  const [kind, ...reference] = id.split('/');
  return { kind: kind === 'renewal' ? 'renewal' : 'cancellation', reference: reference.join('/') };
}

function whyNot(order: Order, fact: OrderFact, atMs: number): WhyNot | null {
  return refusalIn(() => decide(order, fact, atMs).length > 0);
}

function refusalIn(isNews: () => boolean): WhyNot | null {
  try {
    return isNews() ? null : 'NOTHING_TO_CHANGE';
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

/** Of several ways, that one is open is enough. */
function mildest(reasons: (WhyNot | null)[]): WhyNot | null {
  return reasons.includes(null) ? null : (reasons[0] ?? 'NOTHING_TO_CHANGE');
}

/** What is over takes a withdrawal alone, however its lines are. */
function overOr(order: Order, change: OrderChange, of: OfferedFor[]): WhyNot | null {
  const over = change === 'withdraw' ? null : refusalIn(() => (refuseWhenOver(order), true));
  return over ?? mildest(of.map((one) => one.whyNot));
}

function roomIn(order: Order): WhyNot | null {
  return order.lines.length < MOST_LINES ? null : 'TOO_MANY_LINES';
}

/** The earliest day that a line can be renewed to; any, of one that has no end. */
function dayAfterEnd(order: Order, id: string): string {
  const last = lastDayOf(order.lines.find((line) => line.id === id)!);
  return last === null ? '9998-12-31' : addDays(last, 1);
}
