import { applicationAt, entitlementsOf, type ApplicationState } from '../enforcement/application.ts';
import {
  careState,
  entitlementState,
  runsUntil,
  type CareState,
  type EntitlementState,
} from '../enforcement/entitlement.ts';
import type { Used } from '../usage.ts';
import type { ApplicationClaim, Care, Entitlement, LicenseClaims } from '../license.ts';

const DAY_MS = 86_400_000;

export type EntitlementStatus = Entitlement & {
  state: EntitlementState;
  /** Days until the last day is over, a started one counted; null without a last day or after it. */
  daysLeft: number | null;
  /** When it stops if the cloud is never reached again, which is no end of its term; null when it never does. */
  runsWithoutCloudUntil: string | null;
  care: (Care & { state: CareState }) | null;
};

export type ApplicationStatus = {
  application: string;
  name: string;
  unit: string | null;
  /** Units that may be used now. */
  capacity: number;
  /** Units in use, where the application says so. */
  used?: number;
  state: ApplicationState;
  /** Names of the applications without which it does not run. */
  requires: string[];
  entitlements: EntitlementStatus[];
};

/** The status of each application of a document at the instant `nowMs`. */
export function applicationStatuses(claims: LicenseClaims, nowMs: number, used: Used | null): ApplicationStatus[] {
  return claims.applications.map((claim) => ({
    application: claim.application,
    name: nameOf(claim),
    unit: claim.unit ?? null,
    ...applicationAt(claims, claim, nowMs),
    ...(used?.[claim.application] !== undefined && { used: used[claim.application]! }),
    requires: (claim.requires ?? []).map((key) => nameIn(claims, key)),
    entitlements: entitlementsOf(claim).map((entitlement) => entitlementStatus(entitlement, nowMs)),
  }));
}

function entitlementStatus(entitlement: Entitlement, nowMs: number): EntitlementStatus {
  const { care, until } = entitlement;
  const state = careState(entitlement, nowMs);
  return {
    ...entitlement,
    state: entitlementState(entitlement, nowMs),
    daysLeft: until && nowMs < Date.parse(until) ? Math.ceil((Date.parse(until) - nowMs) / DAY_MS) : null,
    runsWithoutCloudUntil: runsUntil(entitlement),
    care: care && state && { ...care, state },
  };
}

function nameIn({ applications }: LicenseClaims, key: string): string {
  const claim = applications.find(({ application }) => application === key);
  return claim ? nameOf(claim) : key;
}

function nameOf({ name, application }: ApplicationClaim): string {
  return name ?? application;
}
