import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { MikroORM } from '@mikro-orm/postgresql';
import { connect } from '../../../db/orm.ts';
import { putOff, settleItems } from '../../../db/queries/batches/walking.ts';
import { openDatabase, type TestDatabase } from '../../support/api/database.ts';
import { rowsOf } from '../../support/api/rows-of.ts';

const BATCHES = 5_000;
const ITEMS = 20_000;
const [SMALL, LARGE] = [randomUUID(), randomUUID()];

const batches = (ids: string, items: number) => [
  `insert into batches (id, kind, preview, "by", state, total, started_at)
   select id, 'orders', false, 'key/1', 'running', ${items}, now() from ${ids}`,
  `insert into batch_items (batch_id, "index", order_number, content, outcome)
   select id, "index", 'F-' || "index", '{}', 'waiting' from ${ids}, generate_series(0, ${items - 1}) "index"`,
];
const ESTATE = [
  ...batches(`(select gen_random_uuid() as id from generate_series(1, ${BATCHES})) known`, 2),
  ...batches(`(select '${SMALL}'::uuid as id) known`, 2),
  ...batches(`(select '${LARGE}'::uuid as id) known`, ITEMS),
];

let database: TestDatabase;
let orm: MikroORM;
beforeAll(async () => {
  database = await openDatabase();
  orm = await connect(database.url, 1);
});
afterAll(async () => {
  await orm.close();
  await database.drop();
});

/** Rows that pass when the last item of a batch of so many comes to something, and when it has to wait. */
async function passing(batch: string, items: number): Promise<{ settled: number; putOff: number }> {
  const last = items - 1;
  return {
    putOff: await rowsOf(orm.em, `execute "put-batch-items-off" ('${batch}', 'F-${last}', ${last}, false)`),
    settled: await rowsOf(
      orm.em,
      `execute "settle-batch-items" ('${batch}', '[{"index": ${last}, "outcome": "done"}]')`,
    ),
  };
}

test.each([
  ['nobody has counted them', null],
  ['most batches have few', 'vacuum analyze batches, batch_items'],
])(
  'what becomes of an item is written at the cost of one, however many of its batch wait, also where %s',
  async (_, known) => {
    await database.asOwner('truncate batches, batch_items');
    for (const statement of ESTATE) await orm.em.execute(statement);
    if (known) await database.asOwner(known);
    // Often enough that PostgreSQL makes its plan for any batch.
    for (let index = 0; index < 10; index += 1) {
      await putOff(orm.em, LARGE, { order: `F-${index}`, index }, true);
      await settleItems(orm.em, LARGE, [{ index, result: { outcome: 'done' } }]);
    }
    expect(await passing(LARGE, ITEMS)).toEqual(await passing(SMALL, 2));
    expect(await orm.em.execute('select done from batches where id = ?', [LARGE])).toEqual([{ done: 11 }]);
    expect(
      await orm.em.execute(
        'select "index", failed, outcome from batch_items where put_off > 0 and batch_id = ? order by 1 limit 2',
        [LARGE],
      ),
    ).toEqual([0, 1].map((index) => ({ index, failed: 1, outcome: 'done' })));
  },
);
