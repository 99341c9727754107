import { mkdirSync, mkdtempSync, chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../../prepare/binaries.mjs';
import { launch, whenReady, type Child } from '../../start/child.ts';
import { makeDataFolder, removeDataFolder } from '../../start/data-folder.ts';
import { loadKeys } from '../../start/keys.ts';
import { freePort } from '../../start/ports.ts';
import { isPostgresReady, launchPostgres, postgresUrl, serviceUrl } from '../../start/postgres.ts';
import { startTemporal } from '../../start/temporal.ts';
import { mountSmallDisk, type SmallDisk } from '../faults/small-disk.ts';
import { startTcpProxy, type TcpProxy } from '../faults/tcp-proxy.ts';

export type Kind = 'api' | 'worker';

/** A process of the product. */
export type Part = { kind: Kind; name: string; child: Child; url: string; root: string };

/** The product with two apis and two workers, each part of it reached through a network that can fail. */
export type World = Awaited<ReturnType<typeof startWorld>>;

type Options = {
  /** The apis that run at any moment, as whoever balances them knows them. */
  apis: Part[];
  /** Where apis are reached for good, for e-mails that go to the mailbox of this product. */
  mailUrl: string;
  /** The folder of the program that begins. */
  root?: string;
  /** Megabytes of the disk that PostgreSQL gets for itself. */
  diskMegabytes?: number;
};

const DRAIN_SECONDS = 3;
const PROGRAMS = { api: 'api/main.ts', worker: 'worker/main.ts' };
const STEPPED_CLOCK = pathToFileURL(join(ROOT, 'scripts', 'chaos', 'faults', 'stepped-clock.mjs')).href;

/** Starts all of it in a folder of its own. Throws a sentence where a small disk is asked for and this machine allows none. */
export async function startWorld({ apis, mailUrl, root = ROOT, diskMegabytes }: Options) {
  const folder = mkdtempSync(join(tmpdir(), 'cloud-licensing-faults-'));
  chmodSync(folder, 0o755);
  const [dataDir, databaseDir] = [join(folder, 'data'), join(folder, 'database')];
  const logs = join(dataDir, 'logs');
  makeDataFolder(dataDir);
  mkdirSync(databaseDir, { mode: 0o755 });
  const disk = diskMegabytes === undefined ? null : requireDisk(databaseDir, diskMegabytes);
  const { postgresPassword: password, ...keys } = loadKeys(dataDir);
  const postgres = await keepPostgres({ dataDir: databaseDir, port: await freePort(), password });
  const temporal = await startTemporal({ logs });
  const toPostgres = await startTcpProxy(postgres.port);
  const toTemporal = await startTcpProxy(Number(new URL(`http://${temporal.address}`).port));
  const workers: Part[] = [];
  const partsOf = { api: apis, worker: workers };
  let numbered = 0;

  const address = { port: toPostgres.port, password };
  const env = {
    ...{ ...keys, PATH: process.env.PATH, DATA_DIR: dataDir },
    DATABASE_URL: serviceUrl(address),
    TEMPORAL_ADDRESS: `127.0.0.1:${toTemporal.port}`,
    ...{
      NODE_ENV: 'production',
      PUBLIC_URL: 'https://licensing.example',
      MAILBOX: 'development',
      RESEND_BASE_URL: `${mailUrl}/dev/resend`,
    },
    DRAIN_SECONDS: `${DRAIN_SECONDS}`,
    NODE_OPTIONS: `--import ${STEPPED_CLOCK}`,
  };

  async function migrate(of: string): Promise<void> {
    const child = await launch({
      ...{ command: process.execPath, args: ['--import', 'tsx', join(of, 'db/migrate.ts')], cwd: of },
      ...{ log: join(logs, 'migrations.log'), env: { ...env, MIGRATION_DATABASE_URL: postgresUrl(address) } },
    });
    const how = await child.exited;
    if (how !== 'code 0') throw new Error(`The migrations of ${of} ended with ${how}: ${child.output()}`);
  }

  async function start(kind: Kind, of: string): Promise<Part> {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const name = `${kind} ${(numbered += 1)}`;
    const child = await launch({
      ...{ command: process.execPath, args: ['--import', 'tsx', join(of, PROGRAMS[kind])], cwd: of },
      log: join(logs, `${name.replace(' ', '-')}.log`),
      env: { ...env, PORT: `${port}`, WORKER_PORT: `${port}` },
    });
    const part = { kind, name, child, url, root: of };
    await whenReady(name, child, async () =>
      kind === 'worker' ? child.output().includes('worker ready') : isReady(url),
    );
    partsOf[kind].push(part);
    return part;
  }

  await migrate(root);
  for (const kind of ['api', 'worker', 'api', 'worker'] as const) await start(kind, root);

  return {
    ...{ postgres, disk, toPostgres, toTemporal, migrate, start, logs },
    apiKey: keys.BOOTSTRAP_API_KEY,
    temporal: { pid: temporal.pid, address: temporal.address },
    /** For the owner of its tables, past the network that fails. */
    databaseUrl: postgresUrl({ port: postgres.port, password }),
    of: (kind: Kind) => [...partsOf[kind]],

    /** Takes a part out, by the request to stop or at once, when it has ended. */
    async take(part: Part, how: 'SIGTERM' | 'SIGKILL'): Promise<void> {
      process.kill(part.child.pid, how);
      await part.child.exited;
      const parts = partsOf[part.kind];
      parts.splice(parts.indexOf(part), 1);
    },

    async stop(): Promise<void> {
      for (const proxy of [toPostgres, toTemporal]) proxy.heal();
      await Promise.all([...apis, ...workers].map(({ child }) => child.stop()));
      for (const proxy of [toPostgres, toTemporal] satisfies TcpProxy[]) proxy.close();
      await temporal.stop();
      await postgres.stop();
      disk?.remove();
    },

    forget: () => removeDataFolder(folder),
  };
}

/** PostgreSQL, started again whenever it ends by itself, as it does where it can't write what it must. */
async function keepPostgres(options: { dataDir: string; port: number; password: string }) {
  let child = await launchPostgres(options);
  let isOver = false;
  await whenReady('PostgreSQL', child, () => isPostgresReady(options.dataDir, child));
  const kept = (async () => {
    while (!isOver) {
      await child.exited;
      if (!isOver) child = await launchPostgres(options);
    }
  })();
  return {
    port: options.port,
    pid: () => child.pid,
    async stop(): Promise<void> {
      isOver = true;
      await child.stop();
      await kept;
    },
  };
}

function requireDisk(folder: string, megabytes: number): SmallDisk {
  const disk = mountSmallDisk(folder, megabytes);
  if (disk === null) throw new Error('A disk of its own for PostgreSQL takes Linux, and root: mounting was refused.');
  return disk;
}

/** Whether an api says that it is ready; what does not answer within a second is not. */
export function isReady(url: string): Promise<boolean> {
  return fetch(`${url}/readyz`, { signal: AbortSignal.timeout(3_000) }).then(
    (answer) => answer.ok,
    () => false,
  );
}
