import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { countQueries } from '../../support/api/count-queries.ts';
import { signInAs } from '../../support/api/people.ts';
import { fillEstate } from '../../support/api/projected-estate.ts';
import { openSite, type TestSite } from '../../support/portal/site.ts';

const PUBLIC_URL = 'http://127.0.0.1:3000';

let site: TestSite;
let queries: Awaited<ReturnType<typeof countQueries>>;

beforeAll(async () => {
  site = await openSite({ publicUrl: PUBLIC_URL });
  const { orm } = site.database;
  await fillEstate(orm, { prefix: 'few-', resellers: 1, customers: 1, orders: 1, servers: 1, more: 0 });
  await fillEstate(orm, { prefix: 'many-', resellers: 1, customers: 60, orders: 310, servers: 310, more: 250 });
  queries = await countQueries(orm);
  // What a process reads once.
  await opened('few-', 'reseller-0', () => '/customers');
});
afterAll(() => site.close());

/** How many statements a page takes in an estate, and how long it is. */
async function opened(prefix: string, who: string, path: (id: (of: string) => string) => string) {
  const { cookie } = await signInAs(site.database.orm.em.fork(), `${prefix}${who}`, { publicUrl: PUBLIC_URL });
  const visitor = site.visitor(cookie);
  let size = 0;
  const sent = await queries.while(async () => {
    const { status, body } = await visitor.get(path((of) => `${prefix}${of}`));
    if (status !== 200) throw new Error(`${path((of) => of)} answers ${status}`);
    size = body.length;
  });
  return { sent, size };
}

test.each<[string, string, (id: (of: string) => string) => string]>([
  ['what is to be done', 'reseller-0', () => '/'],
  ['the customers', 'reseller-0', () => '/customers'],
  ['what a customer owns', 'reseller-0', (id) => `/customers/${id('customer-0')}`],
  ['the same in front of its customer', 'customer-0', (id) => `/customers/${id('customer-0')}`],
  [
    'the servers to assign to',
    'customer-0',
    (id) => `/customers/${id('customer-0')}/assign?application=attendant-console`,
  ],
  ['a server', 'customer-0', (id) => `/customers/${id('customer-0')}/servers/${id('server-0')}`],
  ['the orders', 'reseller-0', () => '/orders'],
  ['what ends', 'reseller-0', () => '/renewals?from=2020-01-01'],
  ['what a customer owned over time', 'reseller-0', (id) => `/customers/${id('customer-0')}/licenses`],
  ['the servers of all customers', 'reseller-0', () => '/servers'],
  ['the orders of a customer', 'reseller-0', (id) => `/customers/${id('customer-0')}/orders`],
  ['an order', 'reseller-0', (id) => `/orders/${id('P-0')}`],
])('the page of %s takes as many queries with hundreds of rows as with one', async (_page, who, path) => {
  const few = await opened('few-', who, path);
  const many = await opened('many-', who, path);
  expect(many.size).toBeGreaterThan(few.size + 10_000);
  expect(few.sent).toBeGreaterThan(1);
  expect(many.sent).toBe(few.sent);
});
