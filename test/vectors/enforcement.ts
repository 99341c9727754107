import { applicationAt, entitlementsOf, servicesAt } from '../../agent/enforcement/application.ts';
import { nextBoundary } from '../../agent/enforcement/boundaries.ts';
import { careState, entitlementState } from '../../agent/enforcement/entitlement.ts';
import { asStandby } from '../../agent/enforcement/standby.ts';
import type { LicenseClaims } from '../../agent/license.ts';
import {
  ADVISED,
  EMPTY,
  EVALUATED,
  ISSUED,
  OFFLINE,
  ONLINE,
  STANDING_BY,
  TAKEN_OVER,
  TAKING_OVER,
  TERSE,
  TESTED,
} from './estate.ts';
import { signed } from './keys.ts';

const DAY_MS = 86_400_000;

/** Days without contact that people ask about; the document was made at the last one. */
const DAYS = [0, 1, 7, 29, 30, 31, 89, 90, 91, 400, 4_000];

type Asked = { name: string; claims: LicenseClaims; takenOver?: true };

export function enforcementVectors() {
  const asked: Asked[] = [
    { name: 'one of everything', claims: ONLINE },
    { name: 'an evaluation', claims: EVALUATED },
    { name: 'what is free for tests', claims: TESTED },
    { name: 'offline', claims: OFFLINE },
    { name: 'nothing assigned', claims: EMPTY },
    { name: 'with an advisory, which changes nothing', claims: ADVISED },
    { name: 'without requires, capacityFrom and suspended', claims: TERSE },
    { name: 'a standby', claims: STANDING_BY },
    {
      name: 'a standby that has taken over, of which the cloud does not know yet',
      claims: STANDING_BY,
      takenOver: true,
    },
    { name: 'a standby that has taken over', claims: TAKING_OVER, takenOver: true },
    { name: 'a standby that has stopped, of which the cloud does not know yet', claims: TAKING_OVER },
    { name: 'a server that was taken over', claims: TAKEN_OVER },
  ];
  return asked.map(({ name, claims, takenOver }) => {
    const held = asStandby(claims, takenOver === true);
    return {
      ...{ name, document: signed(claims), ...(takenOver && { takenOver }) },
      at: instantsOf(held).map((atMs) => ({ instant: new Date(atMs).toISOString(), ...whatRuns(held, atMs) })),
    };
  });
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
