import { isDeepStrictEqual } from 'node:util';
import type { EntityManager } from '@mikro-orm/postgresql';

/** A table of a stream: the column that names the stream, and what tells its rows apart. `grows` when older rows stay. */
type Table = { name: string; of: string; key: string[]; grows?: true };

/** Every table that a stream writes beside the journal, the one of its parent row first. */
export const STREAM_TABLES = {
  order: [
    { name: 'orders', of: 'number', key: [] },
    { name: 'deliveries', of: 'order_number', key: ['id'] },
    { name: 'lines', of: 'order_number', key: ['id'] },
    { name: 'assignments', of: 'order_number', key: ['line', 'server'] },
    { name: 'heard_servers', of: 'order_number', key: ['server'] },
  ],
  server: [
    { name: 'servers', of: 'id', key: [] },
    { name: 'shares', of: 'server', key: ['order_number', 'line'] },
    { name: 'activation_tokens', of: 'server', key: ['version'], grows: true },
  ],
} as const satisfies Record<string, readonly [Table, ...Table[]]>;

export type StreamKind = keyof typeof STREAM_TABLES;

/** `ahead`: the rows are newer than what was to be written; else one sentence for each thing that differed. */
export type Rebuilt = { kind: 'ahead' } | { kind: 'compared'; differences: string[] };

/**
 * Writes the rows of one stream anew by `write`, in one transaction that holds the parent row, and says what differed
 * from before. It is kept when something did, unless `onlyCompare`. Rows with a higher `seq` are left, unless `evenIfAhead`.
 */
export async function rebuildStream(
  em: EntityManager,
  stream: { kind: StreamKind; id: string; seq: number },
  write: (tx: EntityManager) => Promise<void>,
  options: { onlyCompare: boolean; evenIfAhead: boolean },
): Promise<Rebuilt> {
  const [parent, ...children] = STREAM_TABLES[stream.kind] as readonly [Table, ...Table[]];
  const tx = em.fork();
  await tx.begin();
  let keep = false;
  try {
    const [row] = await tx.execute<{ seq: number }[]>(
      `select seq from ${parent.name} where ${parent.of} = ? for update`,
      [stream.id],
    );
    if (row && row.seq > stream.seq && !options.evenIfAhead) return { kind: 'ahead' };
    const before = await snapshot(tx, [parent, ...children], stream.id);
    // Not deleted: whoever waits for the row would find it gone, and take the stream for a new one.
    await tx.execute(`update ${parent.name} set seq = -1 where ${parent.of} = ?`, [stream.id]);
    for (const { name, of, grows } of children)
      if (!grows) await tx.execute(`delete from ${name} where ${of} = ?`, [stream.id]);
    await write(tx);
    const differences = compare(before, await snapshot(tx, [parent, ...children], stream.id));
    keep = differences.length > 0 && !options.onlyCompare;
    return { kind: 'compared', differences };
  } finally {
    await (keep ? tx.commit() : tx.rollback());
  }
}

/** Orders and servers that have rows and are not over, by their ids. */
export async function openStreams(em: EntityManager): Promise<Record<StreamKind, string[]>> {
  const [row] = await em.execute<Record<StreamKind, string[]>[]>(
    `select coalesce((select jsonb_agg(number) from orders where status in ('open', 'suspended')), '[]') as "order",
       coalesce((select jsonb_agg(id) from servers where state <> 'retired'), '[]') as server`,
  );
  return row!;
}

type Rows = Map<string, Record<string, unknown>>;

async function snapshot(tx: EntityManager, tables: readonly Table[], id: string): Promise<Rows> {
  const rows: Rows = new Map();
  for (const { name, of, key } of tables) {
    const found = await tx.execute<{ row: Record<string, unknown> }[]>(
      `select to_jsonb(t) as row from ${name} t where ${of} = ?`,
      [id],
    );
    for (const { row } of found) rows.set([name, key.map((column) => row[column]).join('/')].join(' ').trim(), row);
  }
  return rows;
}

function compare(before: Rows, after: Rows): string[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
    const [was, is] = [before.get(key), after.get(key)];
    if (!was) return [`${key}: was missing`];
    if (!is) return [`${key}: did not belong there`];
    return Object.keys(is)
      .filter((column) => !isDeepStrictEqual(was[column], is[column]))
      .map((column) => `${key}: ${column} was ${JSON.stringify(was[column])} instead of ${JSON.stringify(is[column])}`);
  });
}
