import { writeFileSync } from 'node:fs';
import { test } from '@jest/globals';
import { openDatabase } from '../support/database.ts';

test('dump', async () => {
  const { orm, drop } = await openDatabase();
  const q = (sql: string) => orm.em.getConnection().execute(sql);
  const out = {
    columns: await q(`select table_name, column_name, ordinal_position, column_default, is_nullable, data_type, udt_name, is_generated, generation_expression from information_schema.columns where table_schema='public' order by 1,3`),
    indexes: await q(`select tablename, indexname, indexdef from pg_indexes where schemaname='public' order by 1,2`),
    constraints: await q(`select conrelid::regclass::text as t, conname, contype, pg_get_constraintdef(oid) as d from pg_constraint where connamespace='public'::regnamespace order by 1,2`),
    extensions: await q(`select extname from pg_extension order by 1`),
    accounts: await q(`select id, kind, name, email, time_zone, locale, notices from accounts`),
    other: await q(`select relname, relkind from pg_class where relnamespace='public'::regnamespace order by 1`),
    functions: await q(`select proname from pg_proc p where pronamespace='public'::regnamespace and not exists (select from pg_depend d where d.objid=p.oid and d.deptype='e') order by 1`),
  };
  writeFileSync(process.env.DUMP!, JSON.stringify(out, null, 1));
  await drop();
});
