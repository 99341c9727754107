import { readFileSync } from 'node:fs';
import { execute, succeed, type Result } from '../run-program.ts';

/** What builds images and runs containers here: docker or podman, whose commands are the same as far as they are used. */
export type Engine = {
  name: string;
  /** Runs it, and answers what it printed. Throws an Error that has it where it fails. */
  run: (...args: string[]) => Promise<string>;
  /** Runs it, and answers how it ended. */
  attempt: (...args: string[]) => Promise<Result>;
};

/** A container has at least so many open files; more where it asks for them and this machine allows it. */
const OPEN_FILES = 4_096;

/** Options for `create` and `run`: limits that this machine can give, as an engine's own can be more than it has itself. */
export function limits(openFiles = OPEN_FILES): string[] {
  const most = Number(
    /^Max open files\s+\d+\s+(\d+)/m.exec(readFileSync('/proc/self/limits', 'utf8'))?.[1] ?? OPEN_FILES,
  );
  const open = Math.min(openFiles, most);
  return ['--ulimit', `nofile=${open}:${open}`, '--ulimit', 'nproc=4096:4096'];
}

/** The first of docker and podman that runs; null where there is none. */
export async function findEngine(): Promise<Engine | null> {
  for (const name of ['docker', 'podman']) {
    const engine = engineOf(name);
    if ((await engine.attempt('info')).code === 0) return engine;
  }
  return null;
}

function engineOf(name: string): Engine {
  const attempt = (...args: string[]) => execute(name, args);
  return { name, attempt, run: (...args) => succeed(name, args) };
}
