import { join, resolve } from 'node:path';
import { commandLine } from '../../admin/command-line.ts';
import { readStartConfig } from '../../config.ts';
import { makeDataFolder } from './data-folder.ts';
import { loadKeys } from './keys.ts';
import { withRemedy } from '../prepare/remedies.mjs';
import { freePort } from './ports.ts';
import { postgresUrl } from './postgres.ts';
import { SERVICES, takeDataFolder } from './run-file.ts';
import { markers, type Setup } from './services.ts';
import { localUrl, postgresPort, productEnv, requireOwnKeys, requirePorts } from './settings.ts';
import { bringUp } from './steps.ts';
import { stopRequest } from './stop-request.ts';
import { summary } from './summary.ts';
import { createSupervisor } from './supervise.ts';

const say = (line: string) => console.log(line);

/** Takes the data folder, runs everything in it until it is asked to stop, and leaves nothing running. */
async function main(): Promise<void> {
  const config = readStartConfig();
  requireOwnKeys(config);
  const dataDir = resolve(config.dataDir);
  makeDataFolder(dataDir);
  const runFile = await takeDataFolder(dataDir, markers(dataDir), say);
  const supervisor = createSupervisor(SERVICES, runFile, say);
  const stopRequested = stopRequest(say, () => supervisor.kill());

  const start = async () => {
    await requirePorts(config);
    const setup = await setUp(config, dataDir);
    await bringUp(setup, supervisor);
    say(summary(setup));
  };
  try {
    await Promise.race([start(), stopRequested]);
    await stopRequested;
  } finally {
    await supervisor.stop();
    runFile.remove();
  }
}

async function setUp(config: Setup['config'], dataDir: string): Promise<Setup> {
  const isOurs = config.databaseUrl === null;
  const database = isOurs ? { keys: loadKeys(dataDir), port: await postgresPort(config, dataDir) } : null;
  const postgres = database && { port: database.port, password: database.keys.postgresPassword };
  return {
    ...{ config, dataDir, postgres },
    env: { ...productEnv(config, dataDir, database), WORKER_PORT: String(config.workerPort ?? (await freePort())) },
    ownerUrl: postgres ? postgresUrl(postgres) : config.ownerUrl!,
    apiUrl: localUrl(config),
    logs: join(dataDir, 'logs'),
  };
}

const about = 'Runs PostgreSQL, Temporal, worker and api in DATA_DIR until Ctrl-C. Settings are environment variables.';
commandLine('npm start', about).parse();
try {
  await main();
} catch (error) {
  const { message, cause } = error as Error;
  const details = typeof cause === 'string' ? `${cause}\n\n` : '';
  console.error(`\n${withRemedy(`${details}${message}`)}`);
  process.exitCode = 1;
}
