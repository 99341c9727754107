import { addDays, startOfDay, type Day } from '../../domain/days.ts';
import type { Handled } from '../../domain/order/handle.ts';
import { noticesIn, stillToTell } from '../../domain/order/notices.ts';
import type { SoldLine } from '../../domain/order/arriving/sold.ts';
import { lastDayOf } from '../../domain/catalogue/terms.ts';
import type { Happening, PaidTerm } from './happening.ts';

type Event = Handled['events'][number];

/** What time did that must not happen again: what a line goes through, and what its seller is told. */
export function doneByTime(handled: Handled, nowMs: number): string[] {
  const told = stillToTell(handled.order, noticesIn(handled), nowMs).map(
    ({ line, days, endsOn }) => `notice ${days} ${line} ${endsOn}`,
  );
  const passed = handled.events.flatMap((event) =>
    event.type === 'expiring' || event.type === 'expired' || event.type === 'care-expired'
      ? [`${event.type} ${event.line} ${event.endsOn}`]
      : [],
  );
  return [...passed, ...told];
}

/** What is paid for with lines as they are sold. */
export function paidFor(lines: readonly (SoldLine & { id: string })[]): PaidTerm[] {
  return lines.flatMap((line) => {
    const lastDay = lastDayOf(line);
    return lastDay === null ? [] : [{ line: line.id, lastDay, capacity: line.capacity }];
  });
}

/** What is paid for after an event, by what was said: not by what the order makes of it. */
export function paidAfter(paid: PaidTerm[], event: Event, happening: Happening): PaidTerm[] {
  if (event.type === 'expanded') return [...paid, ...paidFor(event.lines)];
  if (event.type === 'amended') return event.lines ? paidFor(event.lines) : paid;
  if (event.type === 'withdrawn' && event.kind === 'renewal')
    return paid.filter(({ reference }) => reference !== event.reference);
  // What is left of what was agreed is not to be told from here any more.
  if (event.type === 'plan-withdrawn' || event.type === 'converted')
    return paid.filter(({ line }) => line !== event.line);
  if (event.type !== 'renewed') return paid;
  const said = happening.kind === 'fact' && happening.command.type === 'renew' ? happening.command.lines : undefined;
  return [
    ...paid,
    ...event.lines.flatMap(({ line, endsOn }) => renewedTerm(paid, line, endsOn, said, event.reference)),
  ];
}

function renewedTerm(
  paid: PaidTerm[],
  line: string,
  lastDay: Day,
  said: { line: string; capacity?: number }[] | undefined,
  reference: string,
): PaidTerm[] {
  const last = paid.findLast((term) => term.line === line);
  const capacity = said?.find((one) => one.line === line)?.capacity ?? last?.capacity;
  return last && capacity !== undefined ? [{ line, lastDay, capacity, reference }] : [];
}

const DAY_MS = 86_400_000;

/** What of a line is paid for at an instant; within a day of the end of a term, which a change of zone can move, either. */
export function paidAt(paid: PaidTerm[], line: string, timeZone: string, atMs: number): number[] {
  const terms = paid.filter((term) => term.line === line);
  const until = ({ lastDay }: PaidTerm) => startOfDay(addDays(lastDay, 1), timeZone);
  const at = (instant: number) => terms.find((term) => until(term) > instant) ?? terms.at(-1);
  const near = terms.some((term) => until(term) !== atMs && Math.abs(until(term) - atMs) < DAY_MS);
  return (near ? [atMs - DAY_MS, atMs, atMs + DAY_MS] : [atMs]).flatMap((instant) => at(instant)?.capacity ?? []);
}
