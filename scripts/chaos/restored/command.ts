import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from '../../prepare/binaries.mjs';

export type CommandResult = { exitCode: number | null; output: string; seconds: number };

/** How far a repair was when it had looked at everything, and how fast. */
const LOOKED = /^(\d+) of \1 orders and servers, \d+ a second$/m;

/** Runs an operator's command on a product in a folder, and kills it after so long where that is said. */
export function operate(
  dataDir: string,
  ports: NodeJS.ProcessEnv,
  args: string[],
  killAfterMs?: number,
): Promise<CommandResult> {
  const startedAt = Date.now();
  const child = spawn(process.execPath, ['--import', 'tsx', join(ROOT, 'scripts', 'commands', 'admin.ts'), ...args], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, DATA_DIR: dataDir, ...ports },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (output += data.toString()));
  const kill = killAfterMs === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfterMs);
  return new Promise((resolve) =>
    child.on('close', (exitCode) => {
      clearTimeout(kill);
      resolve({ exitCode, output, seconds: (Date.now() - startedAt) / 1000 });
    }),
  );
}

/** What a repair says that it looked at, and how fast. */
export function lookedAt({ output }: CommandResult): string {
  return LOOKED.exec(output)?.[0] ?? 'nothing';
}
