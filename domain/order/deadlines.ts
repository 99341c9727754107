import { isOver } from './capacity.ts';
import { named } from './named-line.ts';
import type { Line, Notice, Order, OrderEvent } from './order.ts';

/** What time alone will do, and when: epoch milliseconds. */
export type Deadline = { atMs: number; event: OrderEvent };

const DONE_BY_TIME: readonly string[] = [
  'expiring',
  'expired',
  'care-expired',
  'notice-due',
  'ended',
] satisfies OrderEvent['type'][];

/**
 * Whether time alone made an event. A command that was taken before its deadline and arrives a moment after it comes
 * first when the task is repeated, and then this event may stand elsewhere or nowhere.
 */
export function isDoneByTime({ type }: { type: string }): boolean {
  return DONE_BY_TIME.includes(type);
}

/** The next instant at which time alone changes this order; null when it never does. It may lie in the past. */
export function nextDeadline(order: Order): number | null {
  return awaited(order)?.atMs ?? null;
}

/** What time alone has changed by an instant: the earliest deadline at or before it, or nothing. */
export function deadlinePassed(order: Order, atMs: number): Deadline | null {
  const deadline = awaited(order);
  return deadline && deadline.atMs <= atMs ? deadline : null;
}

/** What time alone will do next to this order, and when; null when it never does anything. */
export function awaited(order: Order): Deadline | null {
  if (isOver(order)) return null;
  const deadlines = [
    ...order.lines.flatMap((line) => lineDeadlines(line, order.lastAt)),
    ...order.notices.map(noticeDeadline),
    ...end(order),
  ];
  const first = deadlines.reduce<Deadline | null>((one, other) => (one && one.atMs <= other.atMs ? one : other), null);
  return first && withReference(order, first);
}

/** What is about one line names it as the ERP does, too. */
function withReference({ lines }: Order, { atMs, event }: Deadline): Deadline {
  const line = 'line' in event ? lines.find(({ id }) => id === event.line) : undefined;
  return { atMs, event: line ? { ...event, ...named(line) } : event };
}

/** A line is announced as `expiring` only within its term: one that is past its last day when it is sold goes straight to `expired`. */
function lineDeadlines(line: Line, lastAtMs: number): Deadline[] {
  const { terms, marks, endsOn, care } = line;
  const about = { line: line.id, application: line.application };
  const deadlines: Deadline[] = [];
  const over = terms.until !== null && terms.until <= lastAtMs;
  if (endsOn && !marks.includes('expiring') && !over)
    deadlines.push({ atMs: Math.max(terms.from, terms.expiringFrom!), event: { type: 'expiring', ...about, endsOn } });
  if (endsOn && !marks.includes('expired'))
    deadlines.push({ atMs: terms.graceUntil!, event: { type: 'expired', ...about, endsOn } });
  // A subscription's care ends with it and needs no word of its own.
  if (!endsOn && care && !marks.includes('care-expired'))
    deadlines.push({ atMs: terms.careUntil!, event: { type: 'care-expired', ...about, endsOn: care.endsOn } });
  return deadlines;
}

function noticeDeadline({ line, what, days, endsOn, at }: Notice): Deadline {
  return { atMs: at, event: { type: 'notice-due', line, what, days, endsOn } };
}

/** An order ends when every subscription is past its reinstatement window and nothing perpetual is left. */
function end(order: Order): Deadline[] {
  const windows = order.lines.map((line) => line.terms.reinstatableUntil);
  if (windows.length === 0 || windows.includes(null)) return [];
  return [{ atMs: Math.max(...windows.map(Number)), event: { type: 'ended' } }];
}
