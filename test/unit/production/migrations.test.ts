import { describe, expect, test } from '@jest/globals';
import { MIGRATIONS } from '../../../db/migrations/index.ts';
import { breaksFormer } from '../../support/build/breaks-former.ts';
import { rewrites } from '../../support/build/rewrites.ts';

/** The release of before runs on the tables of the next one while apis and workers are replaced, and after a way back. */
const SINCE = '0020-keys';

/** What a migration may do all the same, and why the release of before goes on with it. */
const ALLOWED: Record<string, readonly string[]> = {
  // Lists of before are searched by the former form of words: they find less, for moments, and lose nothing.
  '0034-one-search': ['changes what "intakes"."searched" means'],
  // It is found by what it reads, and writes it never: for moments it tells the day that is true.
  '0042-last-days': ['changes what "lines"."last_day" means'],
  // It refuses none, and adds for it what workers of the next release count on.
  '0044-meanwhile': ['may refuse rows of "servers"'],
  // Neither does this: it completes the note of a statement beside the journal.
  '0046-known-and-owed': ['may refuse rows of "journal"'],
};

/** What a migration says itself of rows that it writes anew: the table, and why it may. */
const permissionOf = ({ class: migration }: (typeof MIGRATIONS)[number]): Record<string, string> =>
  (migration as { rewrites?: Record<string, string> }).rewrites ?? {};

const tableOf = (rewritten: string) => /^"(\w+)"/.exec(rewritten)![1]!;

const statementsOf = (one: (typeof MIGRATIONS)[number]): string[] => {
  const migration = new one.class({} as never, {} as never);
  void migration.up();
  return migration.getQueries().map(String);
};

test.each(MIGRATIONS.filter(({ name }) => name >= SINCE).map((one) => [one.name, one] as const))(
  'the release of before goes on with the tables of migration %s',
  (name, migration) => {
    expect(breaksFormer(statementsOf(migration))).toEqual(ALLOWED[name] ?? []);
  },
);

test.each(MIGRATIONS.filter(({ name }) => name >= SINCE).map((one) => [one.name, one] as const))(
  'migration %s writes rows of before anew only where it says why it may',
  (_name, migration) => {
    const permission = permissionOf(migration);
    const tables = new Set(rewrites(statementsOf(migration)).map(tableOf));
    expect([...tables].sort()).toEqual(Object.keys(permission).sort());
    for (const why of Object.values(permission)) expect(why).toMatch(/^\S+( \S+){5,}$/);
  },
);

describe('rows are written anew, behind a lock, by', () => {
  test.each([
    ['alter table "orders" alter column "seq" type bigint', '"orders": the type of "seq"'],
    ['alter table "orders" alter "seq" set data type bigint', '"orders": the type of "seq"'],
    ['alter table "orders" alter column "found" set expression as (1)', '"orders": the derived "found"'],
    [
      'alter table "orders" add column "a" int null,add column "b" text not null generated always as (upper("stage")) stored',
      '"orders": the derived "b"',
    ],
    ['alter table "orders" add column "a" uuid not null default gen_random_uuid()', '"orders": the default of "a"'],
    ['alter table "orders" add column "a" timestamptz default clock_timestamp()', '"orders": the default of "a"'],
    ['alter table "orders" add column "a" bigserial', '"orders": the number "a"'],
    ['alter table "orders" add column "a" int generated always as identity', '"orders": the number "a"'],
    ['update "orders" o set "stage" = \'open\' from "lines" l', '"orders": its rows are updated'],
    ['with new as (update "orders" set "stage" = \'open\' returning 1) select 1', '"orders": its rows are updated'],
  ])('%s', (statement, why) => {
    expect(rewrites([statement])).toEqual([why]);
  });

  test('and stay as they are by what PostgreSQL notes once, by indexes and functions, and in tables that are new', () => {
    const noted = ["''", '0', "'{}'::jsonb", 'now()', 'true'].map(
      (value) => `alter table "orders" add column "a" text not null default ${value}`,
    );
    const others = [
      'create table "notes" ("id" int not null)',
      'update "notes" set "id" = 1',
      'create index "i" on "orders" ("seq")',
      'create function "f"() returns trigger language plpgsql as $$ begin update "orders" set "seq" = 1; return new; end $$',
      'alter table "orders" alter column "a" set default null, add column "b" int null',
    ];
    expect(rewrites([...noted, ...others])).toEqual([]);
  });
});

describe('the release of before does not survive', () => {
  test.each([
    ['drop table "orders"', 'drops "orders"'],
    ['alter table "orders" drop column "stage"', 'drops "orders"."stage"'],
    ['alter table "orders" add column "a" int null, drop "stage"', 'drops "orders"."stage"'],
    ['alter table "orders" rename to "sold"', 'renames "orders" or what is of it'],
    ['alter table "orders" rename column "stage" to "step"', 'renames "orders" or what is of it'],
    ['alter table "orders" add column "step" text not null', 'makes "orders"."step" not null, without a default'],
    ['alter table "orders" alter column "stage" set not null', 'makes "orders"."stage" not null'],
    ['alter table "orders" alter "stage" drop default', 'takes the default of "orders"."stage"'],
    ['alter table "orders" alter column "seq" type bigint', 'changes the type of "orders"."seq"'],
    ['alter table "orders" alter column "found" set expression as (1)', 'changes what "orders"."found" means'],
    ['alter table "orders" add constraint "c" check ("seq" > 0)', 'may refuse rows of "orders"'],
    ['create unique index "u" on "orders" ("seq")', 'may refuse rows of "orders"'],
    ['create trigger "t" before insert on "orders" for each row execute function "f"()', 'may refuse rows of "orders"'],
  ])('%s', (statement, what) => {
    expect(breaksFormer([statement])).toEqual([what]);
  });

  test('and survives what is added, and all that is done to a table of its own', () => {
    const own = 'create table "notes" ("id" int not null)';
    const added = 'alter table "orders" add column "step" text not null default \'\', add column "note" text null';
    const further = ['drop index "orders_seq_index"', 'create index "i" on "orders" ("step")'];
    expect(breaksFormer([own, added, ...further, 'create unique index "u" on "notes" ("id")'])).toEqual([]);
  });
});
