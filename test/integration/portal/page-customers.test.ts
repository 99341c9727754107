import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { POLICY } from '../../../domain/policy.ts';
import { termsOf, type LicenseKind } from '../../../domain/catalogue/terms.ts';
import { signInAs } from '../../support/api/people.ts';
import { fillEstate } from '../../support/api/projected-estate.ts';
import { openSite, type TestSite } from '../../support/portal/site.ts';

const PUBLIC_URL = 'http://127.0.0.1:3000';

let site: TestSite;

beforeAll(async () => {
  site = await openSite({ publicUrl: PUBLIC_URL });
  await fillEstate(site.database.orm, { prefix: '', resellers: 1, customers: 9, orders: 9, servers: 9, more: 0 });
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

/** The lines of an order end, or as perpetual licenses their care does, so many days from today. */
async function end(order: string, license: LicenseKind, days: number) {
  const day = new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  const agreement = {
    ...{ license, startsOn: '2025-01-01', endsOn: license === 'subscription' ? day : null },
    care: { level: 'gold' as const, endsOn: day },
  };
  const { endsOn, care } = agreement;
  await site.database.orm.em
    .fork()
    .execute(`update lines set license = ?, ends_on = ?, care = ?, terms = ? where order_number = ?`, [
      license,
      endsOn,
      JSON.stringify(care),
      JSON.stringify(termsOf(agreement, 'UTC', POLICY)),
      order,
    ]);
}

test('the reseller and the vendor read the same of each customer: what is wrong and what is about to end, the most urgent first', async () => {
  await end('P-2', 'perpetual', 40);
  await end('P-4', 'perpetual', -400);
  await end('P-5', 'subscription', -100);
  await change(`update orders set status = 'suspended' where number = 'P-6'`);
  const seen = await rows('reseller-0');
  // The servers of a customer that has nothing unlocked are not its reseller's to see.
  expect(await rows('vendor')).toEqual(seen.map((row) => row.replace(/(Customer-7 .*) 0 $/, '$1 1 ')));
  const expected = [
    /Customer-3 .*Silent 1/,
    /Customer-6 .*Suspended 1/,
    /Customer-1 .*In grace 2 –/,
    /Customer-5 .*Stopped 2 –/,
    /Customer-4 .*Care lapsed 2 –/,
    /Customer-7 .*To unlock 1/,
    /Customer-0 .*Ends soon 2 .*in 30 days/,
    /Customer-2 .*Care ends soon 2 .*in 40 days/,
    /Customer-8 All well .*in \d+ months/,
  ];
  expect(seen).toHaveLength(expected.length);
  for (const [index, row] of seen.entries()) expect(row).toMatch(expected[index]!);
});

test('a server is silent after the days that it was promised', async () => {
  const ofThird = async () => (await rows('vendor')).find((row) => row.includes('Customer-3'));
  await change(`update servers set silent_days = 10 where id = 'server-3'`);
  expect(await ofThird()).toMatch(/All well/);
  await change(`update servers set silent_days = 8 where id = 'server-3'`);
  expect(await ofThird()).toMatch(/Silent 1/);
});

test('what is past the days in which it can be renewed needs no attention', async () => {
  await end('P-5', 'subscription', -181);
  expect((await rows('vendor')).find((row) => row.includes('Customer-5'))).toMatch(/All well/);
});

test('a server without a network is not silent, and what is canceled needs no attention', async () => {
  await change(`update servers set mode = 'offline' where id = 'server-3'`);
  await change(`update orders set status = 'canceled' where number = 'P-1'`);
  await change(`update lines set open_for = null where order_number = 'P-1'`);
  for (const account of ['reseller-0', 'vendor']) {
    const seen = await rows(account);
    expect(seen.join('\n')).not.toMatch(/Silent|In grace/);
    expect(seen.find((row) => row.includes('Customer-3'))).toMatch(/All well/);
  }
});

test('a list of more than fifty customers goes on, on a page that begins with the next', async () => {
  const many = { prefix: 'many-', resellers: 1, customers: 60, orders: 60, servers: 1, more: 0 };
  await fillEstate(site.database.orm, many);
  const { cookie } = await signInAs(site.database.orm.em.fork(), 'many-reseller-0', { publicUrl: PUBLIC_URL });
  const names = async (page: number) => {
    const { body } = await site.visitor(cookie).get(`/customers?sort=name&page=${page}`);
    return { names: body.match(/(?<=<bdi dir="auto">)Many-Customer-\d+/g), more: body.includes(`page=${page + 1}`) };
  };
  const [first, second] = [await names(1), await names(2)];
  expect([first.names?.length, first.more, second.names?.length, second.more]).toEqual([50, true, 10, false]);
  expect(new Set([...first.names!, ...second.names!]).size).toBe(60);
});
