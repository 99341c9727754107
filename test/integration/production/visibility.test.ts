import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Connection } from '@temporalio/client';
import { columnsInUse } from '../../../admin/visibility/attributes.ts';
import { narrowIndexes, type VisibilityOptions } from '../../../admin/visibility/command.ts';
import { connect } from '../../../db/orm.ts';
import { prepareNamespace } from '../../../temporal/namespace.ts';
import { openDatabase, type TestDatabase } from '../../support/api/database.ts';

/** What the catalogue of a cluster says of the table and its indexes. */
const TABLE = readFileSync('test/fixtures/temporal-visibility.sql', 'utf8');

let database: TestDatabase;
let original: Defined;
beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.drop());

beforeEach(async () => {
  await database.asOwner(TABLE);
  original = await definitions();
});
afterEach(() => database.asOwner('drop table executions_visibility; drop extension btree_gin cascade'));

type Defined = Record<string, string>;

async function definitions(): Promise<Defined> {
  const rows = (await database.asOwner(
    `select indexname as name, indexdef as definition from pg_indexes where tablename = 'executions_visibility'`,
  )) as { name: string; definition: string }[];
  return Object.fromEntries(rows.map(({ name, definition }) => [name, definition]));
}

/** Which workflows the indexes have that do not have all. */
const narrowed = (defined: Defined) =>
  Object.fromEntries(
    Object.entries(defined).flatMap(([name, definition]) => {
      const [, predicate] = definition.split(' WHERE ');
      return predicate === undefined ? [] : [[name, predicate]];
    }),
  );

/** Each run has a connection of its own, for which it is the only one. */
async function run(
  inUse: string[],
  options: Partial<VisibilityOptions> = {},
  through = (em: EntityManager) => em,
): Promise<string> {
  const orm = await connect(database.ownerUrl, 1);
  try {
    const wanted = { check: false, undo: false, unasked: [], ...options };
    return await narrowIndexes(through(orm.em.fork()), new Set(inUse), wanted);
  } finally {
    await orm.close();
  }
}

test('indexes have what has a value alone, but those of columns in use; again changes nothing, and undo everything', async () => {
  const inUse = ['keyword01', 'keywordlist01'];
  expect(await run(inUse, { check: true })).toMatch(/^63 indexes would be made anew; now 0 workflows/);
  expect(await definitions()).toEqual(original);
  expect(await run(inUse)).toMatch(/^63 indexes were made anew/);
  const made = await definitions();
  expect(Object.keys(made).sort()).toEqual(Object.keys(original).sort());
  expect(narrowed(made)).toMatchObject({ by_keyword_02: '(keyword02 IS NOT NULL)', by_build_ids: expect.anything() });
  const whole = Object.keys(made).filter((name) => !made[name]!.includes(' WHERE '));
  expect(whole.sort()).toEqual(
    [
      ...['executions_visibility_pkey', 'default_idx', 'by_keyword_01', 'by_keyword_list_01', 'by_execution_time'],
      ...['by_workflow_id', 'by_workflow_type', 'by_status', 'by_task_queue', 'by_root_workflow_id', 'by_root_run_id'],
    ].sort(),
  );
  expect(await run(inUse)).toMatch(/^0 indexes were made anew/);
  // What has come into use meanwhile is whole again.
  expect(await run([...inUse, 'keyword02'])).toMatch(/^1 indexes were made anew/);
  expect(narrowed(await definitions())).not.toHaveProperty('by_keyword_02');
  await run(inUse, { undo: true });
  expect(await definitions()).toEqual(original);
});

test('a workflow is found by a value through a narrowed index', async () => {
  await run([]);
  await database.asOwner(
    `insert into executions_visibility (namespace_id, run_id, start_time, execution_time, workflow_id, workflow_type_name, status, encoding, search_attributes)
     select 'n', n::text, now(), now(), 'w/' || n, 'order', 1, 'Proto3', case when n = 7 then '{"Keyword02": "seven"}'::jsonb end
     from generate_series(1, 2000) n`,
  );
  const found = `select workflow_id from executions_visibility where namespace_id = 'n' and keyword02 = 'seven'`;
  expect(await database.asOwner(found)).toEqual([{ workflow_id: 'w/7' }]);
  await database.asOwner('analyze executions_visibility');
  expect(JSON.stringify(await database.asOwner(`explain ${found}`))).toContain('by_keyword_02');
});

