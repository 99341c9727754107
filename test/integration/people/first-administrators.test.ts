import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { anOrder } from '../../support/api/api.ts';
import { signInAs } from '../../support/api/people.ts';
import { openSite, type TestSite } from '../../support/portal/site.ts';

let site: TestSite;
let customer: string;
let seller: string;
let tests = 0;

beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

beforeEach(() => {
  tests += 1;
  customer = `customer-${tests}`;
  seller = `seller-${tests}`;
});

const place = (customerEmail: string, sellerEmail = 'orders@northwind-voice.example') =>
  site.call(
    'POST',
    '/v1/orders',
    anOrder({
      customer: { id: customer, name: 'Acme Hotels', email: customerEmail },
      reseller: { id: seller, name: 'Northwind Voice', email: sellerEmail },
    }),
  );

const membersOf = async (account: string) =>
  (await site.services.people.list(account)).members.map(({ email, role, confirmedAt }) => [
    email,
    role,
    confirmedAt === null ? 'proposed' : 'confirmed',
  ]);

test('the addresses of an order are the first administrators of the accounts that it creates', async () => {
  expect((await place('IT@acme-hotels.example')).status).toBe(201);
  expect(await membersOf(customer)).toEqual([['it@acme-hotels.example', 'administrator', 'confirmed']]);
  expect(await membersOf(seller)).toEqual([['orders@northwind-voice.example', 'administrator', 'confirmed']]);
});

test('another address in a later order is an invitation, which lets nobody in until it is confirmed', async () => {
  await place('it@acme-hotels.example');
  await place('newcomer@acme-hotels.example');
  await place('newcomer@acme-hotels.example');
  expect(await membersOf(customer)).toEqual([
    ['newcomer@acme-hotels.example', 'administrator', 'proposed'],
    ['it@acme-hotels.example', 'administrator', 'confirmed'],
  ]);
  const asked = await site.services.signIn.request('newcomer@acme-hotels.example', '/', 'en', {
    network: '192.0.2.1',
    mark: null,
  });
  asked.send();
  await site.services.post.settled();
  expect(site.posted).toEqual([]);

  const administrator = site.visitor((await signInAs(site.deps.orm.em.fork(), customer)).cookie);
  const people = `/accounts/${customer}/people`;
  expect((await administrator.get(people)).body).toContain('To be confirmed');
  const [proposed] = (await site.services.people.list(customer)).members;
  await administrator.post(`${people}/${proposed!.id}/role`, { role: 'viewer' });
  expect(await membersOf(customer)).toContainEqual(['newcomer@acme-hotels.example', 'viewer', 'confirmed']);
});

test('an order whose addresses are known proposes nobody', async () => {
  await place('it@acme-hotels.example');
  await place('It@Acme-Hotels.example', 'ORDERS@northwind-voice.example');
  expect(await membersOf(customer)).toHaveLength(1);
  expect(await membersOf(seller)).toHaveLength(1);
});

test('of orders that create one account at once, each address is a member or a proposal, and one is the first', async () => {
  const addresses = ['a@acme.example', 'b@acme.example', 'c@acme.example'];
  const answers = await Promise.all(addresses.map((address) => place(address)));
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
  const members = await membersOf(customer);
  expect(members.map(([email]) => email).sort()).toEqual(addresses);
  expect(members.filter(([, , state]) => state === 'confirmed')).toHaveLength(1);
  expect(await membersOf(seller)).toHaveLength(1);
});

test('an order whose number is taken proposes nobody', async () => {
  const order = anOrder({ customer: { id: customer, name: 'Acme', email: 'it@acme.example' } });
  await site.call('POST', '/v1/orders', order);
  const other = { ...order, customer: { ...order.customer, email: 'intruder@evil.example' } };
  expect((await site.call('POST', '/v1/orders', other)).status).toBe(409);
  expect(await membersOf(customer)).toHaveLength(1);
});
