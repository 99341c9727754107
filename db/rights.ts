import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';

/** The service cannot have its rights; the message says what an operator has to do. */
export class RightsError extends Error {}

/** What the service may do with the rows of these tables alone; those of every other it reads and writes. */
const LESS = {
  feed: 'select, insert',
  feed_counter: 'select, update',
  feed_due: 'select, insert, delete',
  feed_epochs: 'select, insert',
  feed_of: 'select, insert',
  journal: 'select, insert',
  mikro_orm_migrations: 'select',
};

const ROWS = 'select, insert, update, delete';

/** The privileges that would let somebody change what is written, or what keeps it. */
const CHANGING = 'update, delete, truncate, references, trigger';

/**
 * Gives the role as which the service connects its rights in this database, those that it has meanwhile and no others: rows
 * of tables, of the journal reading and appending alone, nothing that makes or changes a table. A role that is not there is
 * made, where the migrations' own may make one. Again changes nothing. Belongs behind the migrations, as their owner.
 * Throws a {@link RightsError} for a role that there is no way to keep from the journal.
 */
export async function giveRights(orm: MikroORM, serviceUrl: string): Promise<void> {
  const { username, password } = new URL(serviceUrl);
  const name = decodeURIComponent(username);
  await orm.em.fork().transactional(async (tx) => {
    await requireRole(tx, name, decodeURIComponent(password));
    const role = `"${name.replaceAll('"', '""')}"`;
    for (const statement of rightsOf(role)) await tx.execute(statement);
    if (await mayChangeJournal(tx, name))
      throw new RightsError(
        `The role ${name} may change the journal, as its owner, as a superuser or by a role that it is in: ` +
          'make another one, which is in none, and name it in DATABASE_URL.',
      );
  });
}

function rightsOf(role: string): string[] {
  const less = Object.entries(LESS).flatMap(([table, rights]) => [
    `revoke all on ${table} from public, ${role}`,
    `grant ${rights} on ${table} to ${role}`,
  ]);
  return [
    `revoke create on schema public from public, ${role}`,
    `grant usage on schema public to ${role}`,
    `grant ${ROWS} on all tables in schema public to ${role}`,
    `grant usage on all sequences in schema public to ${role}`,
    // A table of the next release is there for the service from the moment in which it is made.
    `alter default privileges in schema public grant ${ROWS} on tables to ${role}`,
    `alter default privileges in schema public grant usage on sequences to ${role}`,
    ...less,
  ];
}

async function requireRole(tx: EntityManager, name: string, password: string): Promise<void> {
  const [found] = await tx.execute<[{ isThere: boolean; mayMake: boolean }]>(
    `select exists (select from pg_roles where rolname = ?) as "isThere", rolsuper or rolcreaterole as "mayMake"
     from pg_roles where rolname = current_user`,
    [name],
  );
  if (found.isThere) return;
  if (!found.mayMake)
    throw new RightsError(
      `There is no role ${name}, which DATABASE_URL names: make it (create role "${name}" login password '…'), and migrate again.`,
    );
  await tx.execute('create role ?? login password ?', [name, password]);
}

/** Whether a role, else the one that is connected, could change what is written in the journal, or what keeps it. */
export async function mayChangeJournal(em: EntityManager, name: string | null = null): Promise<boolean> {
  const [found] = await em.execute<[{ may: boolean }]>(
    `select pg_has_role(r.oid, relowner, 'member') or has_table_privilege(r.oid, c.oid, '${CHANGING}')
       or has_any_column_privilege(r.oid, c.oid, 'update') as may
     from pg_class c, pg_roles r where c.oid = 'journal'::regclass and rolname = coalesce(?, current_user)`,
    [name],
  );
  return found.may;
}
