import type { ApplicationClaim, Care, Entitlement } from './license.ts';
import * as terms from './terms.ts';

const DAY_MS = 86_400_000;

export type EntitlementStatus = Entitlement & {
  state: terms.EntitlementState;
  /** Days until the last day is over, a started one counted; null without a last day or after it. */
  daysLeft: number | null;
  /** When it stops if the cloud is never reached again; null when it never does. */
  runsUntil: string | null;
  care: (Care & { state: terms.CareState }) | null;
};

export type ApplicationStatus = {
  application: string;
  name: string;
  unit: string | null;
  /** Units that may be used now. */
  capacity: number;
  state: terms.ApplicationState;
  entitlements: EntitlementStatus[];
};

/** The status of an application of a document made at `issuedAtMs`, at the instant `nowMs`. */
export function applicationStatus(claim: ApplicationClaim, issuedAtMs: number, nowMs: number): ApplicationStatus {
  return {
    application: claim.application,
    name: claim.name ?? claim.application,
    unit: claim.unit ?? null,
    capacity: terms.applicationCapacity(claim, issuedAtMs, nowMs),
    state: terms.applicationState(claim, nowMs),
    entitlements: claim.entitlements.map((entitlement) => entitlementStatus(entitlement, nowMs)),
  };
}

function entitlementStatus(entitlement: Entitlement, nowMs: number): EntitlementStatus {
  const { care, until } = entitlement;
  const state = terms.careState(entitlement, nowMs);
  return {
    ...entitlement,
    state: terms.entitlementState(entitlement, nowMs),
    daysLeft: until && nowMs < Date.parse(until) ? Math.ceil((Date.parse(until) - nowMs) / DAY_MS) : null,
    runsUntil: terms.runsUntil(entitlement),
    care: care && state && { ...care, state },
  };
}
