import { statfsSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeDataFolder, removeDataFolder } from '../../../scripts/start/data-folder.ts';
import { startPostgres } from '../../../scripts/start/postgres.ts';
import { startTemporal } from '../../../scripts/start/temporal.ts';

export type Parts = { databaseUrl: string; temporalAddress: string; stop: () => Promise<void> };

/** Where Linux keeps files in memory; and how much room there has to be, in bytes: databases, and what is written ahead. */
const IN_MEMORY = { folder: '/dev/shm', room: 6 * 2 ** 30 };

/** Starts a throwaway PostgreSQL and a real Temporal server in memory, both on free ports. `stop` leaves nothing. */
export async function startParts(): Promise<Parts> {
  const folder = await mkdtemp(join(throwawayFolder(), 'cloud-licensing-parts-'));
  makeDataFolder(folder);
  const started = await Promise.allSettled([
    startPostgres({ dataDir: folder, password: 'test', fsync: false }),
    startTemporal({ logs: join(folder, 'logs') }),
  ]);
  const stop = async () => {
    const running = started.flatMap((part) => (part.status === 'fulfilled' ? [part.value] : []));
    await Promise.all(running.map((part) => part.stop()));
    removeDataFolder(folder);
  };
  const [postgres, temporal] = started;
  if (postgres.status === 'rejected' || temporal.status === 'rejected') {
    await stop();
    const reasons = started.flatMap((part) => (part.status === 'rejected' ? [part.reason as Error] : []));
    throw new AggregateError(reasons, reasons.map(({ message, cause }) => `${message}\n${String(cause)}`).join('\n'));
  }
  return { databaseUrl: postgres.value.url, temporalAddress: temporal.value.address, stop };
}

/** In memory where that has room: each test file has a database of its own, which is a thousand files. */
function throwawayFolder(): string {
  try {
    const { bavail, bsize } = statfsSync(IN_MEMORY.folder);
    return bavail * bsize >= IN_MEMORY.room ? IN_MEMORY.folder : tmpdir();
  } catch {
    return tmpdir();
  }
}
