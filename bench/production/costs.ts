import { readdirSync, readFileSync } from 'node:fs';
import { connect } from '../../db/orm.ts';

/** What is counted of an installation: seconds of CPU by process, and what its two databases did. */
export type Counted = Record<string, number>;

/** Linux counts the time of processes in hundredths of a second. */
const TICKS_PER_SECOND = 100;

export type Parts = {
  /** Processes by what they are; for a database the parent of all of its own. */
  pids: Record<string, number>;
  /** Databases by what they hold, for their owners. */
  databases: Record<string, string>;
};

/**
 * Reads the counters of an installation: `cpu <part>` in milliseconds, `commits <database>`, and `written <database>` in
 * bytes of the write-ahead log. What happened between two readings is the difference.
 */
export async function readCounters({ pids, databases }: Parts): Promise<Counted> {
  const counted: Counted = {};
  for (const [part, pid] of Object.entries(pids)) counted[`cpu ${part}`] = cpuMs(pid);
  for (const [name, url] of Object.entries(databases)) Object.assign(counted, await readDatabase(name, url));
  return counted;
}

/** What each of so many cost between two readings. */
export function perPiece(before: Counted, after: Counted, pieces: number): Counted {
  return Object.fromEntries(Object.entries(after).map(([name, value]) => [name, (value - before[name]!) / pieces]));
}

/** Milliseconds of CPU of a process with all that it has started: those that ended and those that run. */
function cpuMs(pid: number): number {
  const children = readdirSync('/proc').filter((entry) => /^\d+$/.test(entry) && stat(Number(entry))?.parent === pid);
  const own = stat(pid);
  const ofChildren = children.reduce((sum, child) => sum + (stat(Number(child))?.used ?? 0), 0);
  return (((own?.used ?? 0) + (own?.ofEnded ?? 0) + ofChildren) / TICKS_PER_SECOND) * 1000;
}

/** Null when the process has ended meanwhile. */
function stat(pid: number): { parent: number; used: number; ofEnded: number } | null {
  try {
    // The name may have blanks; what follows it has none.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ').map(Number);
    const [, parent] = fields;
    const [user, system, endedUser, endedSystem] = fields.slice(11, 15);
    return { parent: parent!, used: user! + system!, ofEnded: endedUser! + endedSystem! };
  } catch {
    return null;
  }
}

async function readDatabase(name: string, url: string): Promise<Counted> {
  const orm = await connect(url, 1);
  try {
    const [row] = await orm.em.fork().execute<{ commits: number; written: number }[]>(
      `select (select sum(xact_commit)::float8 from pg_stat_database) as commits,
         pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::float8 as written`,
    );
    return { [`commits ${name}`]: row!.commits, [`written ${name}`]: row!.written };
  } finally {
    await orm.close();
  }
}
