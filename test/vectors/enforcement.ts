import { applicationAt, entitlementsOf, servicesAt } from '../../agent/enforcement/application.ts';
import { nextBoundary } from '../../agent/enforcement/boundaries.ts';
import { careState, entitlementState } from '../../agent/enforcement/entitlement.ts';
import type { LicenseClaims } from '../../agent/license.ts';
import { ADVISED, EMPTY, EVALUATED, ISSUED, OFFLINE, ONLINE, TERSE } from './estate.ts';
import { signed } from './keys.ts';

const DAY_MS = 86_400_000;

/** Days without contact that people ask about; the document was made at the last one. */
const DAYS = [0, 1, 7, 29, 30, 31, 89, 90, 91, 400, 4_000];

export function enforcementVectors() {
  return [
    { name: 'one of everything', claims: ONLINE },
    { name: 'an evaluation', claims: EVALUATED },
    { name: 'offline', claims: OFFLINE },
    { name: 'nothing assigned', claims: EMPTY },
    { name: 'with an advisory, which changes nothing', claims: ADVISED },
    { name: 'without requires, capacityFrom and suspended', claims: TERSE },
  ].map(({ name, claims }) => ({
    name,
    document: signed(claims),
    at: instantsOf(claims).map((atMs) => ({ instant: new Date(atMs).toISOString(), ...whatRuns(claims, atMs) })),
  }));
}

/** Every boundary, a millisecond before it, and the days above. */
function instantsOf(claims: LicenseClaims): number[] {
  const instants = DAYS.map((days) => ISSUED + days * DAY_MS);
  const start = ISSUED - 400 * DAY_MS;
  for (let next = nextBoundary(claims, null, start); next !== null; next = nextBoundary(claims, null, next))
    instants.push(next - 1, next);
  return [...new Set(instants)].sort((a, b) => a - b);
}

function whatRuns(claims: LicenseClaims, atMs: number) {
  const applications = claims.applications.map((claim) => [
    claim.application,
    {
      ...applicationAt(claims, claim, atMs),
      entitlements: entitlementsOf(claim).map((entitlement) => entitlementState(entitlement, atMs)),
      care: claim.entitlements.map((entitlement) => careState(entitlement, atMs)),
    },
  ]);
  return { applications: Object.fromEntries(applications) as object, services: servicesAt(claims, atMs) };
}
