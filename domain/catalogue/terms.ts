import { addDays, startOfDay, type Day } from '../days.ts';
import type { EvaluationTerms, Policy } from '../policy.ts';

export const LICENSE_KINDS = ['subscription', 'perpetual', 'evaluation'] as const;
export type LicenseKind = (typeof LICENSE_KINDS)[number];

export const CARE_LEVELS = ['basic', 'gold', 'platinum'] as const;
export type CareLevel = (typeof CARE_LEVELS)[number];

export const TERM_STATES = ['upcoming', 'active', 'expiring', 'grace', 'expired'] as const;
export type TermState = (typeof TERM_STATES)[number];

/** The maintenance contract of a line. A subscription includes it: its last day is the subscription's. */
export type Care = { level: CareLevel; endsOn: Day };

/** What was agreed in days, both first and last included. */
export type Agreement = {
  license: LicenseKind;
  startsOn: Day;
  endsOn: Day | null;
  care: Care | null;
  evaluation?: EvaluationTerms;
};

/** The same as instants in epoch milliseconds; null where time alone changes nothing. A boundary is midnight after a last day. */
export type Terms = {
  from: number;
  expiringFrom: number | null;
  until: number | null;
  graceUntil: number | null;
  reinstatableUntil: number | null;
  careExpiringFrom: number | null;
  careUntil: number | null;
  /** Until when an evaluation can become something else; of other lines absent. */
  convertibleUntil?: number;
};

/** A day on which a seller is told that something ends, and how many days before the end it is; epoch milliseconds. */
export type NoticeInstant = { days: number; at: number };

/** What follows from a last day, in epoch milliseconds. A line has one last day: its own, or else its care's. */
export type Boundaries = {
  expiringFrom: number;
  until: number;
  graceUntil: number;
  reinstatableUntil: number;
  notices: NoticeInstant[];
  convertibleUntil?: number;
};

/** All instants of a line: when it begins, and what follows from its last day, where it has one. */
export type Instants = { from: number; last: Boundaries | null };

/** The day after which something of a line ends: the subscription with its care, or a perpetual license's care. */
export function lastDayOf({ endsOn, care }: { endsOn: Day | null; care: { endsOn: Day | null } | null }): Day | null {
  return endsOn ?? care?.endsOn ?? null;
}

/** The day up to which an evaluation can last. */
export function latestDayOf({ startsOn, evaluation }: { startsOn: Day; evaluation: EvaluationTerms }): Day {
  return addDays(startsOn, evaluation.longestDays);
}

/** What of a policy says what follows from a last day. */
type EndPolicy = Pick<Policy, 'graceDays' | 'reinstatementDays' | 'expiringDays' | 'noticeDays'>;

/** Computes what follows from a last day in the customer's time zone. */
export function boundariesOf(lastDay: Day, timeZone: string, policy: EndPolicy): Boundaries {
  const midnightAfter = (days: number) => startOfDay(addDays(lastDay, days + 1), timeZone);
  return {
    expiringFrom: midnightAfter(-policy.expiringDays),
    until: midnightAfter(0),
    graceUntil: midnightAfter(policy.graceDays),
    reinstatableUntil: midnightAfter(policy.reinstatementDays),
    notices: policy.noticeDays.map((days) => ({ days, at: midnightAfter(-days) })),
  };
}

/** The same of an evaluation, which knows neither grace nor reinstatement. */
function evaluationBoundariesOf(lastDay: Day, timeZone: string, promised: EvaluationTerms): Boundaries {
  const { expiringDays, noticeDays, convertibleDays } = promised;
  const days = { graceDays: 0, reinstatementDays: 0, expiringDays, noticeDays };
  const convertibleUntil = startOfDay(addDays(lastDay, convertibleDays + 1), timeZone);
  return { ...boundariesOf(lastDay, timeZone, days), convertibleUntil };
}

/** Computes what follows from a last day of an agreement in the customer's time zone: of an evaluation by what it was promised. */
export function endOf(
  { evaluation }: Pick<Agreement, 'evaluation'>,
  lastDay: Day,
  timeZone: string,
  policy: EndPolicy,
): Boundaries {
  return evaluation ? evaluationBoundariesOf(lastDay, timeZone, evaluation) : boundariesOf(lastDay, timeZone, policy);
}

