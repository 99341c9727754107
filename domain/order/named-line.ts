import type { Line } from './order.ts';
import type { NamedLine } from './events.ts';

/** How an event that is about one line names it. */
export function named({ id, reference }: Pick<Line, 'id' | 'reference'>): NamedLine {
  return { line: id, ...(reference !== undefined && { lineReference: reference }) };
}
