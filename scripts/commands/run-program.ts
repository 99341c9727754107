import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readStartConfig } from '../../config.ts';
import { ROOT } from '../prepare/binaries.mjs';
import { loadKeys } from '../start/keys.ts';
import { productEnv } from '../start/settings.ts';

/** Runs a program of the product against what `npm start` runs in DATA_DIR, or against what the environment names. */
export function runProgram(file: string, args: readonly string[]): void {
  const config = readStartConfig();
  const dataDir = resolve(config.dataDir);
  const portFile = join(dataDir, 'postgres-port');
  if (config.databaseUrl === null && !existsSync(portFile)) {
    console.error(`There is no database in ${dataDir}. Start the product first: npm start`);
    process.exit(1);
  }
  const port = config.postgresPort ?? (config.databaseUrl === null ? Number(readFileSync(portFile, 'utf8')) : 0);
  const env = productEnv(config, dataDir, loadKeys(dataDir), port);
  const program = spawn(process.execPath, ['--import', 'tsx', join(ROOT, file), ...args], { env, stdio: 'inherit' });
  program.on('exit', (code) => (process.exitCode = code ?? 1));
}
