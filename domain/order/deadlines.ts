import { isOver } from './capacity.ts';
import type { Correction, Planned } from './facts.ts';
import { named } from './named-line.ts';
import type { Line, Notice, Order, OrderEvent } from './order.ts';
import { plannedEvent } from './planning.ts';
import { withdrawableUntil } from './withdrawing.ts';

/** What time alone will do, and when: epoch milliseconds. */
export type Deadline = { atMs: number; event: OrderEvent; planned?: Planned };

const DONE_BY_TIME: readonly string[] = [
  'expiring',
  'expired',
  'care-expired',
  'notice-due',
  'ended',
  'reduced',
  'correction-due',
  'closed',
] satisfies OrderEvent['type'][];

/**
 * Whether time alone made an event. A command that was taken before its deadline and arrives a moment after it comes
 * first when the task is repeated, and then this event may stand elsewhere or nowhere.
 */
export function isDoneByTime({ type, ...event }: { type: string; lines?: unknown }): boolean {
  return DONE_BY_TIME.includes(type) || (type === 'canceled' && isPlanned(event));
}

function isPlanned({ lines }: { lines?: unknown }): boolean {
  return Array.isArray(lines) && lines.some((line: { plan?: string }) => line.plan !== undefined);
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
  if (order.canceledAt !== null) return { atMs: withdrawableUntil(order.canceledAt), event: { type: 'closed' } };
  if (isOver(order)) return null;
  const deadlines = [
    ...plannedDeadlines(order),
    ...order.lines.flatMap((line) => lineDeadlines(line, order.lastAt)),
    ...order.notices.map(noticeDeadline),
    ...order.corrections.map(correctionDeadline),
    ...end(order),
  ];
  const first = deadlines.reduce<Deadline | null>((one, other) => (one && one.atMs <= other.atMs ? one : other), null);
  return first && withReference(order, first);
}

/** What is about one line names it as the ERP does, too. */
function withReference({ lines }: Order, { event, ...deadline }: Deadline): Deadline {
  const line = 'line' in event ? lines.find(({ id }) => id === event.line) : undefined;
  return { ...deadline, event: line ? { ...event, ...named(line) } : event };
}

/** At one instant a cancellation comes before a reduction, and both before what ends; each line by line. */
function plannedDeadlines(order: Order): Deadline[] {
  const inTurn = order.planned.toSorted(
    (one, other) => one.type.localeCompare(other.type) * -1 || Number(one.line) - Number(other.line),
  );
  return inTurn.map((planned) => ({ atMs: planned.dueAt, event: plannedEvent(order, planned), planned }));
}

function correctionDeadline({ dueAt, ...correction }: Correction): Deadline {
  return { atMs: dueAt, event: { type: 'correction-due', ...correction } };
}

/** A line is announced as `expiring` only within its term: one that is past its last day when it is sold goes straight to `expired`. */
function lineDeadlines(line: Line, lastAtMs: number): Deadline[] {
  const { terms, marks, endsOn, care } = line;
  if (line.canceledAt !== undefined) return [];
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

/**
 * An order ends when every subscription is past its reinstatement window, nothing perpetual is left, and no evaluation can
 * become something else. A canceled line counts as over once that can't be taken back.
 */
function end(order: Order): Deadline[] {
  const windows = order.lines.map(windowOf);
  if (windows.length === 0 || windows.includes(null)) return [];
  return [{ atMs: Math.max(...windows.map(Number)), event: { type: 'ended' } }];
}

function windowOf({ terms, canceledAt }: Line): number | null {
  if (canceledAt !== undefined) return withdrawableUntil(canceledAt);
  return terms.convertibleUntil ?? terms.reinstatableUntil;
}
