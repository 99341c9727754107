import { hostname } from 'node:os';
import { publicUrl, requestActivation, requestSigningKeys } from './cloud.ts';
import { AppSuiteError } from './errors.ts';
import { machineFingerprint, newState } from './identity.ts';
import { statusOf, type Status } from './status.ts';
import { readState, writeState, type State } from './store.ts';
import { verifyLicense } from './verify.ts';

export const DEFAULT_URL = 'http://127.0.0.1:3000';
export const DEFAULT_VERSION = '2026.Autumn.1';

export type ActivateOptions = {
  /** The folder of this server; one folder is one server. */
  dir: string;
  token: string;
  /** The cloud's public URL; else the one this folder knows, else that of a cloud on this machine. */
  url?: string;
  version?: string;
  /** Instead of the machine's own, which differs from folder to folder. */
  fingerprint?: string;
  nowMs?: number;
};

/**
 * Activates this folder's server and answers its status. The key pair is stored before it is sent, so that after a lost
 * answer the same call is the same request. Nothing else is stored until the license document has been verified.
 * Refusals: RefusedError of the cloud; AppSuiteError for a document that can't be trusted or belongs to another server.
 */
export async function activate(options: ActivateOptions): Promise<Status> {
  const { dir, token, version = DEFAULT_VERSION, nowMs = Date.now() } = options;
  const before = await readOrCreate(options);
  const url = publicUrl(options.url ?? before.url);
  const fingerprint = options.fingerprint ?? before.fingerprint;
  const answer = await requestActivation(url, {
    token,
    fingerprint: fingerprint ?? (await machineFingerprint(before.installation)),
    version,
    publicKey: before.publicKey,
    hostname: hostname(),
  });
  const { server, license, etag, checkInNumber } = answer;
  if (before.activation && before.activation.server !== server)
    throw otherServer(dir, before.activation.server, server);
  await verifyLicense(license, await requestSigningKeys(url), { url, server, nowMs });
  const activation = { server, license, etag, checkInNumber, lastContactMs: nowMs };
  const state: State = { ...before, url, fingerprint, activation, trouble: null };
  await writeState(dir, state);
  return statusOf(state, nowMs);
}

async function readOrCreate({ dir, url, fingerprint }: ActivateOptions): Promise<State> {
  const existing = await readState(dir);
  if (existing) return existing;
  const created = await newState(publicUrl(url ?? DEFAULT_URL), fingerprint ?? null);
  await writeState(dir, created);
  return created;
}

function otherServer(dir: string, own: string, other: string): AppSuiteError {
  return new AppSuiteError(
    `${dir} is the folder of server ${own}, and this token is that of server ${other}: rotate the token of ${other} and activate it from a folder of its own.`,
  );
}
