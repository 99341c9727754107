import { execFileSync } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { readConfig, readStartConfig, type Config } from '../config.ts';
import { ROOT } from '../scripts/prepare/binaries.mjs';
import { launch, whenReady, type Child } from '../scripts/start/child.ts';
import { makeDataFolder, removeDataFolder } from '../scripts/start/data-folder.ts';
import { loadKeys } from '../scripts/start/keys.ts';
import { freePort } from '../scripts/start/ports.ts';
import { postgresUrl, serviceUrl } from '../scripts/start/postgres.ts';
import { migrate, services, temporalDatabase, type Setup } from '../scripts/start/services.ts';
import type { Service } from '../scripts/start/supervise.ts';
import { localUrl } from '../scripts/start/settings.ts';
import { stopRequest } from '../scripts/start/stop-request.ts';
import { temporalAddresses } from '../scripts/start/temporal.ts';

const PUBLIC_URL = 'https://licensing.example';

/** A whole installation of the product that lasts as long as the benchmarks, in production mode. */
export type Installation = {
  /** Where this machine reaches the API; `publicUrl` is what the product takes for its address. */
  apiUrl: string;
  publicUrl: string;
  apiKey: string;
  secretKeys: Config['secretKeys'];
  /** For the owner of the tables, as benchmarks make some of their own. */
  databaseUrl: string;
  temporalAddress: string;
  /** The SQLite file of Temporal's server. */
  temporalStore: string;
  workerPid: number;
  /** The processes of now; that of PostgreSQL is the parent of all of its own. */
  pids: () => Record<'worker' | 'api' | 'temporal' | 'postgres', number>;
  /** Starts another api on the same database: where to reach it, and what has it end in order. */
  startApi: () => Promise<{ url: string; stop: () => Promise<void> }>;
  /** Kills the worker, whatever it is at, and starts another one in its place. */
  replaceWorker: () => Promise<void>;
  /** Starts one more worker beside it; answers what kills that one, and starts another in its place. */
  startWorker: () => Promise<() => Promise<void>>;
  /** Runs a program of this folder as a process of its own, with these arguments, until it says that it is ready; answers its id. */
  run: (program: string, ...args: string[]) => Promise<number>;
};

/** What an installation is made of other than by default. */
export type Shape = {
  /** The checkout whose worker and api are measured, this one by default; its packages have to be installed. */
  root?: string;
  /** Settings of its processes beside the usual ones. */
  env?: NodeJS.ProcessEnv;
  /** The Temporal server in place of that for development. */
  temporal?: (setup: Setup) => Pick<Service, 'launch' | 'ready'>;
};

let stopped: Promise<never> | undefined;

function stopRequested(): Promise<never> {
  stopped ??= stopRequest(console.error, () => process.exit(1)).then(() => {
    throw new Error('Stopped before the end.');
  });
  return stopped;
}

