import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { endIfOurs, isOurs } from './processes.ts';
import { writeWhole } from './write-file.ts';

export const SERVICES = ['postgres', 'temporal', 'worker', 'api'] as const;
export type ServiceName = (typeof SERVICES)[number];

/** What runs now, kept true in `run.json` of the data folder. */
export type RunFile = {
  set: (service: ServiceName, pid: number | null) => void;
  remove: () => void;
};

type Pids = Partial<Record<ServiceName, number>>;

const SUPERVISOR = 'scripts/start/main.ts';

/**
 * Takes the data folder for this process. Throws a sentence when another start has it. What a start that was killed left
 * running is ended first; `markers` are what the command line of each service holds. `say` hears of each that was ended.
 */
export async function takeDataFolder(
  dataDir: string,
  markers: Record<ServiceName, string>,
  say: (line: string) => void,
): Promise<RunFile> {
  const lock = join(dataDir, 'start.pid');
  const file = join(dataDir, 'run.json');
  takeLock(lock, dataDir);
  const left = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Pids) : {};
  for (const service of SERVICES.toReversed()) {
    const pid = left[service];
    const ended = pid !== undefined && (await endIfOurs(pid, markers[service], endSignal(service)));
    if (ended) say(`Ended ${service} (${pid}), left over from a start that was killed.`);
  }
  const pids: Pids = {};
  const write = () => writeWhole(file, `${JSON.stringify(pids)}\n`);
  write();
  return {
    set(service, pid) {
      if (pid === null) delete pids[service];
      else pids[service] = pid;
      write();
    },
    remove() {
      rmSync(file, { force: true });
      rmSync(lock, { force: true });
    },
  };
}

/** The lock is a file that names its holder: one whose holder is gone counts for nothing. */
function takeLock(lock: string, dataDir: string): void {
  const holder = existsSync(lock) ? Number(readFileSync(lock, 'utf8')) : null;
  if (holder !== null && isOurs(holder, SUPERVISOR)) {
    throw new Error(
      `${dataDir} is in use by \`npm start\`, process ${holder}: stop that one, or set DATA_DIR to another folder.`,
    );
  }
  if (holder !== null) rmSync(lock, { force: true });
  writeFileSync(lock, String(process.pid), { flag: 'wx', mode: 0o600 });
}

/** PostgreSQL takes SIGTERM as "when every session has ended", SIGINT as "now, in order". */
function endSignal(service: ServiceName): NodeJS.Signals {
  return service === 'postgres' ? 'SIGINT' : 'SIGTERM';
}
