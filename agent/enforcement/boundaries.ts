import type { LicenseClaims } from '../license.ts';
import { WARNED_AFTER_MS } from './contact.ts';

/**
 * The first instant after `atMs` at which time alone changes what runs, what holds or what is warned of; null when there
 * is none. `lastContactMs` is null for a server that is offline on purpose.
 */
export function nextBoundary(claims: LicenseClaims, lastContactMs: number | null, atMs: number): number | null {
  const instants = claims.applications
    .flatMap(({ entitlements }) => entitlements)
    .flatMap(({ from, until, graceUntil, leaseUntil, standsUntil, care }) => [
      ...[from, until, graceUntil, leaseUntil],
      ...[standsUntil, care?.until],
    ])
    .map((instant) => (instant ? Date.parse(instant) : Infinity));
  const warned = lastContactMs === null ? Infinity : lastContactMs + WARNED_AFTER_MS;
  const next = Math.min(...[...instants, warned].filter((instant) => instant > atMs));
  return Number.isFinite(next) ? next : null;
}
