import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { fileURLToPath } from 'node:url';

/** Where `npm run build` puts the workflows, in one script. */
export const BUILT_BUNDLE = fileURLToPath(new URL('../workflows.bundle.js', import.meta.url));

/** What a release is known by to Temporal: its workflows. Those of two images of one source are the same. */
export function releaseOf(bundle: string): string {
  return createHash('sha256').update(readFileSync(bundle)).digest('hex').slice(0, 12);
}

/** As whom a worker of these workflows asks for tasks. */
export function workerIdentity(bundle: string): string {
  return `${releaseOf(bundle)}@${hostname()}/${process.pid}`;
}

/** A worker that asked for tasks, and when it last did, in epoch milliseconds. */
export type Poller = { identity: string; askedAt: number };

/** A worker asks for at most a minute at a time: one that has not asked for longer is gone. */
const GONE_AFTER_MS = 70_000;

/** The workers that are there and of another release. */
export function ofOtherReleases(pollers: readonly Poller[], release: string, nowMs: number): string[] {
  return pollers
    .filter(({ identity, askedAt }) => !identity.startsWith(`${release}@`) && nowMs - askedAt < GONE_AFTER_MS)
    .map(({ identity }) => identity);
}
