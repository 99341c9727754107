import { isOver } from './line/capacity.ts';
import type { Correction, Planned } from './facts.ts';
import { named } from './line/lines.ts';
import type { Line, Notice, Order } from './order.ts';
import type { OrderEvent } from './events.ts';
import { isPlannedEnd, plannedEvent } from './change/planning.ts';
import { withdrawableUntil } from './change/withdrawing.ts';

/** What time alone will do, and when: epoch milliseconds. */
export type Deadline = { atMs: number; event: OrderEvent; planned?: readonly Planned[] };

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
    ...plannedDeadline(order),
    ...order.lines.flatMap((line) => lineDeadlines(line, order.lastAt)),
    ...nextNotice(order),
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

/**
 * The planned change that comes next. At one instant a cancellation, which ends all its lines together, comes before a
 * reduction, and both before what ends; each line by line.
 */
function plannedDeadline(order: Order): Deadline[] {
  const next = earliest(
    order.planned,
    (one, other) =>
      one.dueAt - other.dueAt || Number(isPlannedEnd(other)) - Number(isPlannedEnd(one)) || byLine(one, other),
  );
  if (!next) return [];
  const { fact, dueAt } = next;
  const isTogether = (one: Planned) => isPlannedEnd(one) && one.fact === fact && one.dueAt === dueAt;
  const planned: Planned[] = isPlannedEnd(next) ? order.planned.filter(isTogether).toSorted(byLine) : [next];
  return [{ atMs: dueAt, event: plannedEvent(order, planned), planned }];
}

/** The notice that comes next; from rules 2 on, line by line. */
function nextNotice({ notices, rules }: Order): Deadline[] {
  const next = earliest(notices, (one, other) => one.at - other.at || (rules >= 2 ? byLine(one, other) : 0));
  return next ? [noticeDeadline(next)] : [];
}

function earliest<Item>(all: readonly Item[], compare: (one: Item, other: Item) => number): Item | undefined {
  return all.reduce<Item | undefined>((first, one) => (first && compare(first, one) <= 0 ? first : one), undefined);
}

function byLine(one: { line: string }, other: { line: string }): number {
  return Number(one.line) - Number(other.line);
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
