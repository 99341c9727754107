import { expect, test } from '@jest/globals';
import { checkDays } from '../../../admin/days-check.ts';
import { deliverOrder, postedOrder } from '../../support/api/delivered-order.ts';
import { openDatabase } from '../../support/api/database.ts';

const NOW = Date.parse('2026-11-28T12:00:00Z');

test('orders with instants of another time zone database are named, by line and boundary', async () => {
  const database = await openDatabase();
  const em = () => database.orm.em.fork();
  try {
    for (const number of ['SO-1', 'SO-2', 'SO-3']) await deliverOrder(em(), postedOrder(number), NOW);
    expect(await checkDays(em(), NOW)).toMatch(/^Every boundary/);
    const later = `jsonb_set(terms, '{until}', to_jsonb((terms->>'until')::bigint + 3600000))`;
    await em().execute(`update lines set terms = ${later} where order_number in ('SO-2', 'SO-3') and id = '1'`);
    await em().execute(`update orders set status = 'canceled' where number = 'SO-3'`);
    expect(await checkDays(em(), NOW)).toBe(
      'SO-2 line 1 (UTC): until 2027-12-01T01:00:00.000Z, today 2027-12-01T00:00:00.000Z',
    );
  } finally {
    await database.drop();
  }
});
