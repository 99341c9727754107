import { decodeJwt } from 'jose';
import { applicationStatus, type ApplicationStatus } from './applications.ts';
import type { LicenseClaims } from './license.ts';
import { readState, type Activation, type State } from './store.ts';
import { servicesAt } from './terms.ts';
import { warningsOf } from './warnings.ts';

/** What an administrator wants to know of a server, from what it holds and the clock alone. Instants are ISO 8601 UTC. */
export type Status = {
  at: string;
  url: string | null;
  /** The server's id; null before activation, as are customer and mode. */
  server: string | null;
  customer: string | null;
  mode: string | null;
  lastContactAt: string | null;
  nextContactAt: string | null;
  services: string[];
  applications: ApplicationStatus[];
  /** What is wrong and what to do, a sentence each. */
  warnings: string[];
};

/** Reads the status of a folder without asking anybody. */
export async function readStatus({ dir, nowMs = Date.now() }: { dir: string; nowMs?: number }): Promise<Status> {
  return statusOf(await readState(dir), nowMs);
}

/** The status of what a folder holds, at an instant. */
export function statusOf(state: State | null, nowMs: number): Status {
  return state?.activation ? activated(state, state.activation, nowMs) : notActivated(state?.url ?? null, nowMs);
}

function activated(state: State, { license, lastContactMs }: Activation, nowMs: number): Status {
  const claims = decodeJwt<LicenseClaims>(license);
  const status = {
    at: new Date(nowMs).toISOString(),
    url: state.url,
    server: claims.sub,
    customer: claims.customer,
    mode: claims.mode,
    lastContactAt: new Date(lastContactMs).toISOString(),
    nextContactAt: new Date(lastContactMs + claims.checkInAfterSeconds * 1000).toISOString(),
    services: servicesAt(claims, nowMs),
    applications: claims.applications.map((claim) => applicationStatus(claim, claims.iat * 1000, nowMs)),
  };
  return { ...status, warnings: warningsOf(status, state.trouble) };
}

function notActivated(url: string | null, nowMs: number): Status {
  return {
    at: new Date(nowMs).toISOString(),
    url,
    server: null,
    customer: null,
    mode: null,
    lastContactAt: null,
    nextContactAt: null,
    services: [],
    applications: [],
    warnings: ['This folder is not activated: run activate with an Activation Token from the portal.'],
  };
}
