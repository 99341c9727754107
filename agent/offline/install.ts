import { readFile } from 'node:fs/promises';
import { decodeJwt } from 'jose';
import { readSigningKeys, requestSigningKeys } from '../cloud.ts';
import { verifyLicense } from '../documents/verify.ts';
import { heard, lookAt } from '../enforcement/clock.ts';
import { AppSuiteError } from '../errors.ts';
import { withLock } from '../folder/lock.ts';
import type { State } from '../folder/state.ts';
import { readState, writeState } from '../folder/store.ts';
import { fingerprintOf } from '../identity.ts';
import { statusOf, type Status } from '../status.ts';
import { responseIn } from './paste.ts';

export type InstallOptions = {
  dir: string;
  response: string;
  /** A file with the cloud's signing keys, where this machine can't ask for them. */
  keys?: string;
  nowMs?: number;
};

/**
 * Installs the response to a request. What is held stays as it is when the response does not hold.
 * Refusals: AppSuiteError, which says what was pasted instead, or why it is not this server's.
 */
export async function offlineInstall({ dir, response, keys, nowMs = Date.now() }: InstallOptions): Promise<Status> {
  return withLock(dir, async () => {
    const state = await readState(dir);
    if (!state) throw new AppSuiteError(`${dir} has made no request: run offline-request with an Activation Token.`);
    const license = responseIn(response);
    const after = await install(state, license, keys, nowMs);
    await writeState(dir, after);
    return statusOf(after, nowMs);
  });
}

async function install(state: State, license: string, keysFile: string | undefined, nowMs: number): Promise<State> {
  const { activation } = state;
  const clock = lookAt(state.clock, nowMs);
  const given = keysFile === undefined ? state.keys : readSigningKeys(await readText(keysFile), keysFile);
  const expected = {
    keys: given,
    url: activation || keysFile === undefined ? state.url : null,
    server: activation?.server ?? null,
    fingerprint: await fingerprintOf(state),
    mode: 'offline' as const,
    heldIssuedAt: activation && decodeJwt(activation.license).iat!,
    ...{ clock, machineMs: nowMs },
  };
  const { claims, keys } = await verifyLicense(license, expected, () => requestKeys(state.url));
  if (claims.iat * 1000 <= (state.notBeforeMs ?? 0))
    throw new AppSuiteError(
      'This response was given back, is older than the one that was, or is from before the server left: run offline-request again, and use its response.',
    );
  const now = heard(clock, claims.iat * 1000);
  return {
    ...state,
    url: claims.iss,
    keys,
    clock: now,
    activation: { server: claims.sub, license, etag: null, checkInNumber: null, lastContactMs: claims.iat * 1000 },
    trouble: null,
    attempt: null,
    next: null,
    returned: null,
    replacedOffline: null,
  };
}

async function requestKeys(url: string) {
  return requestSigningKeys(url).catch((error: unknown) => {
    if (!(error instanceof AppSuiteError)) throw error;
    throw new AppSuiteError(
      `The keys that the response is signed with are not known here: save ${url}/.well-known/jwks.json where there is a network, and give it with --keys.`,
    );
  });
}

async function readText(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((error: Error) => {
    throw new AppSuiteError(`${path} can't be read (${error.message}): give the file with the signing keys.`);
  });
}
