import { setTimeout as pause } from 'node:timers/promises';
import type { EntityManager } from '@mikro-orm/postgresql';

/** An index of Temporal's visibility table, which has workflows of a namespace by a column. */
export type Index = {
  name: string;
  /** The column, as PostgreSQL spells it. */
  column: string;
  /** Whether a workflow may have nothing there. */
  isNullable: boolean;
  /** The statement that makes it, as PostgreSQL writes it. */
  definition: string;
  /** Which workflows it has; null where it has all of them. */
  predicate: string | null;
  /** Whether it was made here, and is not Temporal's own. */
  isOurs: boolean;
};

/** What the table and all its indexes take, in bytes. */
export type Sizes = { workflows: number; table: number; indexes: number };

const TABLE = 'executions_visibility';
/** What an index is named until it takes the place of another; none of Temporal's ends so. */
const SUFFIX = '_next';
const MARK = 'Made by visibility:narrow of Cloud Licensing; --undo makes it whole';
/** One run of the command at a time, whoever begins it. */
const LOCK = `hashtext('cloud-licensing/visibility')`;
const LOOKS = 20;
const LOOK_AGAIN_AFTER_MS = 100;

/** Whether the database has the table, and the role may change it. */
export async function lookForTable(em: EntityManager): Promise<'there' | 'missing' | 'of another'> {
  const [row] = await em.execute<{ isOwn: boolean }[]>(
    `select pg_has_role(relowner, 'usage') as "isOwn" from pg_class where oid = to_regclass('${TABLE}')`,
  );
  if (!row) return 'missing';
  return row.isOwn ? 'there' : 'of another';
}

/** Whether nobody else is at it; held until the connection ends, which takes PostgreSQL a moment. */
export async function claim(em: EntityManager): Promise<boolean> {
  for (let look = 1; ; look += 1) {
    const [row] = await em.execute<{ claimed: boolean }[]>(`select pg_try_advisory_lock(${LOCK}) as claimed`);
    if (row!.claimed || look === LOOKS) return row!.claimed;
    await pause(LOOK_AGAIN_AFTER_MS);
  }
}

/**
 * The indexes by a column, by their names: what the catalogue says, whichever version of Temporal made them. The namespace
 * comes first in all of them; the one by when workflows closed is by no column, and that of the primary key is unique.
 */
export function readIndexes(em: EntityManager): Promise<Index[]> {
  return em.execute<Index[]>(
    `select c.relname as name, a.attname as "column", not a.attnotnull as "isNullable",
       pg_get_indexdef(i.indexrelid) as definition, pg_get_expr(i.indpred, i.indrelid) as predicate,
       coalesce(obj_description(i.indexrelid, 'pg_class') = ?, false) as "isOurs"
     from pg_index i join pg_class c on c.oid = i.indexrelid
     join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[1]
     where i.indrelid = '${TABLE}'::regclass and not i.indisunique order by c.relname`,
    [MARK],
  );
}

/** Bytes of the table and of its indexes, and how many workflows stand there. */
export async function readSizes(em: EntityManager): Promise<Sizes> {
  const [row] = await em.execute<Sizes[]>(
    `select (select count(*)::float8 from ${TABLE}) as workflows, pg_table_size('${TABLE}')::float8 as "table",
       pg_indexes_size('${TABLE}')::float8 as indexes`,
  );
  return row!;
}

/**
 * Ends what a run that was killed left half done: an index whose predecessor is gone takes its place, any other is removed,
 * as it may not be whole.
 */
export async function tidy(em: EntityManager): Promise<void> {
  const left = await em.execute<{ name: string; isAlone: boolean }[]>(
    `select c.relname as name, to_regclass(quote_ident(left(c.relname, -length('${SUFFIX}')))) is null as "isAlone"
     from pg_index i join pg_class c on c.oid = i.indexrelid
     where i.indrelid = '${TABLE}'::regclass and right(c.relname, length('${SUFFIX}')) = '${SUFFIX}'`,
  );
  for (const { name, isAlone } of left)
    await em.execute(isAlone ? rename(name) : `drop index concurrently ${quoted(name)}`);
}

/** The predicate of an index that has the workflows alone that have a value in a column. */
export function withValue(column: string): string {
  return `(${quoted(column)} IS NOT NULL)`;
}

/** The predicate of an index that has nothing. */
export const NOTHING = 'false';

/**
 * Puts an index with another predicate, or with none, in the place of one, under its name. The new one is whole before the old
 * one goes, and has its mark before: whatever ends in between, `tidy` can go on. Nobody who reads or writes waits for it.
 */
export async function remake(
  em: EntityManager,
  { name, definition, predicate }: Index,
  other: string | null,
): Promise<void> {
  const next = `${name}${SUFFIX}`;
  const whole = predicate === null ? definition : definition.slice(0, -where(predicate).length);
  const made = whole.slice(whole.indexOf(' ON ')) + (other === null ? '' : where(other));
  await em.execute(`create index concurrently ${quoted(next)}${made}`);
  if (other !== null) await em.execute(`comment on index ${quoted(next)} is '${MARK}'`);
  await em.execute(`drop index concurrently ${quoted(name)}`);
  await em.execute(rename(next));
}

/** As it ends a definition. */
function where(predicate: string): string {
  return ` WHERE ${predicate}`;
}

function rename(next: string): string {
  return `alter index ${quoted(next)} rename to ${quoted(next.slice(0, -SUFFIX.length))}`;
}

/** As PostgreSQL writes names: in quotes where they need them alone. */
function quoted(name: string): string {
  return /^[a-z_][a-z0-9_]*$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`;
}
