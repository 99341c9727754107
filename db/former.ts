import type { MikroORM } from '@mikro-orm/postgresql';

/** The first migration of what came before 0.1.0, which was never released: whoever has it has nothing that goes on. */
const FORMER_FIRST = '0001-first';

/** How a program ends that found data of before. */
export const FORMER_EXIT_CODE = 3;

/**
 * One sentence about a database of before 0.1.0 that says how to begin anew; null where it is none. Changes nothing. A
 * database that does not answer is not known to be one: whoever reads it next says what is wrong with it.
 */
export async function formerData(orm: MikroORM, databaseUrl: string): Promise<string | null> {
  if (!(await isFormer(orm).catch(() => false))) return null;
  const { pathname, host } = new URL(databaseUrl);
  return (
    `The database ${decodeURIComponent(pathname.slice(1))} at ${host} holds data of before 0.1.0, which cannot be carried on: ` +
    'name an empty database in DATABASE_URL, or drop this one and create it again, and begin with a Temporal namespace in which no workflow of it runs.'
  );
}

async function isFormer(orm: MikroORM): Promise<boolean> {
  const em = orm.em.fork();
  const [table] = await em.execute<[{ name: string | null }]>(
    `select to_regclass('mikro_orm_migrations')::text as name`,
  );
  if (table.name === null) return false;
  return (await em.execute(`select 1 from mikro_orm_migrations where name = ?`, [FORMER_FIRST])).length > 0;
}
