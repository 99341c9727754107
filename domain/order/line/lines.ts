import { Refusal } from '../../refusal.ts';
import type { NamedLine } from '../events.ts';
import { MOST_LINES, type Line, type Order } from '../order.ts';

/** How an event that is about one line names it. */
export function named({ id, reference }: Pick<Line, 'id' | 'reference'>): NamedLine {
  return { line: id, ...(reference !== undefined && { lineReference: reference }) };
}

/** The same with its application. */
export function aboutLine(line: Pick<Line, 'id' | 'application' | 'reference'>) {
  return { ...named(line), application: line.application };
}

/** The same where an event lists lines. */
export function listedLine({ id, application, reference }: Pick<Line, 'id' | 'application' | 'reference'>) {
  return { line: id, application, ...(reference !== undefined && { reference }) };
}

/** The line of an order that an id names. Refusals: LINE_UNKNOWN. */
export function lineNamed(order: Order, id: string): Line {
  const line = order.lines.find((candidate) => candidate.id === id);
  if (!line) throw new Refusal('LINE_UNKNOWN', { line: id });
  return line;
}

/** The same of a line that something can still become of. Refusals: LINE_UNKNOWN, LINE_CANCELED. */
export function livingLineNamed(order: Order, id: string): Line {
  const line = lineNamed(order, id);
  if (line.canceledAt !== undefined) throw new Refusal('LINE_CANCELED', { line: id });
  return line;
}

/** Gives lines the next numbers of the order's life. Refusals: TOO_MANY_LINES. */
export function numbered<Sold>(order: Order, lines: Sold[]): (Sold & { id: string })[] {
  const last = Math.max(0, ...order.lines.map(({ id }) => Number(id)));
  if (order.rules >= 2 && last + lines.length > MOST_LINES)
    throw new Refusal('TOO_MANY_LINES', { lines: last, most: MOST_LINES });
  return lines.map((line, index) => ({ ...line, id: String(last + index + 1) }));
}
