import { join } from 'node:path';
import type { StartConfig } from '../../config.ts';
import { FORMER_EXIT_CODE } from '../../db/former.ts';
import { ROOT } from '../prepare/binaries.mjs';
import { failure, launch, whenReady, type Child } from './child.ts';
import { postgresFolder } from './data-folder.ts';
import { isPostgresReady, launchPostgres, type PostgresOptions } from './postgres.ts';
import type { ServiceName } from './run-file.ts';
import type { Service } from './supervise.ts';
import { launchTemporal, whenTemporalIsReady } from './temporal.ts';

/** What the services are made from, once it is known. */
export type Setup = {
  config: StartConfig;
  dataDir: string;
  /** Null where the database is somebody else's. */
  postgres: Omit<PostgresOptions, 'dataDir'> | null;
  /** The environment of the processes of the product. */
  env: NodeJS.ProcessEnv;
  /** The database's address for the owner of its tables, whom the migrations alone are told. */
  ownerUrl: string;
  logs: string;
  /** Where this machine reaches the API. */
  apiUrl: string;
  /** A checkout that was built, whose programs are run; without it those of this one, as they are written. */
  built?: string;
};

const WORKER = join('worker', 'main.ts');
const API = join('api', 'main.ts');
const MIGRATIONS = join('db', 'migrate.ts');

/** What the command line of each service holds and no other program's does. */
export function markers(dataDir: string): Record<ServiceName, string> {
  return {
    postgres: postgresFolder(dataDir),
    temporal: temporalDatabase(dataDir),
    worker: join(ROOT, WORKER),
    api: join(ROOT, API),
  };
}

/** The four services. */
export function services(setup: Setup): Record<ServiceName, Service> {
  const { config, dataDir, postgres, logs, apiUrl } = setup;
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
      launch: () => launchProgram('worker', WORKER, setup),
      ready: (child) => whenReady('The worker', child, () => child.output().includes('worker ready')),
    },
    api: {
      name: 'api',
      launch: () => launchProgram('api', API, setup),
      ready: (child) => whenReady('The API', child, () => answers(`${apiUrl}/readyz`)),
    },
  };
}

type Migrated = Pick<Setup, 'dataDir' | 'env' | 'ownerUrl' | 'logs' | 'built'> & {
  config: Pick<StartConfig, 'databaseUrl'>;
};

/** Brings the database to the newest version. Rejects with how to begin anew where it holds data of before 0.1.0. */
export async function migrate({ config: { databaseUrl }, ownerUrl, ...setup }: Migrated): Promise<void> {
  const env = { ...setup.env, MIGRATION_DATABASE_URL: ownerUrl };
  const child = await launchProgram('migrations', MIGRATIONS, { ...setup, env });
  const how = await child.exited;
  if (how === `code ${FORMER_EXIT_CODE}`)
    throw new Error(
      databaseUrl === null
        ? `The folder ${setup.dataDir} holds data of before 0.1.0, which cannot be carried on: move it away or remove it, and start again.`
        : child.output().trim(),
    );
  if (how !== 'code 0') throw failure(child, `The database could not be migrated (${how}).`);
}

function launchProgram(
  name: string,
  file: string,
  { logs, env, built }: Pick<Setup, 'logs' | 'env' | 'built'>,
): Promise<Child> {
  const program = built ? [join(built, 'dist', file.replace(/ts$/, 'js'))] : ['--import', 'tsx', join(ROOT, file)];
  return launch({
    command: process.execPath,
    args: program,
    cwd: built ?? ROOT,
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
