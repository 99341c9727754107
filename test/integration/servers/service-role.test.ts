import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { MikroORM } from '@mikro-orm/postgresql';
import { Client, Connection } from '@temporalio/client';
import { readiness } from '../../../telemetry/readiness.ts';
import { connect } from '../../../db/orm.ts';
import { giveRights, RightsError } from '../../../db/rights.ts';
import { createWriteProbe } from '../../../db/write-probe.ts';
import { openDatabase, type TestDatabase } from '../../support/api/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.drop());

const asService = (sql: string) => database.orm.em.fork().execute<Record<string, unknown>[]>(sql);

/** The address of the database for another role. */
function urlOf(role: string): string {
  const url = new URL(database.url);
  url.username = role;
  return url.href;
}

const lazyTemporal = () => new Client({ connection: Connection.lazy({ address: process.env.TEST_TEMPORAL_ADDRESS! }) });

const needs = (orm: MikroORM, temporal: Client) => ({ orm, temporal, probe: createWriteProbe(orm, Date.now) });

async function withOwner<Result>(work: (orm: Awaited<ReturnType<typeof connect>>) => Promise<Result>): Promise<Result> {
  const orm = await connect(database.ownerUrl, 1);
  try {
    return await work(orm);
  } finally {
    await orm.close();
  }
}

/** What PostgreSQL says to whoever may not. */
const DENIED = /permission denied|must be owner|must be superuser|must be able to SET ROLE/;

describe('the service', () => {
  test('appends to the journal and reads it', async () => {
    await asService(`insert into journal values ('server/1', 1, 'registered', now(), now(), '{}')
      on conflict (stream, seq) do nothing returning seq`);
    expect(await asService(`select seq from journal where stream = 'server/1'`)).toEqual([{ seq: 1 }]);
  });

  test.each([
    `update journal set data = '{}'`,
    `update journal set seq = seq where false`,
    'delete from journal',
    'truncate journal',
    'truncate journal cascade',
    'select seq from journal for update',
    'lock table journal in exclusive mode',
    `insert into journal values ('server/1', 1, 'registered', now(), now(), '{}') on conflict (stream, seq) do update set data = '{}'`,
    `merge into journal j using (select 1) on j.seq = 1 when matched then delete`,
    'drop trigger journal_is_kept on journal',
    'alter table journal disable trigger journal_is_kept',
    'alter table journal disable trigger all',
    'alter table journal disable trigger user',
    'alter trigger journal_is_kept on journal rename to nothing_is_kept',
    'create trigger lost before insert on journal for each row execute function refuse_change_of_journal()',
    'create rule lost as on insert to journal do instead nothing',
    'alter table journal add column more text',
    'alter table journal rename to former_journal',
    'alter table journal owner to licensing_service',
    'alter table journal enable row level security',
    'create index on journal (type)',
    'drop table journal',
    'drop schema public cascade',
    'alter schema public rename to former',
    'create table public.mine (a int)',
    'create table mine (like journal) inherits (journal)',
    `create or replace function refuse_change_of_journal() returns trigger language plpgsql as $$ begin return null; end $$`,
    'drop function refuse_change_of_journal() cascade',
    'alter function refuse_change_of_journal() rename to refuse_nothing',
    'set role licensing',
    'set session authorization licensing',
    `set session_replication_role = 'replica'`,
    `select set_config('session_replication_role', 'replica', false)`,
    'grant licensing to licensing_service',
    'alter role licensing_service superuser',
    'create role another superuser',
    `copy journal from program 'true'`,
    `update mikro_orm_migrations set name = 'x'`,
    'delete from mikro_orm_migrations',
  ])('is refused by PostgreSQL: %s', async (statement) => {
    const tried = database.orm.em.fork().transactional((tx) => tx.execute(statement));
    await expect(tried).rejects.toThrow(DENIED);
  });

  test('hears what is to be migrated, also where nothing is yet', async () => {
    const [empty, temporal] = [await openDatabase(), lazyTemporal()];
    await empty.asOwner('drop table mikro_orm_migrations');
    const { migrations } = (await readiness(needs(empty.orm, temporal), {})).checks;
    expect(migrations).toEqual({ ready: false, detail: expect.stringMatching(/^Pending: 0001-tables, .*db\/migrate/) });
    await temporal.connection.close();
    await empty.drop();
  });

  test('is told apart from the owner by whoever looks whether an api is ready', async () => {
    const temporal = lazyTemporal();
    expect((await readiness(needs(database.orm, temporal), {})).checks.journal).toEqual({ ready: true });
    const asOwner = await withOwner((orm) => readiness(needs(orm, temporal), {}));
    expect(asOwner.ready).toBe(false);
    expect(asOwner.checks).toMatchObject({
      ...{ database: { ready: true }, migrations: { ready: true } },
      journal: { ready: false, detail: expect.stringContaining('name there the role of the service') },
    });
    await temporal.connection.close();
  });

  test('gives itself nothing', async () => {
    await asService('grant all on journal to licensing_service with grant option');
    await expect(asService('delete from journal')).rejects.toThrow(DENIED);
  });

  test('has the rows of every other table, also of one that comes later', async () => {
    await database.asOwner('create table later (id int generated always as identity, said text)');
    const tables = await asService(
      `select relname::text as name, has_table_privilege(oid, 'select') as reads, has_table_privilege(oid, 'insert') as appends,
         has_table_privilege(oid, 'update') as updates, has_table_privilege(oid, 'delete') as deletes,
         has_table_privilege(oid, 'truncate, references, trigger') as more
       from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'f')`,
    );
    const every = { reads: true, appends: true, updates: true, deletes: true, more: false };
    const appended = { ...every, updates: false, deletes: false };
    const less: Record<string, object> = {
      ...{ journal: appended, feed: appended, feed_of: appended, feed_epochs: appended },
      feed_counter: { ...every, appends: false, deletes: false },
      feed_due: { ...every, updates: false },
      mikro_orm_migrations: { ...every, appends: false, updates: false, deletes: false },
    };
    expect(tables.map(({ name }) => name)).toEqual(expect.arrayContaining(['journal', 'later', 'orders', 'servers']));
    for (const { name, ...rights } of tables) expect([name, rights]).toEqual([name, less[name as string] ?? every]);
    await asService(`insert into later (said) values ('a')`);
    expect(await asService('update later set said = said returning id')).toEqual([{ id: 1 }]);
  });

  test('is neither a superuser nor one who makes roles, and is in no other role', async () => {
    const [role] = await asService(
      `select rolsuper or rolcreaterole or rolcreatedb or rolreplication or rolbypassrls as more,
         exists (select from pg_auth_members where member = r.oid) as "isMember"
       from pg_roles r where rolname = current_user`,
    );
    expect(role).toEqual({ more: false, isMember: false });
  });
});

