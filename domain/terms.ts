import { addDays, startOfDay, type Day } from './days.ts';
import type { Policy } from './policy.ts';

export const LICENSE_KINDS = ['subscription', 'perpetual'] as const;
export type LicenseKind = (typeof LICENSE_KINDS)[number];

export const CARE_LEVELS = ['basic', 'gold', 'platinum'] as const;
export type CareLevel = (typeof CARE_LEVELS)[number];

export const TERM_STATES = ['upcoming', 'active', 'expiring', 'grace', 'expired'] as const;
export type TermState = (typeof TERM_STATES)[number];

/** The maintenance contract of a line. A subscription includes it: its last day is the subscription's. */
export type Care = { level: CareLevel; endsOn: Day };

/** What was agreed in days, both first and last included. */
export type Agreement = { license: LicenseKind; startsOn: Day; endsOn: Day | null; care: Care | null };

/** The same as instants in epoch milliseconds; null where time alone changes nothing. A boundary is midnight after a last day. */
export type Terms = {
  from: number;
  expiringFrom: number | null;
  until: number | null;
  graceUntil: number | null;
  reinstatableUntil: number | null;
  careExpiringFrom: number | null;
  careUntil: number | null;
};

/** Computes the instants of an agreement in the customer's time zone. */
export function termsOf(agreement: Agreement, timeZone: string, policy: Policy): Terms {
  const midnightAfter = (day: Day | undefined | null, days = 0) =>
    day ? startOfDay(addDays(day, days + 1), timeZone) : null;
  const { endsOn, care } = agreement;
  return {
    from: startOfDay(agreement.startsOn, timeZone),
    expiringFrom: midnightAfter(endsOn, -policy.expiringDays),
    until: midnightAfter(endsOn),
    graceUntil: midnightAfter(endsOn, policy.graceDays),
    reinstatableUntil: midnightAfter(endsOn, policy.reinstatementDays),
    careExpiringFrom: midnightAfter(care?.endsOn, -policy.expiringDays),
    careUntil: midnightAfter(care?.endsOn),
  };
}

/** Where a line is in its term at an instant. */
export function termState(terms: Terms, atMs: number): TermState {
  if (atMs < terms.from) return 'upcoming';
  if (terms.until === null || atMs < terms.expiringFrom!) return 'active';
  if (atMs < terms.until) return 'expiring';
  return atMs < terms.graceUntil! ? 'grace' : 'expired';
}

/** Where a line's care is at an instant; it knows no grace. Null without care. */
export function careState(terms: Terms, atMs: number): Exclude<TermState, 'grace'> | null {
  if (terms.careUntil === null) return null;
  if (atMs < terms.from) return 'upcoming';
  if (atMs < terms.careExpiringFrom!) return 'active';
  return atMs < terms.careUntil ? 'expiring' : 'expired';
}
