import { execFileSync } from 'node:child_process';

/** A process and all that came of it, itself first: PostgreSQL's are in sessions of their own, where no signal to a group reaches. */
export function familyOf(pid: number): number[] {
  const rows = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((row) => row.trim().split(/\s+/).map(Number));
  const family = [pid];
  for (const member of family) family.push(...rows.flatMap(([child, parent]) => (parent === member ? [child!] : [])));
  return family;
}

/** Stops a process where it is, with all that came of it; `resume` has them go on, as if no time had passed for them. */
export function pause(pid: number): { resume: () => void } {
  // Itself first, so that nothing comes of it meanwhile.
  send([pid], 'SIGSTOP');
  const family = familyOf(pid);
  send(family, 'SIGSTOP');
  return { resume: () => send(family.toReversed(), 'SIGCONT') };
}

function send(pids: readonly number[], signal: NodeJS.Signals): void {
  for (const pid of pids) {
    try {
      process.kill(pid, signal);
    } catch (error) {
      // It may have ended by itself.
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  }
}
