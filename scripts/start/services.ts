import { join } from 'node:path';
import type { StartConfig } from '../../config.ts';
import { FORMER_EXIT_CODE } from '../../db/former.ts';
import { ROOT } from '../prepare/binaries.mjs';
import { failure, launch, whenReady, type Child } from './child.ts';
import { postgresFolder } from './data-folder.ts';
import { isPostgresReady, launchPostgres } from './postgres.ts';
import type { ServiceName } from './run-file.ts';
import type { Service } from './supervise.ts';
import { launchTemporal, whenTemporalIsReady } from './temporal.ts';

/** What the services are made from, once it is known. */
export type Setup = {
  config: StartConfig;
  dataDir: string;
  /** Null where the database is somebody else's. */
  postgres: { port: number; password: string } | null;
  /** The environment of the processes of the product. */
  env: NodeJS.ProcessEnv;
  /** The database's address for the owner of its tables, whom the migrations alone are told. */
  ownerUrl: string;
  logs: string;
  /** Where this machine reaches the API. */
  apiUrl: string;
};

const WORKER = join(ROOT, 'worker', 'main.ts');
const API = join(ROOT, 'api', 'main.ts');
const MIGRATIONS = join(ROOT, 'db', 'migrate.ts');

/** What the command line of each service holds and no other program's does. */
export function markers(dataDir: string): Record<ServiceName, string> {
  return { postgres: postgresFolder(dataDir), temporal: temporalDatabase(dataDir), worker: WORKER, api: API };
}

/** The four services. */
export function services({ config, dataDir, postgres, env, logs, apiUrl }: Setup): Record<ServiceName, Service> {
  const temporal = { namespace: config.temporalNamespace, port: config.temporalPort };
  return {
    postgres: {
      name: 'postgres',
      launch: () => launchPostgres({ dataDir, ...postgres! }),
      ready: (child) => whenReady('PostgreSQL', child, () => isPostgresReady(dataDir, child)),
    },
    temporal: {
      name: 'temporal',
      launch: () =>
        launchTemporal({
          ...temporal,
          database: temporalDatabase(dataDir),
          logs,
          uiPort: config.temporalUiPort,
        }),
      ready: (child) => whenTemporalIsReady(child, temporal),
    },
    worker: {
      name: 'worker',
      launch: () => launchProgram('worker', WORKER, logs, env),
      ready: (child) => whenReady('The worker', child, () => child.output().includes('worker ready')),
    },
    api: {
      name: 'api',
      launch: () => launchProgram('api', API, logs, env),
      ready: (child) => whenReady('The API', child, () => answers(`${apiUrl}/readyz`)),
    },
  };
}

/** Brings the database to the newest version. Rejects with how to begin anew where it holds data of before 0.1.0. */
export async function migrate({
  config: { databaseUrl },
  dataDir,
  env,
  ownerUrl,
  logs,
}: Pick<Setup, 'dataDir' | 'env' | 'ownerUrl' | 'logs'> & { config: Pick<StartConfig, 'databaseUrl'> }): Promise<void> {
  const child = await launchProgram('migrations', MIGRATIONS, logs, { ...env, MIGRATION_DATABASE_URL: ownerUrl });
  const how = await child.exited;
  if (how === `code ${FORMER_EXIT_CODE}`)
    throw new Error(
      databaseUrl === null
        ? `The folder ${dataDir} holds data of before 0.1.0, which cannot be carried on: move it away or remove it, and start again.`
        : child.output().trim(),
    );
  if (how !== 'code 0') throw failure(child, `The database could not be migrated (${how}).`);
}

function launchProgram(name: string, file: string, logs: string, env: NodeJS.ProcessEnv): Promise<Child> {
  return launch({
    command: process.execPath,
    args: ['--import', 'tsx', file],
    log: join(logs, `${name}.log`),
    env,
  });
}

/** The file of Temporal's server. */
export function temporalDatabase(dataDir: string): string {
  return join(dataDir, 'temporal.db');
}

function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    (response) => response.ok,
    () => false,
  );
}
