import { spawn } from 'node:child_process';

export type Result = { code: number; output: string };

/** Runs a program, and answers what it printed. Throws an Error that has it where it fails. */
export async function succeed(program: string, args: readonly string[], env = process.env): Promise<string> {
  const { code, output } = await execute(program, args, env);
  if (code !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${code}:\n${output.slice(-4_000)}`);
  return output.trim();
}

/** Runs a program, and answers how it ended: 127 where it is not here. */
export function execute(program: string, args: readonly string[], env = process.env): Promise<Result> {
  const { promise, resolve } = Promise.withResolvers<Result>();
  const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.on('data', (data: Buffer) => (output += data.toString()));
  child.stderr.on('data', (data: Buffer) => (output += data.toString()));
  child.on('error', () => resolve({ code: 127, output: `${program} is not here` }));
  child.on('close', (code) => resolve({ code: code ?? 1, output }));
  return promise;
}
