import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../../agent/run.ts';

/** A folder for an AppSuite, in a folder of its own that `remove` takes away. */
export async function newFolder(): Promise<{ dir: string; remove: () => Promise<void> }> {
  const parent = await mkdtemp(join(tmpdir(), 'appsuite-'));
  return { dir: join(parent, 'server'), remove: () => rm(parent, { recursive: true }) };
}

/** Time that a test moves: waiting takes none. */
export type VirtualTime = { nowMs: number };

/** Runs the daemon until that instant of virtual time, looking at the clock every hour, and answers what it said. */
export async function runUntil(dir: string, time: VirtualTime, untilMs: number): Promise<string[]> {
  const said: string[] = [];
  const stop = new AbortController();
  const sleep = async (ms: number) => {
    time.nowMs += ms;
    if (time.nowMs >= untilMs) stop.abort();
  };
  const daemon = { dir, signal: stop.signal, clock: () => time.nowMs, random: () => 0, sleep, lookEveryMs: 3_600_000 };
  await run({ ...daemon, say: (line) => void said.push(line) });
  return said;
}
