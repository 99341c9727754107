import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

const END_WITHIN_MS = 10_000;
const LOOK_EVERY_MS = 30;

/** Whether that process runs and its command line holds the marker: a number alone may be another program's by now. */
export function isOurs(pid: number, marker: string): boolean {
  return commandLine(pid).includes(marker);
}

/** Ends a process that is not a child of this one, if it is ours: asks, waits, kills. Answers whether there was one. */
export async function endIfOurs(pid: number, marker: string, signal: NodeJS.Signals = 'SIGTERM'): Promise<boolean> {
  if (!isOurs(pid, marker)) return false;
  send(pid, signal);
  const deadline = Date.now() + END_WITHIN_MS;
  while (isOurs(pid, marker)) {
    if (Date.now() > deadline) send(pid, 'SIGKILL');
    await delay(LOOK_EVERY_MS);
  }
  return true;
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    // It may have ended between the look and the signal.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** The arguments, separated by spaces; empty when there is no such process or it has ended and waits to be reaped. */
function commandLine(pid: number): string {
  try {
    if (existsSync('/proc/self/cmdline')) return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
}
