import type { NamedAdvisory } from '../advisories/advisory.ts';
import type { Catalogue } from './catalogue.ts';
import {
  heldAt,
  isCaredFor,
  toApplications,
  type Entitlement,
  type LicensedApplication,
  type LicensedShare,
} from './entitlements.ts';
import { POLICY } from '../policy.ts';

/** What comes with a connection to the cloud and active care. */
export const SERVICES = ['enhancedSupport', 'proactiveSupport', 'cloudServices'] as const;

/** What every license document claims; `iat` in epoch seconds (RFC 7519). */
type Claims = {
  /** Names this document and no other: a return says by it what it gives back. */
  jti: string;
  iss: string;
  sub: string;
  customer: string;
  iat: number;
  applications: LicensedApplication[];
  services: (typeof SERVICES)[number][];
};

/** The claims of a server that checks in; `exp` is its latest lease, in epoch seconds. */
export type LicenseClaims = Claims & {
  mode: 'online';
  exp: number;
  checkInAfterSeconds: number;
  /** What the vendor advises of the server's version; absent where that is nothing. */
  advisories?: readonly NamedAdvisory[];
  /** The standby that runs what this server was to run; absent where none does. */
  takenOverBy?: string;
} & Partial<StandbyClaims>;

/** What the document of a standby says beside; `standbyUntil`, ISO 8601 UTC, is when it stops whatever happens. */
export type StandbyClaims = { standby: true; standbyFor: string; standbyDaysLeft: number; standbyUntil: string };

/** The claims of a server without a network: bound to its machine, and without an end of its own. */
export type OfflineClaims = Claims & { mode: 'offline'; fingerprint: string; checkInAfterSeconds: null };

/** What names a document, whom it is for, and who signs it. */
type About = { jti: string; issuer: string; id: string; customer: string };

const DAY_MS = 86_400_000;
const CHECK_IN_AFTER_SECONDS = 86_400;
const CHECK_IN_SOON_SECONDS = 3_600;
/** The part of it by which servers come earlier, each by its own share, so that not all come at once. */
const CHECK_IN_SPREAD = 0.1;

/** Whom a document is for, and what is advised to it. */
export type AboutOnline = About & { advisories?: readonly NamedAdvisory[] };

/**
 * Makes the claims of a license document from what a server may use and the clock (epoch milliseconds). `endsLease` is the
 * shortest lease in it, in epoch milliseconds; null when nothing is entitled. What has expired is not listed.
 */
export function licenseOf(
  { jti, issuer, id, customer, advisories = [] }: AboutOnline,
  shares: readonly LicensedShare[],
  nowMs: number,
  catalogue: Catalogue,
): { claims: LicenseClaims; endsLease: number | null } {
  const held = heldAt(shares, nowMs);
  const applications = toApplications(held, catalogue, (share) => leaseUntil(share, nowMs));
  const leases = held.map(({ share }) => leaseUntil(share, nowMs));
  const longest = leases.length > 0 ? Math.max(...leases) : nowMs + POLICY.subscriptionLeaseDays * DAY_MS;
  const isWell = held.length > 0 && applications.every(({ state }) => WELL.includes(state));
  const claims: LicenseClaims = {
    ...{ jti, iss: issuer, sub: id, customer, mode: 'online' },
    iat: Math.floor(nowMs / 1000),
    exp: Math.floor(longest / 1000),
    applications,
    services: held.some((one) => isCaredFor(one, nowMs)) ? [...SERVICES] : [],
    checkInAfterSeconds: checkInAfter(id, isWell),
    ...(advisories.length > 0 && { advisories }),
  };
  return { claims, endsLease: leases.length > 0 ? Math.min(...leases) : null };
}

/** A standby as its document needs it: for whom it stands by, how long it may run (milliseconds), and whether it does. */
export type Standing = { standbyFor: string; leftMs: number; isRunning: boolean };

/**
 * The document of a standby, by the shares of the server that it stands by for. While it does not run, all is listed as
 * suspended, and what a takeover would run is marked: an AppSuite that does not know what a standby is runs nothing.
 */
