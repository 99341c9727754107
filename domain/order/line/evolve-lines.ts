import {
  endOf,
  instantsOf,
  lastDayOf,
  lastOf,
  termsAt,
  type Boundaries,
  type Instants,
} from '../../catalogue/terms.ts';
import type { FormerLine, Line, Mark, Notice, Order } from '../order.ts';
import type { RecordedOrderEvent, RenewedLine } from '../events.ts';
import type { SoldLine } from '../arriving/sold.ts';
import { withPlanner } from '../change/planning.ts';
import { formerOf, noticesLeft, withWithdrawable } from '../change/withdrawing.ts';

type LineEvent = RecordedOrderEvent & {
  type: 'delivered' | 'expanded' | 'renewed' | 'expiring' | 'expired' | 'care-expired' | 'notice-due';
};

/** The order after lines arrived, were renewed, or time passed over them. */
export function evolveLines(order: Order, event: LineEvent): Order {
  switch (event.type) {
    case 'delivered':
    case 'expanded':
      return deliver(order, event);
    case 'renewed':
      return renew(order, event);
    case 'expiring':
    case 'expired':
    case 'care-expired':
      return mark(order, event.line, event.type);
    case 'notice-due':
      return {
        ...order,
        notices: order.notices.filter(({ line, days }) => line !== event.line || days !== event.days),
      };
  }
}

/** Instants that came with the delivery stand; else the time zone database says today what they are. */
function deliver(order: Order, event: LineEvent & { type: 'delivered' | 'expanded' }): Order {
  const { delivery: id, reference, contentHash, at: deliveredAt } = event;
  const delivered = event.lines.map((sold, index) => {
    const instants = event.instants?.[index] ?? instantsOf(sold, order.timeZone, order.policy);
    return deliveredLine(sold, id, instants, deliveredAt);
  });
  const delivery = { id, reference, deliveredAt, unlockedAt: null, ...(contentHash && { contentHash }) };
  return {
    ...order,
    isChanged: event.type === 'expanded',
    deliveries: [...order.deliveries, delivery],
    lines: [...order.lines, ...delivered.map(({ line }) => line)],
    notices: [...order.notices, ...delivered.flatMap(({ notices }) => notices)],
  };
}

/** A line as it arrives, and the days of notice that are still to come (epoch milliseconds). */
export function deliveredLine(
  sold: SoldLine & { id: string },
  delivery: string,
  instants: Instants,
  atMs: number,
): { line: Line; notices: Notice[] } {
  const line: Line = { ...sold, delivery, terms: termsAt(sold, instants), marks: [] };
  return { line, notices: noticesOf(line, instants.last, atMs) };
}

function renew(order: Order, event: LineEvent & { type: 'renewed' }): Order {
  const { reference, contentHash, endsOn, at, seq, lines: news } = event;
  const newsOf = new Map(news.map((one) => [one.line, one]));
  const former = order.lines.flatMap((line) => {
    const found = newsOf.get(line.id);
    return found ? [formerTerm(order, line, found, seq)] : [];
  });
  const known = withWithdrawable(order, { kind: 'renewal', reference, former }, event);
  const renewed = known.lines.flatMap((line) => {
    const found = newsOf.get(line.id);
    if (!found) return [];
    const promised = event.ends?.find((end) => end.line === line.id)?.last;
    const last = line.evaluation ? promised : event.boundaries;
    const end = last ?? endOf(line, endsOn, order.timeZone, order.policy);
    return [{ line: renewLine(line, found.capacity, endsOn, end), end }];
  });
  const lines = new Map(renewed.map(({ line }) => [line.id, line]));
  const plans = news.flatMap(({ line, planned }) =>
    planned ? [{ type: 'capacity' as const, ...planned, line, fact: seq }] : [],
  );
  const after = {
    ...known,
    lines: known.lines.map((line) => lines.get(line.id) ?? line),
    notices: [
      ...known.notices.filter(({ line }) => !newsOf.has(line)),
      ...renewed.flatMap(({ line, end }) => noticesOf(line, end, at)),
    ],
    renewals: [...known.renewals, { reference, contentHash }],
    planned: [...known.planned, ...plans],
    plans: known.plans + plans.length,
    intents: known.intents.filter(({ line }) => !newsOf.has(line)),
  };
  return plans.length > 0 ? withPlanner(after, { fact: seq, reference }) : after;
}

/** What a renewal replaces. */
function formerTerm(order: Order, line: Line, { capacity }: RenewedLine, seq: number): FormerLine {
  const intent = order.intents.find((stated) => stated.line === line.id);
  return {
    ...formerOf(line, seq),
    term: { lastDay: lastDayOf(line)!, last: lastOf(line.terms), marks: line.marks },
    notices: noticesLeft(order, line.id),
    ...(capacity !== line.capacity && { capacity: line.capacity }),
    ...(intent && { intent }),
  };
}

/** A new term, of which nothing has been announced; what servers hold of the line counts again. */
function renewLine(line: Line, capacity: number, lastDay: string, last: Boundaries): Line {
  const agreed = {
    endsOn: line.endsOn && lastDay,
    care: line.care && { ...line.care, endsOn: lastDay },
  };
  return { ...line, ...agreed, capacity, terms: termsAt(agreed, { from: line.terms.from, last }), marks: [] };
}

/** Days of notice that are still to come, within the term: earlier ones are never made up for. */
export function noticesOf(line: Line, last: Boundaries | null, sinceMs: number): Notice[] {
  const what = line.endsOn ? 'term' : 'care';
  return (last?.notices ?? [])
    .filter(({ at }) => at > sinceMs && at >= line.terms.from)
    .map(({ days, at }) => ({ line: line.id, what, days, endsOn: lastDayOf(line)!, at }));
}

/** An expired line has nothing left to announce: its `expiring` is marked with it. */
function mark(order: Order, id: string, made: Mark): Order {
  const marks: Mark[] = made === 'expired' ? ['expiring', 'expired'] : [made];
  return {
    ...order,
    lines: order.lines.map((line) =>
      line.id === id ? { ...line, marks: [...new Set([...line.marks, ...marks])] } : line,
    ),
  };
}
