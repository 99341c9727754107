import { existsSync, readFileSync } from 'node:fs';
import { isIPv6 } from 'node:net';
import { join } from 'node:path';
import { readSetting, type StartConfig } from '../../config.ts';
import type { Keys } from './keys.ts';
import { freePort, isFree, requireFree } from './ports.ts';
import { serviceUrl } from './postgres.ts';
import { developmentCertificates } from './roots.ts';
import { temporalAddresses } from './temporal.ts';
import { writeWhole } from './write-file.ts';

const PREFERRED_POSTGRES_PORT = 5433;

/** Throws a sentence about the first port that another program has, before anything is started. */
export async function requirePorts(config: StartConfig): Promise<void> {
  await requireFree('PORT', config.port, config.host);
  if (config.workerPort !== null) await requireFree('WORKER_PORT', config.workerPort, config.host);
  if (config.temporalAddress === null) {
    await requireFree('TEMPORAL_PORT', config.temporalPort);
    await requireFree('TEMPORAL_UI_PORT', config.temporalUiPort);
  }
  if (config.databaseUrl === null && config.postgresPort !== null) {
    await requireFree('POSTGRES_PORT', config.postgresPort);
  }
}

/** The port of the embedded database: the one that was set, else the last one, else one that is free. */
export async function postgresPort(config: StartConfig, dataDir: string): Promise<number> {
  if (config.postgresPort !== null) return config.postgresPort;
  const file = join(dataDir, 'postgres-port');
  const last = existsSync(file) ? Number(readFileSync(file, 'utf8')) : PREFERRED_POSTGRES_PORT;
  const port = (await isFree(last)) ? last : await freePort();
  writeWhole(file, `${port}\n`);
  return port;
}

/** Where this machine reaches what listens on a port: a host that means "every address" is none to connect to. */
export function localUrl({ host, port }: Pick<StartConfig, 'host' | 'port'>): string {
  const reachable = { '0.0.0.0': '127.0.0.1', '::': '::1' }[host] ?? host;
  return `http://${isIPv6(reachable) ? `[${reachable}]` : reachable}:${port}`;
}

/**
 * Throws a sentence when a database that this start does not bring along comes without its keys, as what is in it derives
 * from them and those of the data folder are another installation's, or without its owner, who migrates it.
 */
export function requireOwnKeys({ databaseUrl, sampleData }: StartConfig): void {
  if (databaseUrl === null) return;
  const keys = ['SECRET_KEYS', 'SIGNING_KEYS', 'SIGNING_CERTIFICATES', ...(sampleData ? ['BOOTSTRAP_API_KEY'] : [])];
  const needed = [...keys, 'MIGRATION_DATABASE_URL'];
  const missing = needed.filter((name) => readSetting(name) === undefined);
  if (missing.length === 0) return;
  throw new Error(
    `DATABASE_URL names a database with keys and an owner of its own: set ${missing.join(', ')} too, or leave DATABASE_URL out.`,
  );
}

/** The database that a start brings along, with what derives from its keys. */
export type Embedded = { keys: Keys; port: number };

/** The environment of the product's processes: what was set but for the database's owner, and for the rest what this start provides. */
export function productEnv(config: StartConfig, dataDir: string, database: Embedded | null): NodeJS.ProcessEnv {
  const embedded = temporalAddresses({ port: config.temporalPort, uiPort: config.temporalUiPort });
  const temporal =
    config.temporalAddress === null
      ? { TEMPORAL_ADDRESS: embedded.address, TEMPORAL_UI_URL: config.temporalUiUrl ?? embedded.uiUrl }
      : {};
  const set = Object.fromEntries(
    Object.entries(process.env).filter(([name, value]) => !OWNERS.includes(name) && value?.trim()),
  );
  const provided = { ...(database && embeddedEnv(database)), ...(database && certificatesOf(dataDir, set)) };
  const isByFile = (name: string) => set[`${name}_FILE`] !== undefined;
  return {
    ...Object.fromEntries(Object.entries(provided).filter(([name]) => !isByFile(name))),
    ...{ ...set, ...temporal, DATA_DIR: dataDir },
  };
}

const OWNERS = ['MIGRATION_DATABASE_URL', 'MIGRATION_DATABASE_URL_FILE'];

/** Signing keys that were set for the database of this start are certified by the root of its data folder. */
function certificatesOf(dataDir: string, set: NodeJS.ProcessEnv) {
  const SIGNING_KEYS = readSetting('SIGNING_KEYS', set);
  return (
    SIGNING_KEYS !== undefined && { SIGNING_CERTIFICATES: developmentCertificates(dataDir, SIGNING_KEYS, Date.now()) }
  );
}

function embeddedEnv({ keys: { postgresPassword: password, ...keys }, port }: Embedded) {
  return { ...keys, DATABASE_URL: serviceUrl({ port, password }) };
}
