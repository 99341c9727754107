import { readFileSync, statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { MikroORM } from '@mikro-orm/postgresql';

/** Tables that have nothing to do with how many orders there are, or only in development. */
const NOT_COUNTED = ['mailbox', 'idempotency'];

/** Bytes of the service's tables with their indexes, after what was deleted has been cleared away. */
export async function postgresBytes({ em }: MikroORM): Promise<number> {
  const fork = em.fork();
  await fork.execute('vacuum (analyze)');
  const [row] = await fork.execute<{ bytes: number }[]>(
    `select sum(pg_total_relation_size(relid))::float8 as bytes from pg_stat_user_tables
     where relname not in (${NOT_COUNTED.map(() => '?').join()})`,
    NOT_COUNTED,
  );
  return row!.bytes;
}

/** Bytes of Temporal's store on the disk, with what is not yet written into its main file. */
export function storeBytes(file: string): number {
  return [file, `${file}-wal`].reduce((sum, path) => sum + (statSync(path, { throwIfNoEntry: false })?.size ?? 0), 0);
}

/** Bytes that Temporal's store keeps of each workflow, by the first part of the ids: its state and its history, without indexes and tasks. */
export function bytesPerWorkflow(file: string): Map<string, number> {
  const store = new DatabaseSync(file, { readOnly: true });
  try {
    const rows = store
      .prepare(
        `with histories as materialized (select tree_id, sum(length(data)) as bytes from history_node group by tree_id)
         select substr(e.workflow_id, 1, instr(e.workflow_id, '/') - 1) as kind,
           avg(length(e.data) + length(e.state) + h.bytes) as bytes
         from executions e join histories h on h.tree_id = e.run_id where instr(e.workflow_id, '/') > 0 group by 1`,
      )
      .all() as { kind: string; bytes: number }[];
    return new Map(rows.map(({ kind, bytes }) => [kind, bytes]));
  } finally {
    store.close();
  }
}

/** The memory that a process holds, in bytes, as Linux counts it. */
export function residentBytes(pid: number): number {
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))!;
  return Number(kilobytes) * 1_024;
}
