import { isDeepStrictEqual } from 'node:util';
import type { EntityManager } from '@mikro-orm/postgresql';
import { restoreClaims } from '../servers/restoring.ts';
import { putRows } from './publish.ts';
import { tablesOf, type StreamKind, type StreamRows, type Table } from './streams.ts';

/**
 * `ahead`: the rows are newer than what was to be written, and where they are, null where they came meanwhile; else one
 * sentence for each thing that differed.
 */
export type Rebuilt = { kind: 'ahead'; seq: number | null } | { kind: 'compared'; differences: string[] };

/**
 * Writes the rows of one stream anew, with what a server claims, in one transaction that holds the parent row, and says what
 * differed from before.
 * It is kept when something did, unless `onlyCompare`. Rows with a higher `seq` are left: they were published since the
 * workflow was asked. `seenAhead` is where they were before it was asked: rows that are still there are wrong.
 */
export async function rebuildStream<Kind extends StreamKind>(
  em: EntityManager,
  kind: Kind,
  { id, seq, rows }: { id: string; seq: number; rows: StreamRows<Kind> },
  { onlyCompare, seenAhead }: { onlyCompare: boolean; seenAhead: number | null },
): Promise<Rebuilt> {
  const tx = em.fork();
  const { parent, children } = tablesOf(tx, kind);
  const tables = [parent, ...children.map(([, table]) => table)];
  await tx.begin();
  let keep = false;
  try {
    const [known] = await tx.execute<{ seq: number }[]>(
      `select seq from ${parent.name} where ${parent.of} = ? for update`,
      [id],
    );
    if (known && known.seq > seq && known.seq !== seenAhead) return { kind: 'ahead', seq: known.seq };
    const before = await snapshot(tx, tables, id);
    // Not deleted: whoever waits for the row would find it gone, and take the stream for a new one. Only what is held is
    // lowered: a row that came since is another's.
    if (known) await tx.execute(`update ${parent.name} set seq = -1 where ${parent.of} = ?`, [id]);
    if (!(await putRows(tx, kind, rows))) return { kind: 'ahead', seq: null };
    const differences = compare(before, await snapshot(tx, tables, id));
    if (kind === 'server') differences.push(...(await restoreClaims(tx, id)).map(missing));
    keep = differences.length > 0 && !onlyCompare;
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

/** Says of a row, by its table and its key, that it was not there. */
export const missing = (row: string) => `${row}: was missing`;

type Rows = Map<string, Record<string, unknown>>;

/** In SQL, the names of the columns of a table that follow from its others. */
const derivedOf = (name: string) =>
  `array(select attname::text from pg_attribute where attrelid = '${name}'::regclass and attgenerated <> '')`;

async function snapshot(tx: EntityManager, tables: readonly Table[], id: string): Promise<Rows> {
  const rows: Rows = new Map();
  for (const { name, of, key } of tables) {
    const found = await tx.execute<{ row: Record<string, unknown> }[]>(
      `select to_jsonb(t) - ${derivedOf(name)} as row from ${name} t where ${of} = ?`,
      [id],
    );
    for (const { row } of found) rows.set([name, key.map((column) => row[column]).join('/')].join(' ').trim(), row);
  }
  return rows;
}

function compare(before: Rows, after: Rows): string[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
    const [was, is] = [before.get(key), after.get(key)];
    if (!was) return [missing(key)];
    if (!is) return [`${key}: did not belong there`];
    return Object.keys(is)
      .filter((column) => !isDeepStrictEqual(was[column], is[column]))
      .map((column) => `${key}: ${column} was ${JSON.stringify(was[column])} instead of ${JSON.stringify(is[column])}`);
  });
}
