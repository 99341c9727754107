import { decodeJwt } from 'jose';
import { givenRoot, rootAfter, trustedRoots } from '../documents/trust.ts';
import { verifyLicense } from '../documents/verify.ts';
import { heard, lookAt } from '../enforcement/clock.ts';
import { AppSuiteError } from '../errors.ts';
import { withLock } from '../folder/lock.ts';
import type { State } from '../folder/state.ts';
import { readState, writeState } from '../folder/store.ts';
import { fingerprintOf } from '../identity.ts';
import { statusOf, type Status } from '../status/status.ts';
import { responseIn } from './paste.ts';

export type InstallOptions = {
  dir: string;
  response: string;
  /** In development the root to trust, as for an activation. */
  root?: string;
  nowMs?: number;
};

/**
 * Installs the response to a request. What is held stays as it is when the response does not hold.
 * Refusals: AppSuiteError, which says what was pasted instead, or why it is not this server's.
 */
export async function offlineInstall({ dir, response, root, nowMs = Date.now() }: InstallOptions): Promise<Status> {
  return withLock(dir, async () => {
    const state = await readState(dir);
    if (!state) throw new AppSuiteError(`${dir} has made no request: run offline-request with an Activation Token.`);
    const license = responseIn(response);
    const trusting = root === undefined ? state : { ...state, root: givenRoot(root) };
    const after = await install(trusting, license, nowMs);
    await writeState(dir, after);
    return statusOf(after, nowMs);
  });
}

async function install(state: State, license: string, nowMs: number): Promise<State> {
  const { activation } = state;
  const clock = lookAt(state.clock, nowMs);
  const expected = {
    ...{ roots: trustedRoots(state), least: state.least },
    url: activation ? state.url : null,
    server: activation?.server ?? null,
    fingerprint: await fingerprintOf(state),
    mode: 'offline' as const,
    heldIssuedAt: activation && decodeJwt(activation.license).iat!,
    ...{ clock, machineMs: nowMs },
  };
  const { claims, root, least } = verifyLicense(license, expected);
  if (claims.iat * 1000 <= (state.notBeforeMs ?? 0))
    throw new AppSuiteError(
      'This response was given back, is older than the one that was, or is from before the server left: run offline-request again, and use its response.',
    );
  const now = heard(clock, claims.iat * 1000);
  return {
    ...state,
    url: claims.iss,
    root: rootAfter(state, root),
    least,
    clock: now,
    activation: { server: claims.sub, license, etag: null, checkInNumber: null, lastContactMs: claims.iat * 1000 },
    trouble: null,
    attempt: null,
    next: null,
    returned: null,
    replacedOffline: null,
  };
}
