import type { EntityManager } from '@mikro-orm/postgresql';
import type { Recorded } from '../../../domain/recorded.ts';
import { appendToJournal } from './journal.ts';
import { STREAMS, tablesOf, type StreamKind, type StreamRows, type Table } from './streams.ts';

/**
 * Brings the rows of a stream to a place of it and its journal up to date, in the transaction that it is called in. What
 * is not newer than the rows leaves them alone. Fails where the journal holds something else in the place of an event.
 */
export async function publish<Kind extends StreamKind>(
  tx: EntityManager,
  kind: Kind,
  rows: StreamRows<Kind>,
  events: readonly Recorded<{ type: string }>[],
): Promise<void> {
  await putRows(tx, kind, rows);
  await appendToJournal(tx, `${kind}/${idOf(kind, rows)}`, events);
}

/**
 * Raises the parent row of a stream where it is lower, and replaces its children; false where it is not. The statement
 * that writes the parent decides, also about the first row of a stream, and holds it until the transaction ends: between
 * a look and a write another attempt could pass.
 */
export async function putRows<Kind extends StreamKind>(
  tx: EntityManager,
  kind: Kind,
  rows: StreamRows<Kind>,
): Promise<boolean> {
  const { parent, children } = tablesOf(tx, kind);
  const raised = await tx.execute<unknown[]>(
    `${put(parent, given(parent))} where excluded.seq > ${parent.name}.seq returning 1`,
    [asJson(parent, [rows.parent])],
  );
  if (raised.length === 0) return false;
  const ofParent = rows.children as Record<string, object[]>;
  // By a statement of its own: only one that begins when the parent is held sees all that others have written.
  await tx.execute(
    `with ${children.map(([, table]) => replacement(table)).join()} select 1`,
    children.flatMap(([name, table]) => [asJson(table, ofParent[name]!), ...(table.grows ? [] : [idOf(kind, rows)])]),
  );
  return true;
}

function idOf<Kind extends StreamKind>(kind: Kind, { parent }: StreamRows<Kind>): string {
  return (parent as Record<string, unknown>)[STREAMS[kind].parent.of] as string;
}

/** Parts of a `with` by which a table has the rows given, and of the stream, unless it grows, no others. */
function replacement(table: Table): string {
  const { name, of, key, grows } = table;
  const isGiven = key.map((column) => `given.${column} = old.${column}`).join(' and ');
  return [
    `given_${name} as (select * from ${given(table)})`,
    `put_${name} as (${put(table, `given_${name}`)})`,
    ...(grows
      ? []
      : [
          `left_${name} as (delete from ${name} old where ${of} = ?
             and not exists (select from given_${name} given where ${isGiven}))`,
        ]),
  ].join();
}

/** In SQL, rows of a table that are given as JSON. */
export function given({ name }: Table): string {
  return `jsonb_populate_recordset(null::${name}, ?::jsonb)`;
}

/** In SQL, puts into a table what a part of a `from` gives. */
export function insert({ name, columns }: Table, source: string): string {
  const all = Object.values(columns).join();
  return `insert into ${name} (${all}) select ${all} from ${source}`;
}

function put(table: Table, source: string): string {
  const { of, key, columns } = table;
  const keys = [of, ...key];
  const others = Object.values(columns).filter((column) => !keys.includes(column));
  return `${insert(table, source)}
    on conflict (${keys.join()}) do update set (${others.join()}) = row(${others.map((column) => `excluded.${column}`).join()})`;
}

/** Rows as JSON by the names of their columns. */
export function asJson({ columns }: Table, rows: readonly object[]): string {
  const named = (row: object) => Object.entries(row).map(([name, value]) => [columns[name]!, value as unknown]);
  return JSON.stringify(rows.map((row) => Object.fromEntries(named(row)) as unknown));
}
