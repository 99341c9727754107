import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { JWK } from 'jose';
import { AppSuiteError } from './errors.ts';

/** An Ed25519 public key as a JWK (RFC 8037). */
export type PublicKey = Pick<JWK, 'kty' | 'crv' | 'x'>;

/** What a server holds once it is activated. */
export type Activation = {
  server: string;
  /** The license document as it came, a JWS that was verified before it was stored. */
  license: string;
  etag: string | null;
  /** The last number that the cloud gave; the next check-in presents it. */
  checkInNumber: string | null;
  /** Epoch milliseconds of the last answer that was no refusal. */
  lastContactMs: number;
};

/** Everything an AppSuite remembers, in one file, so that it is replaced as one. */
export type State = {
  /** Tells this folder from others on the same machine. */
  installation: string;
  privateKey: JWK;
  publicKey: PublicKey;
  /** As the administrator gave it; null for the machine's own. */
  fingerprint: string | null;
  url: string;
  activation: Activation | null;
  /** Why the last check-in failed, for the status; null when it did not. */
  trouble: string | null;
};

const FILE = 'state.json';

/** Reads the state of a folder; null when it has none. Refuses a file that is not a whole state. */
export async function readState(dir: string): Promise<State | null> {
  const path = join(dir, FILE);
  try {
    return JSON.parse(await readFile(path, 'utf8')) as State;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new AppSuiteError(
      `${path} can't be read (${(error as Error).message}): restore it or choose another folder.`,
    );
  }
}

/**
 * Replaces the state of a folder: after a crash at any moment the old or the new one is there, whole. Only the owner can
 * read it, as the private key is in it.
 */
export async function writeState(dir: string, state: State): Promise<void> {
  await mkdir(dir, { recursive: true, mode: 0o700 });
  const path = join(dir, FILE);
  const temporary = `${path}.${randomUUID()}.tmp`;
  try {
    await writeDurably(temporary, JSON.stringify(state, null, 2));
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await syncFolder(dir);
}

async function writeDurably(path: string, content: string): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A rename is durable only once the folder that holds the name is. */
async function syncFolder(dir: string): Promise<void> {
  const folder = await open(dir, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
