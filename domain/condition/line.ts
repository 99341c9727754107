import { dayAt, daysTo, type Day } from '../days.ts';
import { isOver, lineState, type LineState } from '../order/line/capacity.ts';
import type { OrderStatus } from '../order/order.ts';
import { careState, type LicenseKind, type Terms } from '../catalogue/terms.ts';
import { bySeverity, type Remedy, type Severity } from './severity.ts';

/** What can be true of the term of a line. `stopped` can still be brought back, `over` can not. */
export const LINE_CONDITIONS = [
  'grace',
  'stopped',
  'suspended',
  'expiring',
  'upcoming',
  'active',
  'canceled',
  'over',
] as const;
export type LineConditionState = (typeof LINE_CONDITIONS)[number];

/** What can be true of the care of a line, once there is any. */
export const CARE_CONDITIONS = ['lapsed', 'suspended', 'expiring', 'upcoming', 'active'] as const;
export type CareConditionState = (typeof CARE_CONDITIONS)[number];

/**
 * What is true of something at an instant: how much it matters, the last day on which it is so, and what to do. The day is
 * that of the customer, and `daysLeft` counts to it from the customer's today: 0 is today. Both are null where time alone
 * changes nothing.
 */
export type Condition<State extends string> = {
  state: State;
  severity: Severity;
  until: Day | null;
  daysLeft: number | null;
  remedy: Remedy | null;
};

export type LineCondition = Condition<LineConditionState>;
export type CareCondition = Condition<CareConditionState>;

/** A line with what of its order its condition follows from. */
export type JudgedLine = {
  status: OrderStatus;
  /** The customer's, in which its days are counted. */
  timeZone: string;
  license: LicenseKind;
  terms: Terms;
  canceledAt?: number | null;
  planned?: readonly { type: string; dueAt: number }[];
};

const LOOKS: Record<LineConditionState, { severity: Severity; remedy: Remedy | null }> = {
  grace: { severity: 'critical', remedy: 'renew' },
  stopped: { severity: 'critical', remedy: 'renew' },
  suspended: { severity: 'critical', remedy: 'settle' },
  expiring: { severity: 'warning', remedy: 'renew' },
  upcoming: { severity: 'notice', remedy: null },
  active: { severity: 'fine', remedy: null },
  canceled: { severity: 'over', remedy: null },
  over: { severity: 'over', remedy: null },
};

/** What is true of a line's term at an instant, in epoch milliseconds. */
export function lineCondition(line: JudgedLine, atMs: number): LineCondition {
  const state = stateOf(line, atMs);
  const { severity, remedy: usual } = LOOKS[state];
  const remedy = usual === 'renew' && endsCanceled(line) ? null : usual;
  const isEvaluated = line.license === 'evaluation' && remedy === 'renew';
  return {
    ...{ state, severity, ...lasting(endOf(line, state), line.timeZone, atMs) },
    remedy: isEvaluated ? 'convert' : remedy,
  };
}

/** The same of its care; null where it has none, and where the line itself is over: care of that is nothing to know. */
export function careCondition(line: JudgedLine, atMs: number): CareCondition | null {
  const state = careState(line.terms, atMs);
  const term = stateOf(line, atMs);
  if (state === null || ['canceled', 'over', 'stopped'].includes(term)) return null;
  const { careUntil, from } = line.terms;
  const care = (name: CareConditionState, severity: Severity, until: number | null, remedy: Remedy | null) => ({
    ...{ state: name, severity, ...lasting(until, line.timeZone, atMs), remedy },
  });
  switch (state) {
    case 'expired':
      return care('lapsed', 'warning', null, 'renew');
    case 'upcoming':
      return care('upcoming', 'notice', from, null);
    case 'expiring':
      return term === 'suspended'
        ? care('suspended', 'critical', null, 'settle')
        : care('expiring', 'warning', orCanceled(line, careUntil), endsCanceled(line) ? null : 'renew');
    case 'active':
      return term === 'suspended'
        ? care('suspended', 'critical', null, 'settle')
        : care('active', 'fine', orCanceled(line, careUntil), null);
  }
}

/** The last day of a line's care, or that before it is canceled, where that comes first; null where it has none. */
export function lastDayOfCare(line: JudgedLine): Day | null {
  return line.terms.careUntil === null ? null : dayBefore(line, orCanceled(line, line.terms.careUntil));
}

/** Of several the one that matters most; of equals the one that changes first. */
export function worstOf<One extends { severity: Severity; until: Day | null }>(conditions: readonly One[]): One | null {
  const sorted = conditions.toSorted(
    (one, other) => bySeverity(one, other) || (one.until ?? '9999').localeCompare(other.until ?? '9999'),
  );
  return sorted[0] ?? null;
}

function stateOf(line: JudgedLine, atMs: number): LineConditionState {
  const state: LineState = lineState({ status: line.status }, line, atMs);
  if (state === 'canceled') return 'canceled';
  if (isOver(line)) return 'over';
  if (state === 'expired') return atMs < backUntil(line) ? 'stopped' : 'over';
  return line.status === 'suspended' ? 'suspended' : state;
}

/** Until when what stopped can be brought back: by a renewal, or of an evaluation by its conversion. */
function backUntil({ terms }: JudgedLine): number {
  return Math.max(terms.reinstatableUntil ?? -Infinity, terms.convertibleUntil ?? -Infinity);
}

/** When its cancellation is planned for, in epoch milliseconds; null where none is. */
function canceledFrom({ planned = [] }: JudgedLine): number | null {
  return planned.find(({ type }) => type === 'cancellation')?.dueAt ?? null;
}

/** Whether a cancellation that is planned ends it no later than its term or care would: then nothing is renewed. */
function endsCanceled(line: JudgedLine): boolean {
  return (canceledFrom(line) ?? Infinity) <= (line.terms.until ?? line.terms.careUntil ?? Infinity);
}

/** An end, or the cancellation that is planned before it. */
function orCanceled(line: JudgedLine, endMs: number | null): number | null {
  const first = Math.min(endMs ?? Infinity, canceledFrom(line) ?? Infinity);
  return first === Infinity ? null : first;
}

function dayBefore({ timeZone }: Pick<JudgedLine, 'timeZone'>, endMs: number | null): Day | null {
  return endMs === null ? null : dayAt(endMs - 1, timeZone);
}

/** The instant at which a state ends by itself. What is active and expiring lasts, as people see it, until the same day. */
function endOf(line: JudgedLine, state: LineConditionState): number | null {
  const { from, until, graceUntil } = line.terms;
  switch (state) {
    case 'upcoming':
      return from;
    case 'active':
    case 'expiring':
      return orCanceled(line, until);
    case 'grace':
      return orCanceled(line, graceUntil);
    case 'stopped':
      return backUntil(line);
    case 'suspended':
    case 'canceled':
    case 'over':
      return null;
  }
}

/** The last day before an instant, and how far away it is. */
export function lasting(
  endMs: number | null,
  timeZone: string,
  atMs: number,
): Pick<LineCondition, 'until' | 'daysLeft'> {
  const until = dayBefore({ timeZone }, endMs);
  if (until === null) return { until, daysLeft: null };
  return { until, daysLeft: daysTo(until, timeZone, atMs) };
}
