import type { Entitlement, LicenseClaims } from '../license.ts';
import { entitlementsOf } from './application.ts';

/**
 * What a document lets its machine run: all of it, unless it is a standby's. A standby that has not taken over runs nothing;
 * one that has runs what the cloud gives it, and what it marked for a takeover, until `standbyUntil` and not longer.
 */
export function asStandby(claims: LicenseClaims, hasTakenOver: boolean): LicenseClaims {
  if (!claims.standby) return claims;
  const { standbyUntil } = claims;
  const taken = (entitlement: Entitlement): Entitlement => ({
    ...entitlement,
    suspended: !hasTakenOver || standbyUntil === undefined || (entitlement.suspended === true && !entitlement.standby),
    ...(standbyUntil !== undefined && { standsUntil: standbyUntil }),
  });
  return {
    ...claims,
    applications: claims.applications.map((application) => ({
      ...application,
      entitlements: entitlementsOf(application).map(taken),
    })),
  };
}
