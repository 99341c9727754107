import type { IntentOfLine, PlannedOfLine } from '../facts.ts';
import type { Line, Order } from '../order.ts';
import { lastingTerms, plannerOf } from '../change/planning.ts';

/** A line as it stands outside of its order: its instants as they last, with what is planned and meant for it. */
export type LastingLine = Omit<Line, 'marks' | 'factSeq'> & { planned: PlannedOfLine[]; intent: IntentOfLine | null };

/** The lines of an order as the projection and answers have them. */
export function linesOf(order: Order): LastingLine[] {
  return order.lines.map(({ marks: _marks, factSeq: _factSeq, ...line }) => {
    const stated = order.intents.find((intent) => intent.line === line.id);
    const { line: _line, contentHash: _hash, ...intent } = stated ?? {};
    return {
      ...line,
      terms: lastingTerms(line, order),
      planned: order.planned
        .filter((plan) => plan.line === line.id)
        .map(({ line: _, fact, ...plan }) => ({ ...plan, reference: plannerOf(order, { fact }).reference })),
      intent: stated ? (intent as IntentOfLine) : null,
    };
  });
}

/** As much of an order as its projection is made from: a large one with all it knows would be too much for one message. */
export function toPublish(order: Order): Order {
  const known = { ...order, withdrawables: [] };
  return order.rules >= 2 ? { ...known, notices: [], arrivals: [] } : known;
}
