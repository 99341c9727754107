import type { EntityManager } from '@mikro-orm/postgresql';
import { readVisibilityConfig } from '../../config.ts';
import { faultOf } from '../../db/away.ts';
import { PATIENT } from '../../db/deadlines.ts';
import { connect } from '../../db/orm.ts';
import { CommandError, faultInWords } from '../command-error.ts';
import { connectTemporal } from '../connect.ts';
import { columnsInUse } from './attributes.ts';
import {
  claim,
  lookForTable,
  NOTHING,
  readIndexes,
  readSizes,
  remake,
  tidy,
  withValue,
  type Index,
  type Sizes,
} from './indexes.ts';

/** `unasked` are columns that nobody finds workflows by. */
export type VisibilityOptions = { check: boolean; undo: boolean; unasked: string[] };

/** An index takes as long as its table is large; whoever reads or writes it waits for none of this. */
const DEADLINES = { ...PATIENT, statementMs: null, silenceMs: null };

/** Narrows the indexes of Temporal's visibility, or makes them whole again, and prints what that changed. Temporal may run meanwhile. */
export async function narrowNow(options: VisibilityOptions): Promise<void> {
  const { temporal, visibilityUrl } = readVisibilityConfig();
  const connection = await connectTemporal(temporal);
  const orm = await connect(visibilityUrl, 1, DEADLINES);
  try {
    console.log(await narrowIndexes(orm.em.fork(), await columnsInUse(connection), options));
  } catch (error) {
    const fault = faultOf(error);
    throw fault === null ? error : new CommandError(faultInWords(fault, 'VISIBILITY_DATABASE_URL'), { cause: error });
  } finally {
    await orm.close();
    await connection.close();
  }
}

/**
 * Has the indexes of columns that may be empty hold the workflows alone that have a value there, and those of columns that
 * nobody asks by none; the columns in use keep theirs. Again changes nothing more. Answers what is to be said. Throws when
 * there is no such table, it is another role's, or another run is at it.
 */
export async function narrowIndexes(
  em: EntityManager,
  inUse: ReadonlySet<string>,
  { check, undo, unasked }: VisibilityOptions,
): Promise<string> {
  await requireTable(em);
  if (!check) await tidy(em);
  const indexes = await readIndexes(em);
  const unknown = unasked.find((column) => !indexes.some((index) => index.column === column));
  if (unknown !== undefined) throw new CommandError(`There is no index by ${unknown}.`);
  const wanted = (index: Index) => (undo ? null : predicateOf(index, inUse, unasked));
  const due = indexes.filter(
    // What Temporal itself has narrowed is its own affair.
    (index) => (index.predicate === null || index.isOurs) && index.predicate !== wanted(index),
  );
  const before = await readSizes(em);
  if (check) return `${due.length} indexes would be made anew; now ${inWords(before)}.`;
  for (const index of due) await remake(em, index, wanted(index));
  return `${due.length} indexes were made anew. Before: ${inWords(before)}; now ${inWords(await readSizes(em))}.`;
}

/** Whoever asks by a value finds it: what equals something, or is less or more, is not null. */
function predicateOf({ column, isNullable }: Index, inUse: ReadonlySet<string>, unasked: string[]): string | null {
  if (unasked.includes(column)) return NOTHING;
  return isNullable && !inUse.has(column) ? withValue(column) : null;
}

async function requireTable(em: EntityManager): Promise<void> {
  const table = await lookForTable(em);
  if (table === 'missing')
    throw new CommandError('VISIBILITY_DATABASE_URL names no database of the visibility of a Temporal on PostgreSQL.');
  if (table === 'of another')
    throw new CommandError('VISIBILITY_DATABASE_URL names a role that may not change the indexes: name their owner.');
  if (!(await claim(em))) throw new CommandError('Another run of the command is at it.');
}

function inWords({ workflows, table, indexes }: Sizes): string {
  const each = workflows > 0 ? `, ${((table + indexes) / workflows / 1_000).toFixed(1)} kB each` : '';
  return `${workflows} workflows in ${toMb(table)} MB with ${toMb(indexes)} MB of indexes${each}`;
}

function toMb(bytes: number): string {
  return (bytes / 1_000_000).toFixed(1);
}