/** Starts an installation in a temporary folder, lets `use` measure it, and leaves nothing of it; rejects when it is asked to stop. */
export async function withInstallation(
  use: (installation: Installation) => Promise<void>,
  shape: Shape = {},
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'cloud-licensing-bench-'));
  makeDataFolder(folder);
  const children: Child[] = [];
  let programs = 0;
  const start = async (launched: Promise<Child>, ready: (child: Child) => Promise<void>) => {
    const child = await launched;
    children.push(child);
    await ready(child);
    return child;
  };
  const replace = async (child: Child, service: Service) => {
    child.kill();
    await child.exited;
    return start(service.launch(), service.ready);
  };
  try {
    const setup = await setUp(folder, shape);
    const { postgres, worker: workers, api, ...others } = services(setup);
    const temporal = shape.temporal?.(setup) ?? others.temporal;
    const { pid: postgresPid } = await start(postgres.launch(), postgres.ready);
    const { pid: temporalPid } = await start(temporal.launch(), temporal.ready);
    await migrate(setup);
    let worker = await start(workers.launch(), workers.ready);
    const { pid: apiPid } = await start(api.launch(), api.ready);
    const used = use({
      apiUrl: setup.apiUrl,
      publicUrl: PUBLIC_URL,
      apiKey: setup.env.BOOTSTRAP_API_KEY!,
      secretKeys: readConfig(setup.env).secretKeys,
      databaseUrl: setup.ownerUrl,
      temporalAddress: setup.env.TEMPORAL_ADDRESS!,
      temporalStore: temporalDatabase(setup.dataDir),
      pids: () => ({ worker: worker.pid, api: apiPid, temporal: temporalPid, postgres: postgresPid }),
      workerPid: worker.pid,
      async startApi() {
        const env = { ...setup.env, PORT: `${await freePort()}` };
        const url = `http://127.0.0.1:${env.PORT}`;
        const other = services({ ...setup, env, apiUrl: url }).api;
        const { stop } = await start(other.launch(), other.ready);
        return { url, stop };
      },
      async replaceWorker() {
        worker = await replace(worker, workers);
      },
      async startWorker() {
        const env = { ...setup.env, WORKER_PORT: `${await freePort()}` };
        // Whether one is ready is read in its log.
        const others = services({ ...setup, env, logs: join(setup.logs, `worker-${env.WORKER_PORT}`) }).worker;
        let other = await start(others.launch(), others.ready);
        return async () => {
          other = await replace(other, others);
        };
      },
      async run(program, ...args) {
        const launched = launch({
          command: process.execPath,
          args: ['--import', 'tsx', join(ROOT, 'bench', program), ...args],
          log: join(setup.logs, `${basename(program)}-${(programs += 1)}.log`),
        });
        const { pid } = await start(launched, (child) =>
          whenReady(program, child, () => child.output().includes('ready')),
        );
        return pid;
      },
    });
    await Promise.race([used, stopRequested()]);
  } finally {
    for (const child of children.toReversed()) await child.stop();
    removeDataFolder(folder);
  }
}

const builds = new Set<string>();

/** Builds a checkout as for the image, once, and answers where it is; what that says goes to standard error. */
function build(root: string): string {
  if (!builds.has(root)) {
    console.error(`  ${root} is built`);
    execFileSync('npm', ['run', '--silent', 'build'], { cwd: root, stdio: ['ignore', process.stderr, process.stderr] });
  }
  builds.add(root);
  return root;
}

/** Settings of the surroundings are left out, so that a key for Resend found there is not used. */
async function setUp(dataDir: string, { root = ROOT, env: more }: Shape): Promise<Setup> {
  const built = build(root);
  const { postgresPassword, ...keys } = loadKeys(dataDir);
  const ports = {
    PORT: `${await freePort()}`,
    WORKER_PORT: `${await freePort()}`,
    TEMPORAL_PORT: `${await freePort()}`,
    TEMPORAL_UI_PORT: `${await freePort()}`,
  };
  const config = readStartConfig({ ...ports, DATA_DIR: dataDir });
  const apiUrl = localUrl(config);
  // As docker-compose.yml has it.
  const postgres = { port: await freePort(), password: postgresPassword, sharedBuffers: '1GB' };
  const temporal = temporalAddresses({ port: config.temporalPort, uiPort: config.temporalUiPort });
  const env = {
    ...{ ...keys, ...ports, PATH: process.env.PATH, DATA_DIR: dataDir },
    DATABASE_URL: serviceUrl(postgres),
    TEMPORAL_ADDRESS: temporal.address,
    // As the image runs it: what draws the pages takes several times as long where it helps to develop.
    ...{
      DRAIN_SECONDS: '0',
      NODE_ENV: 'production',
      PUBLIC_URL,
      MAILBOX: 'development',
      RESEND_BASE_URL: `${apiUrl}/dev/resend`,
    },
    WEBHOOK_PRIVATE_TARGETS: '127.0.0.1',
    ...more,
  };
  const ownerUrl = postgresUrl(postgres);
  return { config, dataDir, postgres, env, apiUrl, ownerUrl, logs: join(dataDir, 'logs'), built };
}
