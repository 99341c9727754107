import { hostname } from 'node:os';
import { decodeJwt } from 'jose';
import { publicUrl, requestActivation, type Activated } from './cloud/requests.ts';
import { givenRoot, rootAfter, trustedRoots } from './documents/trust.ts';
import { verifyLicense } from './documents/verify.ts';
import { lookAt } from './enforcement/clock.ts';
import { afterContact } from './enforcement/contact.ts';
import { AppSuiteError } from './errors.ts';
import { withLock } from './folder/lock.ts';
import type { State } from './folder/state.ts';
import { readState, writeState } from './folder/store.ts';
import { fingerprintOf, newState } from './identity.ts';
import { offlineDocumentOf } from './offline/document.ts';
import { statusOf, type Status } from './status/status.ts';
import { DEFAULT_VERSION } from './version.ts';

export const DEFAULT_URL = 'http://127.0.0.1:3000';

export type ActivateOptions = {
  /** The folder of this server; one folder is one server. */
  dir: string;
  token: string;
  /** The cloud's public URL; else the one this folder knows, else that of a cloud on this machine. */
  url?: string;
  version?: string;
  /** In development the root to trust: its public half as a JWK, or its thumbprint. */
  root?: string;
  /** Instead of the machine's own. */
  fingerprint?: string;
  nowMs?: number;
  random?: () => number;
};

/**
 * Activates this folder's server and answers its status. The key pair is stored before it is sent, so that after a lost
 * answer the same call is the same request. Nothing else is stored until the license document has been verified.
 * Refusals: RefusedError of the cloud; AppSuiteError for a document that can't be trusted or belongs to another server.
 */
export async function activate(options: ActivateOptions): Promise<Status> {
  const { dir, nowMs = Date.now() } = options;
  return withLock(dir, async () => {
    const before = await readOrCreate(options);
    const after = await ask(before, options, nowMs);
    await writeState(dir, after);
    return statusOf(after, nowMs);
  });
}

/** The folder's state with what the administrator gave; a new one is stored, so that its key is never lost. */
export async function readOrCreate(
  options: Pick<ActivateOptions, 'dir' | 'url' | 'root' | 'fingerprint'>,
): Promise<State> {
  const { dir, url, fingerprint } = options;
  const given = options.root === undefined ? null : givenRoot(options.root);
  const existing = await readState(dir);
  if (existing)
    return {
      ...existing,
      url: publicUrl(url ?? existing.url),
      root: given ?? existing.root,
      fingerprint: fingerprint ?? existing.fingerprint,
    };
  const created = { ...(await newState(publicUrl(url ?? DEFAULT_URL), fingerprint ?? null)), root: given };
  await writeState(dir, created);
  return created;
}

async function ask(before: State, options: ActivateOptions, nowMs: number): Promise<State> {
  const { token, version = DEFAULT_VERSION } = options;
  const { url, publicKey } = before;
  const request = { token, fingerprint: await fingerprintOf(before), version, publicKey, hostname: hostname() };
  return takeActivation(before, await requestActivation(url, request), options, nowMs);
}

/**
 * The state after an activation, by whichever way it came; its document is verified first.
 * Refusals: AppSuiteError for a document that can't be trusted or belongs to another server.
 */
export async function takeActivation(
  before: State,
  { server, license, etag, checkInNumber }: Activated,
  { dir, version = DEFAULT_VERSION, random = Math.random }: Pick<ActivateOptions, 'dir' | 'version' | 'random'>,
  nowMs: number,
): Promise<State> {
  const { url, activation: held } = before;
  const fingerprint = await fingerprintOf(before);
  if (held && held.server !== server) throw otherServer(dir, held.server, server);
  const clock = lookAt(before.clock, nowMs);
  const heldIssuedAt = held && decodeJwt(held.license).iat!;
  const expected = {
    ...{ roots: trustedRoots(before), least: before.least },
    url,
    server,
    fingerprint,
    mode: 'online' as const,
    heldIssuedAt,
    clock,
    machineMs: nowMs,
  };
  const verified = verifyLicense(license, expected);
  const now = verified.clock.newestMs;
  return {
    ...before,
    activation: { server, license, etag, checkInNumber, lastContactMs: now },
    version,
    trouble: null,
    root: rootAfter(before, verified.root),
    least: verified.least,
    clock: verified.clock,
    attempt: null,
    next: afterContact(now, verified.claims.checkInAfterSeconds!, random),
    returned: null,
    pairing: null,
    replacedOffline: (held && offlineDocumentOf(held)) ?? before.replacedOffline,
  };
}

function otherServer(dir: string, own: string, other: string): AppSuiteError {
  return new AppSuiteError(
    `${dir} is the folder of server ${own}, and this token is that of server ${other}: rotate the token of ${other} and activate it from a folder of its own.`,
  );
}