export function standbyLicenseOf(
  about: AboutOnline,
  shares: readonly LicensedShare[],
  { standbyFor, leftMs, isRunning }: Standing,
  nowMs: number,
  catalogue: Catalogue,
): { claims: LicenseClaims; endsLease: number | null } {
  const { claims, endsLease } = licenseOf(about, shares, nowMs, catalogue);
  const until = nowMs + leftMs;
  const ends = (lease: string | null) => lease && instantOf(Math.min(Date.parse(lease), until));
  const applications = claims.applications.map(({ entitlements, ...application }) => ({
    ...application,
    entitlements: entitlements.map((entitlement) => ({
      ...entitlement,
      leaseUntil: ends(entitlement.leaseUntil),
      ...(!isRunning && { suspended: true, ...(leftMs > 0 && !entitlement.suspended && { standby: true as const }) }),
    })),
  }));
  return {
    claims: {
      ...claims,
      // A lease that ends before the next call would be none: what is over says so itself.
      exp: Math.max(Math.min(claims.exp, Math.floor(until / 1000)), claims.iat + CHECK_IN_AFTER_SECONDS),
      applications,
      services: isRunning ? claims.services : [],
      checkInAfterSeconds: isRunning ? checkInAfter(about.id, false) : claims.checkInAfterSeconds,
      ...{ standby: true, standbyFor, standbyDaysLeft: Math.ceil(leftMs / DAY_MS), standbyUntil: instantOf(until) },
    },
    endsLease: endsLease === null || leftMs === 0 ? endsLease : Math.min(endsLease, until),
  };
}

/** The document of a server whose standby runs what it was to run: it is given nothing. */
export function takenOverLicenseOf(
  about: AboutOnline,
  takenOverBy: string,
  nowMs: number,
  catalogue: Catalogue,
): { claims: LicenseClaims; endsLease: number | null } {
  const { claims, endsLease } = licenseOf(about, [], nowMs, catalogue);
  return { claims: { ...claims, takenOverBy }, endsLease };
}

const instantOf = (epochMs: number) => new Date(epochMs).toISOString();

/** The document for a server without a network, on the machine of this fingerprint: without leases and without services. */
export function offlineLicenseOf(
  { jti, issuer, id, customer, fingerprint }: About & { fingerprint: string },
  shares: readonly LicensedShare[],
  nowMs: number,
  catalogue: Catalogue,
): OfflineClaims {
  return {
    ...{ jti, iss: issuer, sub: id, customer, mode: 'offline', fingerprint },
    iat: Math.floor(nowMs / 1000),
    applications: toApplications(heldAt(shares, nowMs), catalogue, () => null),
    services: [],
    checkInAfterSeconds: null,
  };
}

/** What of a document counts for whether it has changed: everything but what differs each time it is made. */
export function lastingPartOf(claims: LicenseClaims): unknown {
  const { jti: _jti, iat: _iat, exp: _exp, checkInAfterSeconds: _after, ...said } = claims;
  const { standbyUntil: _until, applications, ...lasting } = said;
  const withoutLease = ({ leaseUntil: _lease, ...entitlement }: Entitlement) => entitlement;
  return {
    ...lasting,
    applications: applications.map(({ entitlements, ...application }) => ({
      ...application,
      entitlements: entitlements.map(withoutLease),
    })),
  };
}

const WELL: readonly string[] = ['active', 'expiring', 'upcoming'];

/** A subscription stops when its lease has passed; a perpetual license keeps running, without services. */
function leaseUntil({ leaseDays }: LicensedShare, nowMs: number): number {
  return nowMs + leaseDays * DAY_MS;
}

/** Seconds until a server should call again: always the same for one server, spread over all of them. */
function checkInAfter(server: string, isWell: boolean): number {
  const hash = [...server].reduce((sum, sign) => (Math.imul(sum, 31) + sign.charCodeAt(0)) >>> 0, 7);
  const longest = isWell ? CHECK_IN_AFTER_SECONDS : CHECK_IN_SOON_SECONDS;
  return Math.floor(longest * (1 - CHECK_IN_SPREAD * ((hash % 1_009) / 1_009)));
}
