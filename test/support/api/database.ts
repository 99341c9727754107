import { randomUUID } from 'node:crypto';
import type { MikroORM } from '@mikro-orm/postgresql';
import { Client } from 'pg';
import { connect, disconnect } from '../../../db/orm.ts';
import { giveRights } from '../../../db/rights.ts';
import { JOURNAL_SURPRISES, JOURNAL_WATCH } from './journal-fields.ts';

const TEMPLATE = 'cloud_licensing_template';
const SERVICE = { name: 'licensing_service', password: "test's" };

/** A database as the service has it: `url` and `orm` connect with its role, `ownerUrl` and `asOwner` as who made the tables. */
export type TestDatabase = {
  url: string;
  orm: MikroORM;
  ownerUrl: string;
  asOwner: (sql: string) => Promise<unknown[]>;
  /** Another one that holds what this one does now, as a backup that is restored elsewhere. Connections to this one end. */
  restored: () => Promise<TestDatabase>;
  drop: () => Promise<void>;
};

/** A migrated database for one test file, which fails at its end where the journal holds what it may not, cloned from a template that the first caller of a run makes. */
export function openDatabase(): Promise<TestDatabase> {
  return openCopy(TEMPLATE, async (execute) => {
    const there = await execute(`select 1 from pg_database where datname = '${TEMPLATE}'`);
    if (there.length > 0) return;
    await execute(`create database ${TEMPLATE}`);
    await migrate(databaseUrl(process.env.TEST_DATABASE_URL!, TEMPLATE));
  });
}

/** Copies a database as it is after `prepare`, to which nobody may be connected then. */
async function openCopy(original: string, prepare: (execute: Execute) => Promise<unknown>): Promise<TestDatabase> {
  const server = process.env.TEST_DATABASE_URL!;
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await administer(server, async (execute) => {
    // Held until the connection closes: PostgreSQL refuses to clone a template that somebody is connected to.
    await execute(`select pg_advisory_lock(20261124)`);
    await prepare(execute);
    await execute(`create database ${name} template ${original}`);
  });
  const ownerUrl = databaseUrl(server, name);
  const url = serviceUrl(ownerUrl);
  const orm = await connect(url, 10);
  return {
    ...{ url, orm, ownerUrl },
    asOwner: (sql) => administer(ownerUrl, (execute) => execute(sql)),
    async restored() {
      // Whoever is sent away would come back before it is copied.
      const admit = (everybody: boolean) =>
        administer(server, (execute) => execute(`alter database ${name} with allow_connections ${everybody}`));
      await admit(false);
      try {
        return await openCopy(name, (execute) =>
          execute(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`),
        );
      } finally {
        await admit(true);
      }
    },
    async drop() {
      await disconnect(orm);
      const surprises = await administer(ownerUrl, (execute) => execute(JOURNAL_SURPRISES));
      await administer(server, (execute) => execute(`drop database ${name} with (force)`));
      if (surprises.length > 0)
        throw new Error(`The journal may not hold (test/support/api/journal-fields.ts): ${JSON.stringify(surprises)}`);
    },
  };
}

type Execute = (sql: string) => Promise<unknown[]>;

/** Statements on a connection of their own. An ORM would find out about all tables first, in each test file several times. */
async function administer<Result>(server: string, work: (execute: Execute) => Promise<Result>): Promise<Result> {
  const client = new Client(server);
  await client.connect();
  try {
    return await work(async (sql) => (await client.query(sql)).rows);
  } finally {
    await client.end();
  }
}

async function migrate(url: string): Promise<void> {
  const orm = await connect(url, 1);
  try {
    await orm.migrator.up();
    await giveRights(orm, serviceUrl(url));
    for (const statement of JOURNAL_WATCH) await orm.em.getConnection().execute(statement);
  } finally {
    await orm.close();
  }
}

function databaseUrl(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

function serviceUrl(ownerUrl: string): string {
  const url = new URL(ownerUrl);
  url.username = SERVICE.name;
  url.password = encodeURIComponent(SERVICE.password);
  return url.href;
}
