import { boundariesOf, instantsOf, lastDayOf, termsAt, type Boundaries } from '../terms.ts';
import type { Line, Mark, Notice, Order, RecordedOrderEvent } from './order.ts';

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
    const line: Line = { ...sold, delivery: id, terms: termsAt(sold, instants), marks: [] };
    return { line, notices: noticesOf(line, instants.last, deliveredAt) };
  });
  const delivery = { id, reference, deliveredAt, unlockedAt: null, ...(contentHash && { contentHash }) };
  return {
    ...order,
    deliveries: [...order.deliveries, delivery],
    lines: [...order.lines, ...delivered.map(({ line }) => line)],
    notices: [...order.notices, ...delivered.flatMap(({ notices }) => notices)],
  };
}

function renew(order: Order, event: LineEvent & { type: 'renewed' }): Order {
  const { reference, contentHash, endsOn, at } = event;
  const last = event.boundaries ?? boundariesOf(endsOn, order.timeZone, order.policy);
  const renewed = order.lines.map((line) => {
    const news = event.lines.find((candidate) => candidate.line === line.id);
    return news ? renewLine(line, news.capacity, endsOn, last) : line;
  });
  const isRenewed = (line: string) => event.lines.some((candidate) => candidate.line === line);
  return {
    ...order,
    lines: renewed,
    notices: [
      ...order.notices.filter(({ line }) => !isRenewed(line)),
      ...renewed.filter(({ id }) => isRenewed(id)).flatMap((line) => noticesOf(line, last, at)),
    ],
    renewals: [...order.renewals, { reference, contentHash }],
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
function noticesOf(line: Line, last: Boundaries | null, sinceMs: number): Notice[] {
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
