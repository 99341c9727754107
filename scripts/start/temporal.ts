import { execFile } from 'node:child_process';
import { chmodSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { CLI_ATTRIBUTES } from '../../temporal/search-attributes.ts';
import { binary } from '../prepare/binaries.mjs';
import { launch, whenReady, type Child } from './child.ts';
import { freePort, onFreePorts } from './ports.ts';

export type TemporalOptions = {
  /** The file that histories are kept in, an absolute path; without one they are kept in memory. */
  database?: string;
  /** The folder of its log. */
  logs: string;
  namespace: string;
  port: number;
  uiPort: number;
};

/** How long Temporal keeps what has closed, to be looked at. */
const RETENTION = '90d';
const HOST = '127.0.0.1';

/** One server needs no parts of a queue that tasks are forwarded between. */
const ONE_PARTITION = ['Read', 'Write'].map((use) => `matching.numTaskqueue${use}Partitions=1`);

/** Its search attributes are there from its first moment, so that it need not look for new ones at each use, as it would. */
const KNOWN_ATTRIBUTES = 'system.forceSearchAttributesCacheRefreshOnRead=false';

/** Lets `npm run years` skip the time of one workflow; it changes nothing for those that nobody asks it for. */
const TIME_SKIPPING = 'frontend.WorkflowTimeSkippingEnabled=true';

/** Where clients and people find it. */
export function temporalAddresses({ port, uiPort }: Pick<TemporalOptions, 'port' | 'uiPort'>) {
  return { address: `${HOST}:${port}`, uiUrl: `http://${HOST}:${uiPort}` };
}

/** Its runtime collects garbage less often than by itself: a fifth less work, for some hundred megabytes of memory. */
const GARBAGE_COLLECTION = { GOGC: '400' };

/** Starts a Temporal server for development on free ports, its histories in memory, and waits until it serves. */
export function startTemporal({
  logs,
}: Pick<TemporalOptions, 'logs'>): Promise<Child & { address: string; uiUrl: string }> {
  return onFreePorts(async () => {
    const [namespace, port, uiPort] = ['default', await freePort(), await freePort()];
    const child = await launchTemporal({ logs, namespace, port, uiPort });
    await whenTemporalIsReady(child, { namespace, port });
    return { ...child, ...temporalAddresses({ port, uiPort }) };
  });
}

/** Launches the server with its UI; namespace and search attributes are there from its first moment. */
export function launchTemporal({ database, logs, namespace, port, uiPort }: TemporalOptions): Promise<Child> {
  // One that an earlier version made could be read by everybody.
  if (database && existsSync(database)) chmodSync(database, 0o600);
  const attributes = CLI_ATTRIBUTES.map(({ name, type }) => `${name}=${type}`);
  return launch({
    command: binary('temporal'),
    args: [
      ...['server', 'start-dev', '--ip', HOST, '--port', String(port), '--ui-port', String(uiPort)],
      ...['--namespace', namespace, '--log-level', 'warn', '--ui-disable-news-fetch'],
      ...(database ? ['--db-filename', database] : []),
      ...[...ONE_PARTITION, KNOWN_ATTRIBUTES, TIME_SKIPPING].flatMap((setting) => ['--dynamic-config-value', setting]),
      ...attributes.flatMap((attribute) => ['--search-attribute', attribute]),
    ],
    log: join(logs, 'temporal.log'),
    env: { ...GARBAGE_COLLECTION, ...process.env },
  });
}

/** Waits until the server serves its namespace, and gives that the retention which the server has no flag for. */
export async function whenTemporalIsReady(
  child: Child,
  { namespace, port }: Pick<TemporalOptions, 'namespace' | 'port'>,
): Promise<void> {
  const update = ['operator', 'namespace', 'update', '--namespace', namespace, '--retention', RETENTION];
  const args = [...update, '--address', `${HOST}:${port}`, '--command-timeout', '2s'];
  await whenReady('Temporal', child, () =>
    promisify(execFile)(binary('temporal'), args).then(
      () => true,
      () => false,
    ),
  );
}
