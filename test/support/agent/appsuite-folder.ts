import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../../agent/run.ts';
import { startFakeCloud, type FakeCloud } from './fake-cloud.ts';
import { application, LASTING } from './licenses.ts';

/** A folder for an AppSuite, in a folder of its own that `remove` takes away. */
export async function newFolder(): Promise<{ dir: string; remove: () => Promise<void> }> {
  const parent = await mkdtemp(join(tmpdir(), 'appsuite-'));
  return { dir: join(parent, 'server'), remove: () => rm(parent, { recursive: true }) };
}

/** A folder, and a cloud whose application no date ends, for whoever looks at the real clock. */
export async function newFolderAndCloud(): Promise<{ dir: string; cloud: FakeCloud; cleanUp: () => Promise<void> }> {
  const cloud = await startFakeCloud({ applications: () => [application({ entitlements: [LASTING] })] });
  const { dir, remove } = await newFolder();
  const cleanUp = async () => {
    await cloud.close();
    await remove();
  };
  return { dir, cloud, cleanUp };
}

/** Time that a test moves: waiting takes none. */
export type VirtualTime = { nowMs: number };

/** Runs the daemon until that instant of virtual time, looking at the clock every hour or so often, and answers what it said. */
export async function runUntil(
  dir: string,
  time: VirtualTime,
  untilMs: number,
  lookEveryMs = 3_600_000,
): Promise<string[]> {
  const said: string[] = [];
  const stop = new AbortController();
  const sleep = async (ms: number) => {
    time.nowMs += ms;
    if (time.nowMs >= untilMs) stop.abort();
  };
  // A cloud that answers late moves time, too.
  const clock = () => {
    if (time.nowMs >= untilMs) stop.abort();
    return time.nowMs;
  };
  const daemon = { dir, signal: stop.signal, clock, random: () => 0, sleep, lookEveryMs };
  await run({ ...daemon, say: (line) => void said.push(line) });
  return said;
}
