import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { MikroORM } from '@mikro-orm/postgresql';
import { connect } from '../../../db/orm.ts';
import { readServers } from '../../../db/queries/servers/servers.ts';
import { NEARLY_USED } from '../../../db/queries/servers/usage.ts';
import { openDatabase, type TestDatabase } from '../../support/api/database.ts';
import { rowsOf } from '../../support/api/rows-of.ts';

const CUSTOMERS = 20_000;
const LINES = `from generate_series(1, ${CUSTOMERS}) n, unnest(array['1', '2']) line`;
const ORDERS_OF_ONE = 2_000;

/** Order `F-n` is of customer n and held by server n; those of the first are of one customer, whose the first server is. */
const OWNER = `'customer-' || greatest(n - ${ORDERS_OF_ONE}, 0)`;
const ESTATE = [
  `insert into orders (number, seq, customer_id, time_zone, status, stage, placed_at, accepted_at)
   select 'F-' || n, 1, ${OWNER}, 'UTC', 'open', 'activated', now(), now() from generate_series(1, ${CUSTOMERS}) n`,
  `insert into lines (order_number, id, delivery, application, license, capacity, starts_on, terms, lease_days)
   select 'F-' || n, line, '1', 'digital-fax', 'perpetual', 10, '2026-01-01', '{}', 90 ${LINES}`,
  `insert into assignments (order_number, line, server, capacity)
   select 'F-' || n, line, 'server-' || n, 10 ${LINES}`,
  `insert into shares (server, order_number, line, application, capacity)
   select 'server-' || n, 'F-' || n, line, 'digital-fax', 10 ${LINES}`,
  `insert into servers (id, seq, customer_id, name, role, state, registered_at, mode, former_keys)
   select 'server-' || n, 1, ${OWNER}, 'Main', 'production', 'activated', now(), 'online', '[]'
   from generate_series(1, ${CUSTOMERS}) n`,
];

let database: TestDatabase;
let orm: MikroORM;
beforeAll(async () => {
  database = await openDatabase();
  orm = await connect(database.url, 1);
  for (const statement of ESTATE) await orm.em.execute(statement);
  await database.asOwner('vacuum analyze');
});
afterAll(async () => {
  await orm.close();
  await database.drop();
});

test('a server is read by what it holds, however many orders its customer has, also by the plan for any number of servers', async () => {
  for (let times = 0; times < 10; times += 1) await readServers(orm.em, ['server-1']);
  const [few, many] = [`server-${CUSTOMERS}`, 'server-1'].map((id) => `execute "read-servers" (array['${id}'])`);
  expect(await rowsOf(orm.em, many!)).toBe(await rowsOf(orm.em, few!));
});

test('so is whether it used nearly all of that', async () => {
  const usedUp = (id: string) =>
    `insert into contacts (server, seq, version, nearly_used) values ('${id}', 0, 1, '{"digital-fax": 20}')`;
  const nearlyUsed = NEARLY_USED.replace('?', `${Date.now()}`);
  await orm.em.execute(usedUp(`server-${CUSTOMERS}`));
  const few = await rowsOf(orm.em, nearlyUsed);
  await orm.em.execute(`delete from contacts`);
  await orm.em.execute(usedUp('server-1'));
  expect(await rowsOf(orm.em, nearlyUsed)).toBe(few);
  expect(await orm.em.execute(nearlyUsed)).toMatchObject([{ server: 'server-1' }]);
});
