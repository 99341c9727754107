import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { signInAs } from '../support/people.ts';
import { fillEstate } from '../support/projected-estate.ts';
import { openSite, type TestSite } from '../support/site.ts';

const PUBLIC_URL = 'http://127.0.0.1:3000';

let site: TestSite;

beforeAll(async () => {
  site = await openSite({ publicUrl: PUBLIC_URL });
  await fillEstate(site.database.orm, { prefix: '', resellers: 1, customers: 4, orders: 8, servers: 4, more: 0 });
});
afterAll(() => site.close());

async function rows(account: string): Promise<string[]> {
  const { cookie } = await signInAs(site.database.orm.em.fork(), account, { publicUrl: PUBLIC_URL });
  const { body } = await site.visitor(cookie).get('/customers');
  return body
    .split('<tr>')
    .slice(2)
    .map((row) => row.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' '));
}
const change = (sql: string) => site.database.orm.em.fork().execute(sql);

test('the reseller and the vendor read the same of a customer: what is in grace, silent, locked and about to end', async () => {
  const seen = await rows('reseller-0');
  expect(seen).toHaveLength(4);
  expect(await rows('vendor')).toEqual(seen);
  const [silent, grace, ending, fine] = seen;
  expect(silent).toMatch(/Customer-3 .*1 silent server .*1 delivery to unlock/);
  expect(grace).toMatch(/Customer-1 .*2 licenses in grace/);
  expect(ending).toMatch(/Customer-0 .*2 licenses end soon/);
  expect(fine).toMatch(/Customer-2 All well/);
});

test('a server without a network is not silent, and what is canceled needs no attention', async () => {
  await change(`update servers set mode = 'offline' where id = 'server-3'`);
  await change(`update orders set status = 'canceled' where number = 'P-1'`);
  await change(`update lines set open_for = null where order_number = 'P-1'`);
  for (const account of ['reseller-0', 'vendor']) {
    const seen = await rows(account);
    expect(seen.join('\n')).not.toMatch(/silent|in grace/);
    expect(seen[0]).toMatch(/Customer-3 .*1 delivery to unlock/);
  }
});
