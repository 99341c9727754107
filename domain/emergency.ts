import type { EvaluationTerms } from './policy.ts';
import { Refusal } from './refusal.ts';
import type { LicenseKind, Terms } from './catalogue/terms.ts';

/** So many emergencies a customer may declare in any {@link WINDOW_MS}. */
export const MOST_EMERGENCIES = 2;

const DAY_MS = 86_400_000;

/** Any 365 days, in milliseconds: whoever declared one this long ago may declare another. */
export const WINDOW_MS = 365 * DAY_MS;

/** It lasts for the day on which it is declared at the customer, and so many more. */
export const FURTHER_DAYS = 4;

/** An emergency that has not begun within this time from its declaration grants nothing worth to begin for, in milliseconds. */
export const GRANTS_FOR_MS = FURTHER_DAYS * DAY_MS;

/** So many times what was owned last an emergency grants at most. */
const MOST_TIMES = 2;

/** What an emergency is promised, in days: it can't be made longer, ends without a notice, and its order ends with it. */
export const EMERGENCY_TERMS = {
  longestDays: FURTHER_DAYS,
  expiringDays: FURTHER_DAYS + 1,
  noticeDays: [],
  convertibleDays: 0,
} as const satisfies EvaluationTerms;

/** Capacity that a customer was sold of an application and that is unlocked and not canceled, as far as an emergency is measured by it. */
export type SoldCapacity = {
  license: LicenseKind;
  capacity: number;
  terms: Pick<Terms, 'graceUntil'>;
};

/**
 * How much of an application was owned last, in units: what is owned at this instant (epoch milliseconds), else what was
 * before the last of it ended. Evaluations do not count, and so an emergency is no ground for another.
 */
export function ownedLast(sold: readonly SoldCapacity[], atMs: number): number {
  const counted = sold.filter(({ license }) => license !== 'evaluation');
  const end = ({ terms }: SoldCapacity) => terms.graceUntil ?? Infinity;
  const lastEnd = counted.reduce((last, line) => Math.max(last, end(line)), -Infinity);
  const isOwned = (line: SoldCapacity) => end(line) > atMs || (lastEnd <= atMs && end(line) === lastEnd);
  return counted.filter(isOwned).reduce((sum, { capacity }) => sum + capacity, 0);
}

/** How many more emergencies may be declared at an instant; `declaredAt` are the instants of all so far, in epoch milliseconds. */
export function emergenciesLeft(declaredAt: readonly number[], atMs: number): number {
  return Math.max(0, MOST_EMERGENCIES - recent(declaredAt, atMs).length);
}

/** From when on another one may be declared, in epoch milliseconds; null where one may be now. */
export function nextEmergencyAt(declaredAt: readonly number[], atMs: number): number | null {
  const counting = recent(declaredAt, atMs).toSorted((one, other) => one - other);
  return counting.length < MOST_EMERGENCIES ? null : counting.at(-MOST_EMERGENCIES)! + WINDOW_MS;
}

/**
 * Grants an emergency of a capacity, or refuses it. Refusals: EMERGENCIES_USED_UP (with `nextAt`, an instant),
 * EMERGENCY_TOO_LARGE (with `most`, in units).
 */
export function grantEmergency(
  { declaredAt, sold }: { declaredAt: readonly number[]; sold: readonly SoldCapacity[] },
  capacity: number,
  atMs: number,
): void {
  const nextAt = nextEmergencyAt(declaredAt, atMs);
  if (nextAt !== null) throw new Refusal('EMERGENCIES_USED_UP', { nextAt: new Date(nextAt).toISOString() });
  const most = mostInEmergency(sold, atMs);
  if (capacity > most) throw new Refusal('EMERGENCY_TOO_LARGE', { most });
}

/** How much of an application an emergency may grant, in units. */
export function mostInEmergency(sold: readonly SoldCapacity[], atMs: number): number {
  return MOST_TIMES * ownedLast(sold, atMs);
}

function recent(declaredAt: readonly number[], atMs: number): number[] {
  return declaredAt.filter((declared) => declared > atMs - WINDOW_MS);
}
