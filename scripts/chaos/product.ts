import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { ROOT } from '../prepare/binaries.mjs';
import { launch, whenReady } from '../start/child.ts';
import { makeDataFolder } from '../start/data-folder.ts';
import type { Keys } from '../start/keys.ts';
import { freePort } from '../start/ports.ts';
import { postgresUrl } from '../start/postgres.ts';
import type { ServiceName } from '../start/run-file.ts';
import { temporalAddresses } from '../start/temporal.ts';

/** The product as `npm start` runs it, in a folder of its own. */
export type Product = {
  url: string;
  apiKey: string;
  temporalAddress: string;
  databaseUrl: string;
  /** Where its parts are, as settings of the commands that look for them. */
  ports: NodeJS.ProcessEnv;
  /** Kills one of its processes with SIGKILL; false when none of that name runs at this moment. */
  kill: (service: ServiceName) => boolean;
  /** Resolves when it says that everything it needs is there. */
  ready: (withinMs: number) => Promise<void>;
  stop: () => Promise<void>;
};

const START = join(ROOT, 'scripts', 'start', 'main.ts');
const LOOK_EVERY_MS = 200;

/** What a start takes from this process: nothing that could lead it to a database or a mail provider in use. */
const INHERITED = ['PATH', 'HOME', 'TMPDIR', 'LANG'];

/** Starts the product on free ports and waits until it is ready; its log joins those of its processes. */
export async function startProduct(dataDir: string, logs: string): Promise<Product> {
  makeDataFolder(dataDir);
  const [port, temporalPort, uiPort] = [await freePort(), await freePort(), await freePort()];
  const url = `http://127.0.0.1:${port}`;
  const ports = { PORT: String(port), TEMPORAL_PORT: String(temporalPort), TEMPORAL_UI_PORT: String(uiPort) };
  const child = await launch({
    command: process.execPath,
    args: ['--import', 'tsx', START],
    log: join(logs, 'start.log'),
    env: {
      ...Object.fromEntries(INHERITED.map((name) => [name, process.env[name]])),
      ...{ DATA_DIR: dataDir, SAMPLE_DATA: 'false', ...ports },
    },
  });
  await whenReady('The product', child, () => child.output().includes('Cloud Licensing is ready.'));
  const { BOOTSTRAP_API_KEY: apiKey, postgresPassword: password } = readJson<Keys>(join(dataDir, 'keys.json'));
  return {
    url,
    apiKey,
    ports,
    temporalAddress: temporalAddresses({ port: temporalPort, uiPort }).address,
    databaseUrl: postgresUrl({ port: readJson<number>(join(dataDir, 'postgres-port')), password }),

    kill(service) {
      const pid = readJson<Partial<Record<ServiceName, number>>>(join(dataDir, 'run.json'))[service];
      return pid !== undefined && killProcess(pid);
    },

    async ready(withinMs) {
      const deadline = Date.now() + withinMs;
      while (!(await isReady(url))) {
        if (Date.now() > deadline) throw new Error(`${url}/readyz did not become ready within ${withinMs / 1000} s.`);
        await delay(LOOK_EVERY_MS);
      }
    },

    /** The start itself kills what does not end, so that it needs no limit here; killed, it would leave all of it. */
    async stop() {
      killProcess(child.pid, 'SIGTERM');
      await child.exited;
    },
  };
}

function killProcess(pid: number, signal: NodeJS.Signals = 'SIGKILL'): boolean {
  try {
    return process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    return false;
  }
}

function isReady(url: string): Promise<boolean> {
  return fetch(`${url}/readyz`, { signal: AbortSignal.timeout(5_000) }).then(
    (response) => response.ok,
    () => false,
  );
}

function readJson<Content>(file: string): Content {
  return JSON.parse(readFileSync(file, 'utf8')) as Content;
}
