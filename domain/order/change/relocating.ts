import { startOfDay } from '../../days.ts';
import {
  endOf,
  instantsOf,
  termsAt,
  type Boundaries,
  type Instants,
  type NoticeInstant,
  type Terms,
} from '../../catalogue/terms.ts';
import { refuseWhenOver } from '../line/capacity.ts';
import type { MovedInstants, Planned, Relocation } from '../facts.ts';
import type { FormerLine, Line, Order } from '../order.ts';
import type { OrderEvent, RecordedOrderEvent } from '../events.ts';
import { isHeard, refuseOtherZone, remember } from '../references.ts';

type Relocated = RecordedOrderEvent & { type: 'time-zone-changed' };

/**
 * The days of the order begin elsewhere from now on: in another time zone, or in the same by a newer time zone database. The
 * same reference and content again change nothing, and so does what moves nothing and confirms nothing.
 * Refusals: REFERENCE_TAKEN, TIME_ZONE_CHANGED, ORDER_CANCELED, ORDER_ENDED.
 */
export function relocate(order: Order, relocation: Relocation, atMs: number): OrderEvent[] {
  if (isHeard(order, 'time-zone', relocation)) return [];
  refuseWhenOver(order);
  refuseOtherZone(order, relocation);
  const { inZone: formerTimeZone, reference, contentHash, timeZone, confirms } = relocation;
  const { instants = instantsIn(order, timeZone) } = relocation;
  if (timeZone === order.timeZone && !confirms && !moves(order, instants, atMs)) return [];
  return [
    {
      type: 'time-zone-changed',
      ...{ reference, contentHash, timeZone, formerTimeZone },
      ...(confirms && { confirms }),
      instants,
    },
  ];
}

/** All instants of an order, as the time zone database of now has them in a time zone: those of its lines, of what they would be again, and of what is planned. */
export function instantsIn(order: Order, timeZone: string): MovedInstants {
  const anew = (line: Line) => instantsOf(line, timeZone, order.policy);
  const lines = new Map(order.lines.map((line) => [line.id, line]));
  const formerLines = order.withdrawables.flatMap(({ former }) => former);
  const formerEnds = formerLines.flatMap(({ id: line, term }) => {
    const own = lines.get(line);
    if (!own || !term) return [];
    return [{ line, lastDay: term.lastDay, last: endOf(own, term.lastDay, timeZone, order.policy) }];
  });
  const plans = [...order.planned, ...formerLines.flatMap(({ planned = [] }) => planned)];
  return {
    lines: order.lines.map((line) => ({ line: line.id, ...anew(line) })),
    former: [...new Map(formerEnds.map((end) => [`${end.line} ${end.lastDay}`, end])).values()],
    planned: [...new Map(plans.map(({ id, on }) => [id, { id, dueAt: startOfDay(on, timeZone) }])).values()],
  };
}

/** The order after its zone changed: what has passed stays, and what is to come never comes to lie before the change. */
export function evolveRelocated(order: Order, event: Relocated): Order {
  const { timeZone, reference, at, confirms } = event;
  const isSaid = timeZone !== order.timeZone || confirms;
  const said = isSaid ? { ...order.said, timeZoneAssumed: `change-time-zone/${reference}` } : order.said;
  return { ...remember(order, 'time-zone', event), ...relocated(order, event.instants, at), timeZone, said };
}

/** The order with other instants for its lines and their notices from an instant on (epoch milliseconds). */
export function withMovedLines(order: Order, lines: MovedInstants['lines'], atMs: number): Order {
  return { ...order, ...relocated(order, { lines, former: [], planned: [] }, atMs) };
}

type Dated = Pick<Order, 'lines' | 'notices' | 'planned' | 'withdrawables'>;

function moves(order: Order, moved: MovedInstants, atMs: number): boolean {
  const { lines, notices, planned, withdrawables }: Dated = order;
  return JSON.stringify(relocated(order, moved, atMs)) !== JSON.stringify({ lines, notices, planned, withdrawables });
}

/** What an order dates, by other instants from an instant on. What would come back by a withdrawal moves as well. */
function relocated(order: Order, moved: MovedInstants, atMs: number): Dated {
  const present = new Map(moved.lines.map((instants) => [instants.line, instants]));
  const formerEnds = new Map(moved.former.map((end) => [`${end.line} ${end.lastDay}`, end.last]));
  const dueAt = new Map(moved.planned.map((plan) => [plan.id, plan.dueAt]));
  const moveNotice = <Any extends NoticeInstant>(notice: Any, last: Boundaries | null | undefined): Any => ({
    ...notice,
    at: later(notice.at, last?.notices.find(({ days }) => days === notice.days)?.at, atMs),
  });
  const movePlans = (plans: Planned[]) =>
    plans.map((plan) => ({ ...plan, dueAt: later(plan.dueAt, dueAt.get(plan.id), atMs) }));
  /** What follows from the last day that a line had when a fact was stated: the next renewal since says which that was. */
  const lastAt = (id: string, fact: number) => {
    const since = order.withdrawables.slice(fact).flatMap(({ former }) => former);
    const renewed = since.find((former) => former.id === id && former.term)?.term;
    return renewed ? formerEnds.get(`${id} ${renewed.lastDay}`) : present.get(id)?.last;
  };
  const moveFormer = (former: FormerLine, fact: number): FormerLine => {
    const { id, term, notices, planned } = former;
    const last = lastAt(id, fact);
    return {
      ...former,
      ...(term && { term: { ...term, last: movedEnd(term.last, last, atMs) } }),
      ...(notices && { notices: notices.map((notice) => moveNotice(notice, last)) }),
      ...(planned && { planned: movePlans(planned) }),
    };
  };
  return {
    lines: order.lines.map((line) => ({ ...line, terms: movedTerms(line, present.get(line.id), atMs) })),
    notices: order.notices.map((notice) => moveNotice(notice, present.get(notice.line)?.last)),
    planned: movePlans(order.planned),
    withdrawables: order.withdrawables.map((fact, index) => ({
      ...fact,
      former: fact.former.map((former) => moveFormer(former, index)),
    })),
  };
}

type End = Omit<Boundaries, 'notices'>;

function movedEnd(end: End, anew: Boundaries | undefined | null, atMs: number): End {
  const boundaries = Object.entries(end) as [keyof End, number][];
  return Object.fromEntries(boundaries.map(([name, kept]) => [name, later(kept, anew?.[name], atMs)])) as End;
}

function movedTerms(
  line: Pick<Line, 'endsOn' | 'care' | 'terms'>,
  instants: Instants | undefined,
  atMs: number,
): Terms {
  if (!instants) return line.terms;
  const anew = termsAt(line, instants);
  const boundaries = Object.entries(line.terms) as [keyof Terms, number | null][];
  return Object.fromEntries(
    boundaries.map(([boundary, kept]) => [boundary, kept === null ? null : later(kept, anew[boundary], atMs)]),
  ) as Terms;
}

/** Where an instant lies from another one on: what has passed stays, and nothing moves to before it. */
function later(kept: number, anew: number | null | undefined, atMs: number): number {
  return kept <= atMs ? kept : Math.max(anew ?? kept, atMs);
}
