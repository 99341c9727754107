import type { ApplicationClaim, Care, Entitlement, LicenseClaims } from './license.ts';

/**
 * Where an entitlement is at an instant. `lease-over` is a subscription that stopped for want of contact with the cloud;
 * `unconfirmed` is a perpetual license in the same position, which keeps running without services.
 */
export type EntitlementState = 'upcoming' | 'active' | 'grace' | 'expired' | 'lease-over' | 'unconfirmed';

/** What the cloud alone can say of an application: no boundary leads into or out of it. */
const SAID_BY_CLOUD = ['suspended', 'missing-requirement'] as const;

/** Where an application is at an instant: its most useful entitlement's state, unless the cloud said otherwise. */
export type ApplicationState = EntitlementState | (typeof SAID_BY_CLOUD)[number];

const MOST_USEFUL_FIRST = ['active', 'grace', 'unconfirmed', 'upcoming', 'lease-over', 'expired'] as const;
const RUNNING: readonly ApplicationState[] = ['active', 'grace', 'unconfirmed'];

/** Where care is at an instant; it has no grace, and its lapse stops no application. */
export type CareState = 'upcoming' | 'active' | 'lapsed';

/** Passes the boundaries of an entitlement by the clock alone. A boundary is passed at its very instant. */
export function entitlementState(entitlement: Entitlement, atMs: number): EntitlementState {
  const { license, from, until, graceUntil, leaseUntil } = entitlement;
  if (!isPassed(from, atMs)) return 'upcoming';
  if (isPassed(graceUntil ?? until, atMs)) return 'expired';
  if (isPassed(leaseUntil, atMs)) return license === 'subscription' ? 'lease-over' : 'unconfirmed';
  return isPassed(until, atMs) ? 'grace' : 'active';
}

/** Where the care of an entitlement is; null without care. */
export function careState({ from, care }: { from: string; care: Care | null }, atMs: number): CareState | null {
  if (!care) return null;
  if (!isPassed(from, atMs)) return 'upcoming';
  return isPassed(care.until, atMs) ? 'lapsed' : 'active';
}

/** Whether something in this state runs. */
export function runs(state: ApplicationState): boolean {
  return RUNNING.includes(state);
}

/** The instant at which an entitlement stops if the cloud is never reached again; null when it never does. */
export function runsUntil({ license, until, graceUntil, leaseUntil }: Entitlement): string | null {
  const stops = license === 'subscription' ? [graceUntil ?? until, leaseUntil] : [];
  const instants = stops.filter((instant) => instant !== null).sort((a, b) => Date.parse(a) - Date.parse(b));
  return instants[0] ?? null;
}

/** Where an application is at an instant. */
export function applicationState(claim: ApplicationClaim, atMs: number): ApplicationState {
  const said = SAID_BY_CLOUD.find((state) => state === claim.state);
  const states = claim.entitlements.map((entitlement) => entitlementState(entitlement, atMs));
  return said ?? MOST_USEFUL_FIRST.find((state) => states.includes(state)) ?? 'expired';
}

/**
 * Units that may be used at an instant. The document's own figure counts for as long as the entitlements that run are
 * those that ran when it was made, since it also knows capacity that comes from another application; then their sum.
 */
export function applicationCapacity(claim: ApplicationClaim, issuedAtMs: number, atMs: number): number {
  if (!runs(applicationState(claim, atMs))) return 0;
  const running = runningAt(claim, atMs);
  const ranThen = runningAt(claim, issuedAtMs);
  const isSame = running.length === ranThen.length && running.every((entitlement) => ranThen.includes(entitlement));
  return isSame ? claim.capacity : running.reduce((sum, { capacity }) => sum + capacity, 0);
}

/** Services that hold at an instant: those of the document, while an entitlement's lease and its care are not over. */
export function servicesAt(claims: LicenseClaims, atMs: number): string[] {
  const holds = (entitlement: Entitlement) =>
    ['active', 'grace'].includes(entitlementState(entitlement, atMs)) && careState(entitlement, atMs) === 'active';
  return claims.applications.some(({ entitlements }) => entitlements.some(holds)) ? claims.services : [];
}

function runningAt({ entitlements }: ApplicationClaim, atMs: number): Entitlement[] {
  return entitlements.filter((entitlement) => runs(entitlementState(entitlement, atMs)));
}

function isPassed(boundary: string | null, atMs: number): boolean {
  return boundary !== null && atMs >= Date.parse(boundary);
}
