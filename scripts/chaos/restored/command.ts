import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from '../../prepare/binaries.mjs';

export type CommandResult = { exitCode: number | null; output: string; seconds: number };

/** The first words of a summary's last sentence: what a repair looked at. */
const LOOKED = /^(\d+) orders and servers/m;

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

/** How many orders and servers a repair looked at. */
export function lookedAt({ output }: CommandResult): number {
  return Number(LOOKED.exec(output)?.[1] ?? 0);
}
