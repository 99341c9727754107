import type { ApplicationClaim, Entitlement, LicenseClaims } from '../license.ts';
import { careState, entitlementState, isRunning, type EntitlementState } from './entitlement.ts';

/** Where an application is at an instant. */
export type ApplicationState = EntitlementState | 'missing-requirement';

/** What an application may do at an instant. */
export type Verdict = { state: ApplicationState; capacity: number };

/** Of several entitlements, what there is to know about first. */
const FIRST_TO_KNOW = [
  'grace',
  'unconfirmed',
  'active',
  'suspended',
  'lease-over',
  'upcoming',
  'expired',
] as const satisfies readonly EntitlementState[];

/** What an application of a document may do at an instant; `capacity` is 0 while it does not run. */
export function applicationAt(claims: LicenseClaims, claim: ApplicationClaim, atMs: number): Verdict {
  const state = stateOf(claims, claim, atMs);
  const stops = state === 'missing-requirement' || !runningOf(claim, atMs).length;
  return { state, capacity: stops ? 0 : capacityOf(claims, claim, atMs) };
}

/** Services that hold at an instant: those of the document, while one entitlement is confirmed and its care not over. */
export function servicesAt({ applications, services }: LicenseClaims, atMs: number): string[] {
  const holds = (entitlement: Entitlement) =>
    ['active', 'grace'].includes(entitlementState(entitlement, atMs)) && careState(entitlement, atMs) === 'active';
  return applications.some((application) => entitlementsOf(application).some(holds)) ? services : [];
}

/** The entitlements of an application; a document that can't name the suspended ones suspends all. */
export function entitlementsOf({ state, entitlements }: ApplicationClaim): Entitlement[] {
  return entitlements.map((entitlement) => ({ suspended: state === 'suspended', ...entitlement }));
}

function stateOf(claims: LicenseClaims, claim: ApplicationClaim, atMs: number): ApplicationState {
  const states = entitlementsOf(claim).map((entitlement) => entitlementState(entitlement, atMs));
  if (runningOf(claim, atMs).length > 0 && isMissing(claims, claim, atMs)) return 'missing-requirement';
  return FIRST_TO_KNOW.find((state) => states.includes(state)) ?? 'expired';
}

function isMissing({ applications }: LicenseClaims, { requires, state }: ApplicationClaim, atMs: number): boolean {
  if (!requires) return state === 'missing-requirement';
  return requires.some((key) => runningOf(named(applications, key), atMs).length === 0);
}

function capacityOf({ applications }: LicenseClaims, claim: ApplicationClaim, atMs: number): number {
  const counted = claim.capacityFrom ? named(applications, claim.capacityFrom) : claim;
  return runningOf(counted, atMs).reduce((sum, { capacity }) => sum + capacity, 0);
}

function named(applications: ApplicationClaim[], key: string): ApplicationClaim | undefined {
  return applications.find(({ application }) => application === key);
}

function runningOf(claim: ApplicationClaim | undefined, atMs: number): Entitlement[] {
  return claim ? entitlementsOf(claim).filter((entitlement) => isRunning(entitlement, atMs)) : [];
}
