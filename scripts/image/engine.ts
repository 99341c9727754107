import { spawn } from 'node:child_process';

export type Result = { code: number; output: string };

/** What builds images and runs containers here: docker or podman, whose commands are the same as far as they are used. */
export type Engine = {
  name: string;
  /** Runs it, and answers what it printed. Throws an Error that has it where it fails. */
  run: (...args: string[]) => Promise<string>;
  /** Runs it, and answers how it ended. */
  attempt: (...args: string[]) => Promise<Result>;
};

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

/** Runs a program, and answers what it printed. Throws an Error that has it where it fails. */
export async function succeed(program: string, args: readonly string[], env = process.env): Promise<string> {
  const { code, output } = await execute(program, args, env);
  if (code !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${code}:\n${output.slice(-4_000)}`);
  return output.trim();
}

function execute(program: string, args: readonly string[], env = process.env): Promise<Result> {
  const { promise, resolve } = Promise.withResolvers<Result>();
  const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.on('data', (data: Buffer) => (output += data.toString()));
  child.stderr.on('data', (data: Buffer) => (output += data.toString()));
  child.on('error', () => resolve({ code: 127, output: `${program} is not here` }));
  child.on('close', (code) => resolve({ code: code ?? 1, output }));
  return promise;
}
