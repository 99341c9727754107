import { CATALOGUE } from './catalogue.ts';
import type { OrderStatus } from './order/order.ts';
import { POLICY } from './policy.ts';
import { careState, termState, type Care, type LicenseKind, type Terms, type TermState } from './terms.ts';

/**
 * Capacity that a server may use of a line: the lesser of what the order gives it and what the server's own last change
 * took, in units.
 */
export type LicensedShare = {
  order: string;
  orderStatus: OrderStatus;
  application: string;
  license: LicenseKind;
  capacity: number;
  startsOn: string;
  endsOn: string | null;
  care: Care | null;
  terms: Terms;
};

export type EntitlementState = Exclude<TermState, 'expired'> | 'suspended';
export type ApplicationState = EntitlementState | 'missing-requirement';

/** What a server may run of one line. Instants are ISO 8601 UTC; the AppSuite passes the boundaries by itself. */
export type Entitlement = {
  order: string;
  license: LicenseKind;
  capacity: number;
  startsOn: string;
  endsOn: string | null;
  from: string;
  until: string | null;
  graceUntil: string | null;
  leaseUntil: string;
  care: { level: Care['level']; endsOn: string; until: string } | null;
};

export type LicensedApplication = {
  application: string;
  capacity: number;
  state: ApplicationState;
  entitlements: Entitlement[];
};

/** What comes with a connection to the cloud and active care. */
export const SERVICES = ['enhancedSupport', 'proactiveSupport', 'cloudServices'] as const;

/** The claims of a license document; `iat` and `exp` in epoch seconds (RFC 7519). */
export type LicenseClaims = {
  iss: string;
  sub: string;
  customer: string;
  mode: 'online';
  iat: number;
  exp: number;
  applications: LicensedApplication[];
  services: (typeof SERVICES)[number][];
  checkInAfterSeconds: number;
};

const DAY_MS = 86_400_000;
const CHECK_IN_AFTER_SECONDS = 86_400;
const CHECK_IN_SOON_SECONDS = 3_600;
/** The part of it by which servers come earlier, each by its own share, so that not all come at once. */
const CHECK_IN_SPREAD = 0.1;

type Held = { share: LicensedShare; state: EntitlementState };

/**
 * Makes the claims of a license document from what a server may use and the clock (epoch milliseconds). `endsLease` is the
 * shortest lease in it, in epoch milliseconds; null when nothing is entitled. What has expired is not listed.
 */
export function licenseOf(
  server: { id: string; customer: string },
  shares: LicensedShare[],
  issuer: string,
  nowMs: number,
): { claims: LicenseClaims; endsLease: number | null } {
  const held = shares.flatMap((share) => {
    const state = entitlementState(share, nowMs);
    return state ? [{ share, state }] : [];
  });
  const inForce = held.filter(isInForce);
  const applications = [...new Set(held.map(({ share }) => share.application))]
    .sort()
    .map((application) => toApplication(application, held, nowMs));
  const leases = held.map(({ share }) => leaseUntil(share, nowMs));
  const longest = leases.length > 0 ? Math.max(...leases) : nowMs + POLICY.subscriptionLeaseDays * DAY_MS;
  const cared = inForce.some(({ share }) => ['active', 'expiring'].includes(careState(share.terms, nowMs) ?? ''));
  const claims: LicenseClaims = {
    iss: issuer,
    sub: server.id,
    customer: server.customer,
    mode: 'online',
    iat: Math.floor(nowMs / 1000),
    exp: Math.floor(longest / 1000),
    applications,
    services: cared ? [...SERVICES] : [],
    checkInAfterSeconds: checkInAfter(server.id, applications.every(isWell) && held.length > 0),
  };
  return { claims, endsLease: leases.length > 0 ? Math.min(...leases) : null };
}

/** Seconds until a server should call again: always the same for one server, spread over all of them. */
function checkInAfter(server: string, isWell: boolean): number {
  const hash = [...server].reduce((sum, sign) => (Math.imul(sum, 31) + sign.charCodeAt(0)) >>> 0, 7);
  const longest = isWell ? CHECK_IN_AFTER_SECONDS : CHECK_IN_SOON_SECONDS;
  return Math.floor(longest * (1 - CHECK_IN_SPREAD * ((hash % 1_009) / 1_009)));
}

/** What of a document counts for whether it has changed: everything but what differs each time it is made. */
export function lastingPartOf(claims: LicenseClaims): unknown {
  const { iat: _iat, exp: _exp, checkInAfterSeconds: _after, applications, ...lasting } = claims;
  return {
    ...lasting,
    applications: applications.map(({ entitlements, ...application }) => ({
      ...application,
      entitlements: entitlements.map(({ leaseUntil: _lease, ...entitlement }) => entitlement),
    })),
  };
}

function entitlementState({ orderStatus, terms }: LicensedShare, nowMs: number): EntitlementState | null {
  const state = termState(terms, nowMs);
  if (state === 'expired' || orderStatus === 'canceled' || orderStatus === 'ended') return null;
  return orderStatus === 'suspended' ? 'suspended' : state;
}

function isInForce({ state }: Held): boolean {
  return state !== 'suspended' && state !== 'upcoming';
}

function isWell({ state }: LicensedApplication): boolean {
  return state === 'active' || state === 'expiring' || state === 'upcoming';
}

function toApplication(application: string, held: Held[], nowMs: number): LicensedApplication {
  const known = CATALOGUE.get(application);
  const own = held.filter(({ share }) => share.application === application);
  const counted = known?.capacityFrom ?? application;
  const inForce = held.filter(isInForce);
  const runs = own.some(isInForce);
  const capacity = runs ? sumOf(inForce.filter(({ share }) => share.application === counted)) : 0;
  const isMissing = (required: string) => !inForce.some(({ share }) => share.application === required);
  return {
    application,
    capacity,
    state: runs && known?.requires.some(isMissing) ? 'missing-requirement' : stateOf(own),
    entitlements: own.map(({ share }) => toEntitlement(share, nowMs)),
  };
}

/** Of several lines in force the one that ends first is the one to know about; else why none is in force. */
function stateOf(own: Held[]): EntitlementState {
  const order: EntitlementState[] = ['grace', 'expiring', 'active', 'suspended', 'upcoming'];
  return order.find((state) => own.some((held) => held.state === state))!;
}

function toEntitlement(share: LicensedShare, nowMs: number): Entitlement {
  const { order, license, capacity, startsOn, endsOn, care, terms } = share;
  return {
    ...{ order, license, capacity, startsOn, endsOn },
    from: instant(terms.from),
    until: instant(terms.until),
    graceUntil: instant(terms.graceUntil),
    leaseUntil: instant(leaseUntil(share, nowMs)),
    care: care && { ...care, until: instant(terms.careUntil!) },
  };
}

/** A subscription stops when its lease has passed; a perpetual license keeps running, without services. */
function leaseUntil({ license }: LicensedShare, nowMs: number): number {
  const days = license === 'subscription' ? POLICY.subscriptionLeaseDays : POLICY.perpetualLeaseDays;
  return nowMs + days * DAY_MS;
}

function sumOf(held: Held[]): number {
  return held.reduce((sum, { share }) => sum + share.capacity, 0);
}

function instant(epochMs: number): string;
function instant(epochMs: number | null): string | null;
function instant(epochMs: number | null): string | null {
  return epochMs === null ? null : new Date(epochMs).toISOString();
}
