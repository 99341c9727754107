import { createServer, type AddressInfo } from 'node:net';
import { Runtime, type LogLevel, type LogMetadata } from '@temporalio/worker';
import type { Logger } from 'pino';

const LEVELS = { TRACE: 'trace', DEBUG: 'debug', INFO: 'info', WARN: 'warn', ERROR: 'error' } as const;

/** Temporal's numbers are read so fast, or left out of an answer: they are in this process. */
const WITHIN_MS = 1_000;

/**
 * Has Temporal's SDK write into the log of this process and count: how its slots, its cache and its pollers stand and how long
 * tasks wait and take. To be called before anything of it is made. Answers what reads its numbers, as text for Prometheus.
 */
export async function installRuntime(logger: Logger): Promise<() => Promise<string>> {
  const address = `127.0.0.1:${await freePort()}`;
  Runtime.install({
    logger: writingInto(logger),
    telemetryOptions: {
      logging: { filter: { core: 'WARN', other: 'ERROR' }, forward: {} },
      metrics: {
        attachServiceName: false,
        // Its core has a server of its own, which nobody else is to know: what it says is served with ours.
        prometheus: {
          bindAddress: address,
          ...{ countersTotalSuffix: true, unitSuffix: true, useSecondsForDurations: true },
        },
      },
    },
  });
  return async () => (await fetch(`http://${address}/metrics`, { signal: AbortSignal.timeout(WITHIN_MS) })).text();
}

function writingInto(logger: Logger) {
  const write = (level: LogLevel, message: string, { error, ...about }: LogMetadata = {}) =>
    logger[LEVELS[level]]({ ...about, ...(error !== undefined && { err: error }) }, message);
  const at = (level: LogLevel) => (message: string, about?: LogMetadata) => write(level, message, about);
  return {
    log: write,
    ...{ trace: at('TRACE'), debug: at('DEBUG'), info: at('INFO'), warn: at('WARN'), error: at('ERROR') },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
