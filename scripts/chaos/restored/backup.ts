/** Carries out statements as the owner of the tables, on one connection. */
type Execute = (sql: string) => Promise<unknown>;

/** The tables of the product as they were at one moment, kept in the same database. */
export type Backup = {
  /** Puts every table back to that moment, in one step, as a dump that is read back into its own place does. */
  restore: () => Promise<void>;
};

/** Keeps a copy of every table as all of them are at this moment, as `pg_dump` does of a product that runs. */
export async function backUp(execute: Execute, name: string): Promise<Backup> {
  const tables = (await execute(
    `select table_name as name, string_agg(quote_ident(column_name), ',' order by ordinal_position)
       filter (where is_generated = 'NEVER' and identity_generation is distinct from 'ALWAYS') as columns
     from information_schema.columns join information_schema.tables using (table_schema, table_name)
     where table_schema = 'public' and table_type = 'BASE TABLE' group by table_name order by table_name`,
  )) as { name: string; columns: string }[];
  const kept = tables.map(({ name: table }) => `create table ${name}."${table}" as table public."${table}"`);
  await execute(['begin isolation level repeatable read', `create schema ${name}`, ...kept, 'commit'].join(';'));
  return {
    async restore() {
      const back = tables.map(
        ({ name: table, columns }) =>
          `delete from public."${table}"; insert into public."${table}" (${columns}) select ${columns} from ${name}."${table}"`,
      );
      const all = tables.map(({ name: table }) => `public."${table}"`).join();
      await execute(
        [
          ...['begin', `lock table ${all} in access exclusive mode`],
          // Without triggers: what they wrote is in the backup too.
          ...['set local session_replication_role = replica', ...back, 'commit'],
        ].join(';'),
      );
    },
  };
}
