import type { Catalogue } from './catalogue/catalogue.ts';
import {
  heldAt,
  isCaredFor,
  toApplications,
  type ApplicationState,
  type LicensedShare,
} from './catalogue/entitlements.ts';
import { SERVICES } from './catalogue/license.ts';

/** A token is asked for anew when this is over: what it says is never older. */
export const SERVICE_TOKEN_SECONDS = 600;

const DAY_MS = 86_400_000;
const RUNNING: readonly ApplicationState[] = ['active', 'expiring', 'grace'];

/** What a server may use of other cloud services, and until when (epoch milliseconds). */
export type ServiceRights = {
  applications: { application: string; capacity: number }[];
  services: (typeof SERVICES)[number][];
  endsAt: number;
};

/**
 * What a server may use of other cloud services at an instant (epoch milliseconds): applications that run, with the units
 * of them that have active care, within the leases of the document that was sent at `documentIssuedAt`. It ends with the
 * first of ten minutes, a care, a term and a lease in it. Null where nothing entitles, or only for less than a second.
 */
export function serviceRightsOf(
  shares: readonly LicensedShare[],
  nowMs: number,
  catalogue: Catalogue,
  documentIssuedAt: number | null,
): ServiceRights | null {
  if (documentIssuedAt === null) return null;
  const leaseUntil = ({ leaseDays }: LicensedShare) => documentIssuedAt + leaseDays * DAY_MS;
  const held = heldAt(shares, nowMs).filter(({ share }) => leaseUntil(share) > nowMs);
  const cared = held.filter((one) => isCaredFor(one, nowMs)).map(({ share }) => share);
  const running = toApplications(held, catalogue, leaseUntil).filter(({ state }) => RUNNING.includes(state));
  const entitled = running.flatMap(({ application, capacityFrom }) => {
    const own = cared.filter((share) => share.application === application);
    const counted = cared.filter((share) => share.application === (capacityFrom ?? application));
    const capacity = counted.reduce((sum, share) => sum + share.capacity, 0);
    return own.length > 0 && capacity > 0 ? [{ application, capacity, shares: [...own, ...counted] }] : [];
  });
  const ends = entitled.flatMap(({ shares: some }) =>
    some.flatMap((share) => [share.terms.careUntil, share.terms.graceUntil, leaseUntil(share)]),
  );
  const endsAt = Math.min(nowMs + SERVICE_TOKEN_SECONDS * 1000, ...ends.filter((end) => end !== null));
  if (entitled.length === 0 || endsAt - nowMs < 1000) return null;
  const applications = entitled.map(({ application, capacity }) => ({ application, capacity }));
  return { applications, services: [...SERVICES], endsAt };
}
