import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, openSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { ROOT } from '../prepare/binaries.mjs';

/** A process of ours that runs. */
export type Child = {
  pid: number;
  /** Resolves when it has ended, with how: `code 1`, `SIGKILL`. */
  exited: Promise<string>;
  /** What it has written since it was launched. */
  output: () => string;
  /** Asks it to end, waits, and kills it when that takes too long. */
  stop: () => Promise<void>;
  kill: () => void;
};

export type Launch = {
  command: string;
  args: string[];
  /** The file that its output is appended to. */
  log: string;
  env?: NodeJS.ProcessEnv;
  /** Where it runs; the folder of this program unless said. */
  cwd?: string;
  uid?: number;
  gid?: number;
  /** What it takes as the request to end in order. */
  stopSignal?: NodeJS.Signals;
};

const STOP_WITHIN_MS = 10_000;
const LOOK_EVERY_MS = 30;
const READY_WITHIN_MS = 60_000;
const SHOWN_LINES = 20;

/**
 * Launches a process in a session of its own, so that a Ctrl-C in the terminal reaches the supervisor alone and the
 * order of stopping holds. It writes straight into its log: it outlives a supervisor that is killed, and the next
 * start ends it. Rejects when it cannot be started.
 */
export async function launch({ command, args, log, stopSignal = 'SIGTERM', ...options }: Launch): Promise<Child> {
  mkdirSync(dirname(log), { recursive: true, mode: 0o700 });
  const file = openSync(log, 'a', 0o600);
  const start = statSync(log).size;
  // What it writes is for its own user alone, Temporal's histories among it.
  const mask = process.umask(0o077);
  const child = spawn(command, args, { cwd: ROOT, ...options, detached: true, stdio: ['ignore', file, file] });
  process.umask(mask);
  closeSync(file);
  const exited = new Promise<string>((resolve) =>
    child.on('exit', (code, signal) => resolve(signal ?? `code ${code}`)),
  );
  await once(child, 'spawn');
  return {
    pid: child.pid!,
    exited,
    output: () => readFileSync(log).subarray(start).toString(),
    kill: () => child.kill('SIGKILL'),
    async stop() {
      child.kill(stopSignal);
      const timer = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS);
      await exited;
      clearTimeout(timer);
    },
  };
}

/**
 * Waits until the probe holds. Stops the child and throws when it ends before or takes a minute; the cause of the error
 * is its last lines.
 */
export async function whenReady(name: string, child: Child, probe: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + READY_WITHIN_MS;
  let ended: string | undefined;
  void child.exited.then((how) => (ended = how));
  while (!(await probe())) {
    if (ended !== undefined) throw failure(child, `${name} ended while it started (${ended}).`);
    if (Date.now() > deadline) {
      await child.stop();
      throw failure(child, `${name} was not ready within ${READY_WITHIN_MS / 1000} s.`);
    }
    await delay(LOOK_EVERY_MS);
  }
}

/** A failure of a child: a sentence, with the child's last lines as its cause. */
export function failure(child: Child, sentence: string): Error {
  return new Error(sentence, { cause: child.output().trimEnd().split('\n').slice(-SHOWN_LINES).join('\n') });
}