test('columns that nobody asks by have indexes of nothing, for as long as that is said', async () => {
  await run([]);
  expect(await run([], { unasked: ['task_queue', 'history_length'] })).toMatch(/^2 indexes/);
  expect(narrowed(await definitions())).toMatchObject({ by_task_queue: 'false', by_history_length: 'false' });
  await run([]);
  expect(narrowed(await definitions())).toMatchObject({ by_history_length: '(history_length IS NOT NULL)' });
  expect((await definitions()).by_task_queue).toBe(original.by_task_queue);
  await expect(run([], { unasked: ['nothing'] })).rejects.toThrow('There is no index by nothing.');
});

/** Lets so many statements through, and fails the next, as a process that is killed: before it is sent, or once it is done. */
function dyingAfter(statements: number, isDone: boolean) {
  return (em: EntityManager) => {
    let left = statements;
    return new Proxy(em, {
      get(target, name) {
        if (name !== 'execute') return Reflect.get(target, name) as unknown;
        return async (...args: Parameters<EntityManager['execute']>) => {
          if (left-- > 0) return target.execute(...args);
          if (isDone) await target.execute(...args);
          throw new Error('killed');
        };
      },
    });
  };
}

test.each([false, true])(
  'a run that dies anywhere is ended by the next (once a statement is done: %s)',
  async (isDone) => {
    const columns = (await database.asOwner(
      `select attname as name from pg_attribute where attrelid = 'executions_visibility'::regclass and attname <> 'bool02'`,
    )) as { name: string }[];
    const inUse = columns.map(({ name }) => name);
    const wanted = { ...original, by_bool_02: `${original.by_bool_02} WHERE (bool02 IS NOT NULL)` };
    let died = 0;
    for (; ; died += 1) {
      const how = await run(inUse, {}, dyingAfter(died, isDone)).catch((error: Error) => error.message);
      if (how !== 'killed') break;
      await run(inUse);
      expect(await definitions()).toEqual(wanted);
      expect(await run(inUse)).toMatch(/^0 indexes/);
      await run(inUse, { undo: true });
      expect(await definitions()).toEqual(original);
    }
    expect(died).toBeGreaterThan(8);
  },
);

test('the columns in use are those that the cluster says its namespaces have', async () => {
  const connection = await Connection.connect({ address: process.env.TEST_TEMPORAL_ADDRESS });
  try {
    await prepareNamespace(connection, 'visibility');
    const columns = [...(await columnsInUse(connection))].sort();
    for (const [kind, columnsOfOurs] of [
      ['keyword', 3],
      ['keywordlist', 1],
      ['datetime', 1],
    ] as const)
      expect(columns.filter((column) => new RegExp(`^${kind}\\d+$`).test(column)).length).toBeGreaterThanOrEqual(
        columnsOfOurs,
      );
    const indexed = (await database.asOwner(
      `select attname as name from pg_attribute where attrelid = 'executions_visibility'::regclass`,
    )) as { name: string }[];
    expect(indexed.map(({ name }) => name)).toEqual(expect.arrayContaining(columns));
  } finally {
    await connection.close();
  }
});

test('what it can’t do is said in a sentence: no such table, one of another role, another run', async () => {
  const other = await connect(database.ownerUrl, 1);
  try {
    await narrowIndexes(other.em.fork(), new Set(), { check: true, undo: false, unasked: [] });
    await expect(run([])).rejects.toThrow('Another run of the command is at it.');
  } finally {
    await other.close();
  }
  const asService = () => narrowIndexes(database.orm.em.fork(), new Set(), { check: false, undo: false, unasked: [] });
  await expect(asService()).rejects.toThrow('names a role that may not change the indexes');
  await database.asOwner('alter table executions_visibility rename to elsewhere');
  await expect(asService()).rejects.toThrow('names no database of the visibility');
  await database.asOwner('alter table elsewhere rename to executions_visibility');
});
