import type { Instants, Terms } from '../terms.ts';
import { termsAt } from '../terms.ts';
import { refuseWhenOver } from './capacity.ts';
import type { Relocation } from './facts.ts';
import type { Line, Notice, Order, OrderEvent, RecordedOrderEvent } from './order.ts';
import { isHeard, refuseOtherZone, remember } from './references.ts';

/**
 * The days of the order begin elsewhere from now on: in another time zone, or in the same by a newer time zone database. The
 * same reference and content again change nothing. Refusals: REFERENCE_TAKEN, TIME_ZONE_CHANGED, ORDER_CANCELED, ORDER_ENDED.
 */
export function relocate(order: Order, relocation: Relocation): OrderEvent[] {
  if (isHeard(order, 'time-zone', relocation)) return [];
  refuseWhenOver(order);
  refuseOtherZone(order, relocation);
  const { inZone: formerTimeZone, ...content } = relocation;
  return [{ type: 'time-zone-changed', ...content, formerTimeZone }];
}

/** The order after its zone changed: what has passed stays, and what is to come never comes to lie before the change. */
export function evolveRelocated(order: Order, event: RecordedOrderEvent & { type: 'time-zone-changed' }): Order {
  const { timeZone, instants, planned, at } = event;
  const dueAtOf = (id: string) => planned.find((plan) => plan.id === id)?.dueAt;
  return {
    ...withMovedLines({ ...remember(order, 'time-zone', event), timeZone }, instants, at),
    planned: order.planned.map((plan) => ({ ...plan, dueAt: moved(plan.dueAt, dueAtOf(plan.id), at) })),
  };
}

/** The order with other instants for its lines and notices from an instant on (epoch milliseconds). */
export function withMovedLines(order: Order, anew: Relocation['instants'], atMs: number): Order {
  const instantsOfLine = (id: string) => anew.find(({ line }) => line === id);
  return {
    ...order,
    lines: order.lines.map((line) => {
      const instants = instantsOfLine(line.id);
      return instants ? { ...line, terms: movedTerms(line, instants, atMs) } : line;
    }),
    notices: order.notices.map((notice) => movedNotice(notice, instantsOfLine(notice.line), atMs)),
  };
}

function movedTerms(line: Line, instants: Instants, atMs: number): Terms {
  const anew = termsAt(line, instants);
  const boundaries = Object.entries(line.terms) as [keyof Terms, number | null][];
  return Object.fromEntries(
    boundaries.map(([boundary, kept]) => [boundary, kept === null ? null : moved(kept, anew[boundary] ?? kept, atMs)]),
  ) as Terms;
}

function movedNotice(notice: Notice, instants: Instants | undefined, atMs: number): Notice {
  const anew = instants?.last?.notices.find(({ days }) => days === notice.days)?.at;
  return { ...notice, at: moved(notice.at, anew, atMs) };
}

function moved(kept: number, anew: number | undefined, atMs: number): number {
  return kept <= atMs ? kept : Math.max(anew ?? kept, atMs);
}
