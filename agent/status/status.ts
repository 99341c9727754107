import { decodeProtectedHeader } from 'jose';
import { applicationStatuses, type ApplicationStatus } from './applications.ts';
import { servicesAt } from '../enforcement/application.ts';
import { lookAt } from '../enforcement/clock.ts';
import { readCertificate } from '../documents/certificate.ts';
import type { Activation, State, TrustedRoot } from '../folder/state.ts';
import { readState } from '../folder/store.ts';
import { heldClaims } from './held.ts';
import type { AdvisoryClaim, LicenseClaims } from '../license.ts';
import type { Identity } from '../machine.ts';
import { NO_USAGE, readUsage, type Usage } from '../usage.ts';
import { healthOf, type Health } from '../monitoring/health.ts';
import { warningsOf } from './warnings.ts';

/** For whom a standby stands by, whether it has taken over and since when, and how long it may; instants are ISO 8601 UTC. */
export type StandbyStatus = { for: string; takenOverSince: string | null; daysLeft: number; until: string };

/** What an administrator wants to know of a server, from what it holds and the clock alone. Instants are ISO 8601 UTC. */
export type Status = {
  /** Now, as the AppSuite counts time. */
  at: string;
  url: string | null;
  /** The server's id; null before activation, as are customer and mode. */
  server: string | null;
  customer: string | null;
  mode: string | null;
  /** By what the machine is known: `given` is the administrator's own text; null before activation. */
  machine: Identity | 'given' | null;
  /** The thumbprint of the root behind the document that is held, and why that root is trusted; null before activation. */
  root: { thumbprint: string; because: TrustedRoot['because'] | 'release' } | null;
  lastContactAt: string | null;
  /** When the AppSuite asks next by itself; null offline. */
  nextContactAt: string | null;
  /** What a standby has to know of itself; null for a server that stands by for nobody. */
  standby: StandbyStatus | null;
  /** The standby that runs what this server was to run; null while none does. */
  takenOverBy: string | null;
  services: string[];
  applications: ApplicationStatus[];
  /** What the vendor advises of this version. */
  advisories: AdvisoryClaim[];
  /** Whether the last check-in was refused, by the cloud or for a document that can't be trusted. */
  refused: boolean;
  /** What is wrong and what to do, a sentence each. */
  warnings: string[];
  /** What a monitoring system is told. */
  health: Health;
};

const OFFLINE_NOT_RETURNED =
  'What this server held offline is not returned yet, so its capacity can only grow: run offline-return, and hand the string in at the portal.';

/** Reads the status of a folder without asking anybody; `nowMs` is what the machine's clock says. */
export async function readStatus({
  dir,
  nowMs = Date.now(),
  usageFile,
}: {
  dir: string;
  nowMs?: number;
  usageFile?: string;
}): Promise<Status> {
  return statusOf(await readState(dir), nowMs, await readUsage(dir, usageFile));
}

/** The status of what a folder holds, at what the machine's clock says; `usage` is what its applications say. */
export function statusOf(state: State | null, machineMs: number, usage: Usage = NO_USAGE): Status {
  const nowMs = lookAt(state?.clock ?? null, machineMs).newestMs;
  return state?.activation
    ? activated(state, state.activation, { nowMs, machineMs, usage })
    : notActivated(state, nowMs);
}

function activated(
  state: State,
  activation: Activation,
  { nowMs, machineMs, usage }: { nowMs: number; machineMs: number; usage: Usage },
): Status {
  const { license, lastContactMs } = activation;
  const claims = heldClaims({ ...state, activation });
  const isOnline = claims.checkInAfterSeconds !== null;
  const dueMs = lastContactMs + (claims.checkInAfterSeconds ?? 0) * 1000;
  const status = {
    at: instantOf(nowMs),
    url: state.url,
    server: claims.sub,
    customer: claims.customer,
    mode: claims.mode,
    machine: machineOf(state),
    root: rootOf(license, state.root),
    lastContactAt: instantOf(lastContactMs),
    nextContactAt: isOnline ? instantOf(state.next?.atMs ?? dueMs) : null,
    standby: standbyOf(claims, state),
    takenOverBy: claims.takenOverBy ?? null,
    services: servicesAt(claims, nowMs),
    applications: applicationStatuses(claims, nowMs, usage.used),
    advisories: claims.advisories ?? [],
  };
  const contact = isOnline ? { lastMs: lastContactMs, dueMs } : null;
  const facts = { ...status, nowMs, behindMs: nowMs - machineMs, contact };
  const refused = state.trouble !== null && state.refused;
  const warnings = warningsOf(facts, state.trouble === null ? null : { text: state.trouble, isRefusal: refused });
  const owed = state.replacedOffline ? [OFFLINE_NOT_RETURNED] : [];
  const unread = usage.trouble === null ? [] : [usage.trouble];
  const texts = [...warnings.map(({ text }) => text), ...owed, ...unread];
  return { ...status, refused, warnings: texts, health: healthOf(warnings, facts.applications, nowMs) };
}

function notActivated(state: State | null, nowMs: number): Status {
  const warning = state?.returned
    ? `Server ${state.returned.server} was returned: hand the string of offline-return in at the portal, then activate again.`
    : 'This folder is not activated: run activate with an Activation Token from the portal.';
  return {
    at: instantOf(nowMs),
    url: state?.url ?? null,
    server: null,
    customer: null,
    mode: null,
    machine: null,
    root: null,
    lastContactAt: null,
    nextContactAt: null,
    standby: null,
    takenOverBy: null,
    services: [],
    applications: [],
    advisories: [],
    refused: false,
    warnings: [warning],
    health: { level: 'unknown', because: [warning] },
  };
}

function standbyOf(claims: LicenseClaims, { takeover }: State): StandbyStatus | null {
  const { standbyFor, standbyDaysLeft, standbyUntil } = claims;
  if (!claims.standby || !standbyFor || standbyDaysLeft === undefined || !standbyUntil) return null;
  const takenOverSince = takeover && !takeover.isOver ? instantOf(takeover.sinceMs) : null;
  return { for: standbyFor, takenOverSince, daysLeft: standbyDaysLeft, until: standbyUntil };
}

function rootOf(license: string, trusted: TrustedRoot | null): Status['root'] {
  const thumbprint = readCertificate(decodeProtectedHeader(license).certificate)?.root;
  return thumbprint ? { thumbprint, because: trusted?.because ?? 'release' } : null;
}

function machineOf({ fingerprint, identifiedBy }: State): Status['machine'] {
  return fingerprint === null ? identifiedBy : 'given';
}

function instantOf(epochMs: number): string {
  return new Date(epochMs).toISOString();
}
