import type { Care, Entitlement } from '../license.ts';

/**
 * Where an entitlement is at an instant. `lease-over` is a subscription that stopped for want of contact with the cloud;
 * `unconfirmed` is a perpetual license in the same position, which keeps running without services.
 */
export type EntitlementState = 'upcoming' | 'active' | 'grace' | 'expired' | 'suspended' | 'lease-over' | 'unconfirmed';

const RUNNING: readonly string[] = ['active', 'grace', 'unconfirmed'];

/** Where care is at an instant; it has no grace, and its lapse stops no application. */
export type CareState = 'upcoming' | 'active' | 'lapsed';

/** Passes the boundaries of an entitlement by the clock alone. A boundary is passed at its very millisecond. */
export function entitlementState(entitlement: Entitlement, atMs: number): EntitlementState {
  const { license, from, until, graceUntil, leaseUntil, standsUntil = null } = entitlement;
  if (isReached(graceUntil ?? until, atMs)) return 'expired';
  if (entitlement.suspended || isReached(standsUntil, atMs)) return 'suspended';
  if (!isReached(from, atMs)) return 'upcoming';
  if (isReached(leaseUntil, atMs)) return license === 'subscription' ? 'lease-over' : 'unconfirmed';
  return isReached(until, atMs) ? 'grace' : 'active';
}

/** Where the care of an entitlement is, which can be over before the license begins; null without care. */
export function careState({ from, care }: { from: string; care: Care | null }, atMs: number): CareState | null {
  if (!care) return null;
  if (isReached(care.until, atMs)) return 'lapsed';
  return isReached(from, atMs) ? 'active' : 'upcoming';
}

/** Whether something in this state runs. */
export function runs(state: string): boolean {
  return RUNNING.includes(state);
}

/** Whether an entitlement runs at an instant. */
export function isRunning(entitlement: Entitlement, atMs: number): boolean {
  return runs(entitlementState(entitlement, atMs));
}

/** The instant at which an entitlement stops if the cloud is never reached again; null when it never does. */
export function runsUntil({ license, until, graceUntil, leaseUntil, standsUntil }: Entitlement): string | null {
  const stops = [graceUntil ?? until, license === 'subscription' ? leaseUntil : null, standsUntil ?? null];
  const instants = stops.flatMap((instant) => instant ?? []).sort((a, b) => Date.parse(a) - Date.parse(b));
  return instants[0] ?? null;
}

/** Whether a boundary has come; none never does. */
function isReached(boundary: string | null, atMs: number): boolean {
  return boundary !== null && atMs >= Date.parse(boundary);
}