describe('the step that gives rights', () => {
  test('makes a database right in which the service had more, and again changes nothing', async () => {
    await database.asOwner(`grant all on all tables in schema public to licensing_service`);
    await database.asOwner(`grant update (data) on journal to public`);
    await database.asOwner(`grant create on schema public to public`);
    const rights = () =>
      database.asOwner(`select relname, relacl::text from pg_class where relnamespace = 'public'::regnamespace
        union all select nspname, nspacl::text from pg_namespace order by 1`);
    await withOwner((orm) => giveRights(orm, database.url));
    await expect(asService(`update journal set data = '{}'`)).rejects.toThrow(DENIED);
    await expect(asService('create table public.mine (a int)')).rejects.toThrow(DENIED);
    const first = await rights();
    await withOwner((orm) => giveRights(orm, database.url));
    expect(await rights()).toEqual(first);
  });

  test.each([
    ['a superuser', 'superuser'],
    ['in the role of the owner', 'in role licensing'],
    ['in one that writes every table', 'in role pg_write_all_data'],
  ])('refuses a role that is %s', async (_what, attribute) => {
    await database.asOwner(`create role with_more login ${attribute}`);
    const refused = await withOwner((orm) => giveRights(orm, urlOf('with_more'))).catch((error: Error) => error);
    expect(refused).toBeInstanceOf(RightsError);
    expect(refused).toMatchObject({ message: expect.stringContaining('The role with_more may change the journal') });
    await database.asOwner('drop role with_more');
  });

  test('refuses the role of before, that owns the tables', async () => {
    await database.asOwner(`create role former login`);
    await database.asOwner(`alter table journal owner to former`);
    await expect(withOwner((orm) => giveRights(orm, urlOf('former')))).rejects.toThrow('may change the journal');
    await database.asOwner(`alter table journal owner to licensing`);
    await database.asOwner(`drop owned by former; drop role former`);
  });

  test('says which role to make where the owner can make none, and changes nothing', async () => {
    await database.asOwner(`create role modest login password 'test'`);
    const modest = new URL(database.ownerUrl);
    modest.username = 'modest';
    const orm = await connect(modest.href, 1);
    await expect(giveRights(orm, urlOf('not_there'))).rejects.toThrow('There is no role not_there');
    await orm.close();
    await database.asOwner('drop role modest');
  });

  test('makes a role whose name and password have to be quoted', async () => {
    const [name, password] = [`odd "name" $1 ?`, `a'b\\c?$1"`];
    const url = new URL(database.url);
    [url.username, url.password] = [encodeURIComponent(name), encodeURIComponent(password)];
    await withOwner((orm) => giveRights(orm, url.href));
    const orm = await connect(url.href, 1);
    expect(await orm.em.fork().execute('select current_user::text as name')).toEqual([{ name }]);
    await orm.close();
    const quoted = `"${name.replaceAll('"', '""')}"`;
    await database.asOwner(`drop owned by ${quoted}; drop role ${quoted}`);
  });
});