/** Computes the instants of an agreement in the customer's time zone. */
export function instantsOf(
  agreement: Parameters<typeof lastDayOf>[0] & Pick<Agreement, 'startsOn' | 'evaluation'>,
  timeZone: string,
  policy: EndPolicy,
): Instants {
  const lastDay = lastDayOf(agreement);
  return {
    from: startOfDay(agreement.startsOn, timeZone),
    last: lastDay === null ? null : endOf(agreement, lastDay, timeZone, policy),
  };
}

/** Which instant means what for an agreement: what a last day bounds is its term, its care, or both. */
export function termsAt({ endsOn, care }: Pick<Agreement, 'endsOn' | 'care'>, { from, last }: Instants): Terms {
  const term = endsOn ? last : null;
  const cared = care ? last : null;
  return {
    from,
    expiringFrom: term?.expiringFrom ?? null,
    until: term?.until ?? null,
    graceUntil: term?.graceUntil ?? null,
    reinstatableUntil: term?.reinstatableUntil ?? null,
    careExpiringFrom: cared?.expiringFrom ?? null,
    careUntil: cared?.until ?? null,
    ...(term?.convertibleUntil !== undefined && { convertibleUntil: term.convertibleUntil }),
  };
}

/** What followed from the last day of a line that has one, as its instants say it: what is none of its concern is its end. */
export function lastOf(terms: Terms): Omit<Boundaries, 'notices'> {
  const until = (terms.until ?? terms.careUntil)!;
  return {
    expiringFrom: (terms.expiringFrom ?? terms.careExpiringFrom)!,
    until,
    graceUntil: terms.graceUntil ?? until,
    reinstatableUntil: terms.reinstatableUntil ?? until,
    ...(terms.convertibleUntil !== undefined && { convertibleUntil: terms.convertibleUntil }),
  };
}

/**
 * The instants of a line that is canceled at one of them (epoch milliseconds): nothing of it begins or lasts beyond. What
 * servers hold of it is kept until `keptUntilMs`, if it is kept that long without.
 */
export function cutAt(terms: Terms, atMs: number, keptUntilMs: number): Terms {
  const { from, expiringFrom, until, graceUntil, careExpiringFrom, careUntil } = terms;
  const cut = (instant: number | null) => Math.min(instant ?? atMs, atMs);
  const wasOver = graceUntil !== null && graceUntil <= atMs;
  return {
    from: cut(from),
    expiringFrom: cut(expiringFrom),
    until: cut(until),
    graceUntil: cut(graceUntil),
    reinstatableUntil: wasOver ? Math.min(terms.reinstatableUntil!, keptUntilMs) : keptUntilMs,
    careExpiringFrom: careUntil === null ? null : cut(careExpiringFrom),
    careUntil: careUntil === null ? null : cut(careUntil),
    ...(terms.convertibleUntil !== undefined && { convertibleUntil: Math.min(terms.convertibleUntil, keptUntilMs) }),
  };
}

/** The instants of an agreement, as they are kept. */
export function termsOf(agreement: Agreement, timeZone: string, policy: EndPolicy): Terms {
  return termsAt(agreement, instantsOf(agreement, timeZone, policy));
}

/** Days without contact after which a server no longer has a license of this kind, or its services. */
export function leaseDays({ subscriptionLeaseDays, perpetualLeaseDays }: Policy, license: LicenseKind): number {
  return license === 'perpetual' ? perpetualLeaseDays : subscriptionLeaseDays;
}

/** Where a line is in its term at an instant. */
export function termState(terms: Terms, atMs: number): TermState {
  if (atMs < terms.from) return 'upcoming';
  if (terms.until === null || atMs < terms.expiringFrom!) return 'active';
  if (atMs < terms.until) return 'expiring';
  return atMs < terms.graceUntil! ? 'grace' : 'expired';
}

/** Where a line's care is at an instant; it knows no grace, and can be over before the line begins. Null without care. */
export function careState(terms: Terms, atMs: number): Exclude<TermState, 'grace'> | null {
  if (terms.careUntil === null) return null;
  if (atMs >= terms.careUntil) return 'expired';
  if (atMs < terms.from) return 'upcoming';
  return atMs < terms.careExpiringFrom! ? 'active' : 'expiring';
}
