import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { connect } from '../../../db/orm.ts';
import { readServers } from '../../../db/queries/servers/servers.ts';
import { openDatabase, type TestDatabase } from '../../support/api/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.drop());

test.each([1, 7, 40])(
  'reading %d servers is planned a few times on a connection, and then no more',
  async (servers) => {
    const orm = await connect(database.url, 1);
    const ids = Array.from({ length: servers }, (_, index) => `server-${index}`);
    const plans = async () => {
      const [row] = await orm.em.execute<{ custom: number; generic: number }[]>(
        `select custom_plans::int as custom, generic_plans::int as generic from pg_prepared_statements where name = 'read-servers'`,
      );
      return row!;
    };
    try {
      for (let times = 0; times < 10; times += 1) await readServers(orm.em, ids);
      const before = await plans();
      for (let times = 0; times < 10; times += 1) await readServers(orm.em, ids);
      expect(await plans()).toEqual({ custom: before.custom, generic: before.generic + 10 });
    } finally {
      await orm.close();
    }
  },
);
