import { execFile } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Connection } from '@temporalio/client';
import { removeDataFolder } from '../../scripts/start/data-folder.ts';
import { launch, whenReady, type Child } from '../../scripts/start/child.ts';
import { freePort } from '../../scripts/start/ports.ts';
import { startPostgres } from '../../scripts/start/postgres.ts';
import type { Setup } from '../../scripts/start/services.ts';
import { prepareNamespace } from '../../temporal/namespace.ts';

/** Where `npm run bench:production -- build` puts the programs, and where they are looked for without TEMPORAL_SERVER. */
export const PROGRAMS = ['temporal-server', 'temporal-sql-tool'] as const;

const HOST = '127.0.0.1';
const SHARDS = 512;
const STORES = { temporal: 'temporal', visibility: 'temporal_visibility' } as const;
const SERVICES = ['frontend', 'history', 'matching', 'worker'] as const;

/** A Temporal server as in production: its four services in one process, 512 shards, on a PostgreSQL of its own. */
export type ProductionTemporal = {
  service: (setup: Setup) => { launch: () => Promise<Child>; ready: (child: Child) => Promise<void> };
  /** The PostgreSQL of the server, once it is launched: its address and the parent of its processes. */
  store: () => { url: string; pid: number };
  /** Ends that PostgreSQL; the server is ended by whoever launched it. */
  close: () => Promise<void>;
};

/** Is to be launched from the folder of the server's programs. Throws a sentence when they are not there. */
export function productionTemporal(programs: string): ProductionTemporal {
  const missing = PROGRAMS.filter((program) => !existsSync(join(programs, program)));
  if (missing.length > 0)
    throw new Error(
      `${programs} has no ${missing.join(' and no ')}: set TEMPORAL_SERVER to the folder of a release of Temporal's server, ` +
        'or run `npm run bench:production -- build` where there is Go.',
    );
  let store: (Child & { url: string; folder: string }) | undefined;

  async function openStore(dataDir: string): Promise<Child & { url: string; folder: string }> {
    const folder = join(dataDir, 'temporal-store');
    return { ...(await startPostgres({ dataDir: folder, password: 'temporal' })), folder };
  }

  async function launchServer({ config, dataDir, logs }: Setup): Promise<Child> {
    store = await openStore(dataDir);
    const { hostname, port, username, password } = new URL(store.url);
    const sql = (database: string, ...args: string[]) =>
      promisify(execFile)(join(programs, 'temporal-sql-tool'), [
        ...['--plugin', 'postgres12_pgx', '--endpoint', hostname, '--port', port],
        ...['--user', username, '--password', password, '--database', database, ...args],
      ]);
    for (const [schema, database] of Object.entries(STORES)) {
      await sql(database, 'create');
      await sql(database, 'setup-schema', '--version', '0.0');
      await sql(database, 'update-schema', '--schema-name', `postgresql/v12/${schema}`);
    }
    const file = join(dataDir, 'temporal-server.yaml');
    const settings = await serverSettings(config.temporalPort, { hostname, port, username, password });
    // JSON is YAML.
    writeFileSync(file, JSON.stringify(settings), { mode: 0o600 });
    return launch({
      command: join(programs, 'temporal-server'),
      args: ['--config-file', file, '--allow-no-auth', 'start'],
      log: join(logs, 'temporal.log'),
    });
  }

  return {
    service: (setup) => ({
      launch: () => launchServer(setup),
      ready: async (child) => {
        const address = `${HOST}:${setup.config.temporalPort}`;
        await whenReady('Temporal', child, () => isServing(address));
        const connection = await Connection.connect({ address });
        await prepareNamespace(connection, setup.config.temporalNamespace).finally(() => connection.close());
      },
    }),
    store: () => ({ url: store!.url, pid: store!.pid }),
    async close() {
      await store?.stop();
      if (store) removeDataFolder(store.folder);
    },
  };
}

type Address = { hostname: string; port: string; username: string; password: string };

/** The server's configuration, every port a free one but that of its clients. */
async function serverSettings(grpcPort: number, { hostname, port, username, password }: Address) {
  const rpc = async (service: (typeof SERVICES)[number]) => ({
    rpc: {
      grpcPort: service === 'frontend' ? grpcPort : await freePort(),
      membershipPort: await freePort(),
      bindOnLocalHost: true,
    },
  });
  const datastore = (databaseName: string, maxConns: number) => ({
    sql: {
      ...{ pluginName: 'postgres12_pgx', databaseName, connectAddr: `${hostname}:${port}`, connectProtocol: 'tcp' },
      ...{ user: username, password, maxConns, maxIdleConns: maxConns, maxConnLifetime: '1h' },
    },
  });
  const services: Record<string, Awaited<ReturnType<typeof rpc>>> = {};
  for (const service of SERVICES) services[service] = await rpc(service);
  return {
    log: { stdout: true, level: 'warn' },
    persistence: {
      ...{ defaultStore: 'default', visibilityStore: 'visibility', numHistoryShards: SHARDS },
      datastores: { default: datastore(STORES.temporal, 40), visibility: datastore(STORES.visibility, 20) },
    },
    global: { membership: { maxJoinDuration: '30s', broadcastAddress: HOST } },
    services,
    clusterMetadata: {
      ...{ enableGlobalNamespace: false, failoverVersionIncrement: 10 },
      ...{ masterClusterName: 'active', currentClusterName: 'active' },
      clusterInformation: {
        active: { enabled: true, initialFailoverVersion: 1, rpcName: 'frontend', rpcAddress: `${HOST}:${grpcPort}` },
      },
    },
    dcRedirectionPolicy: { policy: 'noop' },
    publicClient: { hostPort: `${HOST}:${grpcPort}` },
  };
}

async function isServing(address: string): Promise<boolean> {
  try {
    const connection = await Connection.connect({ address, connectTimeout: '1s' });
    await connection.close();
    return true;
  } catch {
    return false;
  }
}
