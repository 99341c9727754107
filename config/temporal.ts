import { loadClientConnectConfig } from '@temporalio/envconfig';
import { readUrl, type Settings } from './settings.ts';

/** How to reach Temporal: what `@temporalio/envconfig` made of TEMPORAL_ADDRESS, TEMPORAL_API_KEY, TEMPORAL_TLS and so on. */
export type TemporalConnection = ReturnType<typeof loadClientConnectConfig>['connectionOptions'] & { address: string };

/** `uiUrl` is where people find Temporal's UI, null where none is known. */
export type TemporalConfig = {
  namespace: string;
  taskQueue: string;
  uiUrl: string | null;
  connection: TemporalConnection;
};

const DEFAULT_TEMPORAL_ADDRESS = '127.0.0.1:7233';
const TASK_QUEUE = 'cloud-licensing';

/** What of Temporal's own settings can stand in a file too; its SDK reads all others by itself, TEMPORAL_TLS_… by paths of their own. */
const BY_FILE = ['TEMPORAL_ADDRESS', 'TEMPORAL_NAMESPACE', 'TEMPORAL_API_KEY'];

/** How to reach Temporal, in which namespace, on which task queue. */
export function readTemporal(settings: Settings): TemporalConfig {
  const uiUrl = readUrl(settings, 'TEMPORAL_UI_URL') ?? null;
  const { connectionOptions, namespace } = readTemporalConnection(settings);
  return {
    namespace: namespace ?? 'default',
    taskQueue: TASK_QUEUE,
    uiUrl,
    connection: { ...connectionOptions, address: connectionOptions.address ?? DEFAULT_TEMPORAL_ADDRESS },
  };
}

function readTemporalConnection({ env, text, mistake }: Settings): Partial<
  ReturnType<typeof loadClientConnectConfig>
> & {
  connectionOptions: Partial<TemporalConnection>;
} {
  try {
    const set = Object.entries(env).filter((entry): entry is [string, string] => Boolean(entry[1]));
    const read = BY_FILE.flatMap((name): [string, string][] => {
      const value = text(name);
      return value === undefined ? [] : [[name, value]];
    });
    const overrideEnvVars = Object.fromEntries([...set, ...read]);
    return loadClientConnectConfig({ overrideEnvVars });
  } catch (error) {
    mistake(`TEMPORAL_… or Temporal's configuration file cannot be used: ${(error as Error).message}.`);
    return { connectionOptions: {} };
  }
}
