import { lastDayOf } from '../catalogue/terms.ts';
import { isOver } from './line/capacity.ts';
import type { Handled } from './handle.ts';
import type { Ending, Order } from './order.ts';
import { sellerIdOf } from './arriving/parties.ts';
import { endsOtherwise } from './change/planning.ts';

/** What an order tells the notices of its seller; `at` in epoch milliseconds. */
export type NoticeTold = {
  account: string;
  order: string;
  /** The place in the order's stream, so that a repeat is known as one. */
  seq: number;
  at: number;
  line: string;
  what: Ending;
  days: number;
  endsOn: string;
  /** All days of notice that were promised for the line. */
  noticeDays: readonly number[];
};

/** What fell due, as it is told. */
export function noticesIn({ order, events }: Handled): NoticeTold[] {
  const account = sellerIdOf(order);
  return events.flatMap((event) => {
    if (event.type !== 'notice-due' || isToEnd(order, event.line)) return [];
    const { seq, at, line, what, days, endsOn } = event;
    const { noticeDays } = order.lines.find(({ id }) => id === line)?.evaluation ?? order.policy;
    return [{ account, order: order.number, seq, at, line, what, days, endsOn, noticeDays }];
  });
}

/** Whether a line needs no notice: an amendment replaced it, its seller has said that it lets it end, or it is to be canceled before. */
function isToEnd(order: Order, id: string): boolean {
  const line = order.lines.find((candidate) => candidate.id === id);
  if (!line) return true;
  return order.intents.some((intent) => intent.line === id && intent.intent === 'end') || endsOtherwise(order, line);
}

/**
 * Of notices that waited, those that still make sense, for whoever sells the order now: none for what was renewed or is
 * over, and of each line only the last.
 */
export function stillToTell(order: Order, due: NoticeTold[], nowMs: number): NoticeTold[] {
  const account = sellerIdOf(order);
  return due
    .filter(
      (notice, index) =>
        isStillToCome(order, notice, nowMs) && !due.slice(index + 1).some((later) => later.line === notice.line),
    )
    .map((notice) => ({ ...notice, account }));
}

function isStillToCome(order: Order, { line: id, endsOn }: NoticeTold, nowMs: number): boolean {
  const line = order.lines.find((candidate) => candidate.id === id);
  if (!line) return false;
  const until = line.terms.until ?? line.terms.careUntil;
  const isCanceled = isOver(order) || endsOtherwise(order, line);
  return !isCanceled && lastDayOf(line) === endsOn && until !== null && until > nowMs;
}
