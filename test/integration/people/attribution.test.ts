import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { makeKey, revokeKey } from '../../../admin/commands.ts';
import { unlockCapability } from '../../../secrets/unlock-link.ts';
import { anOrder } from '../../support/api/api.ts';
import { openWorld, type World } from '../../support/api/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

type Item = { type: string; by?: string } & Record<string, unknown>;
const KEY = expect.stringMatching(/^key\//);
const PERSON = expect.stringMatching(/^person\//);
const itemsOf = async (url: string): Promise<Item[]> => (await world.call('GET', `${url}?limit=100`)).body.items;

test('an order says who placed it, and by which link it was unlocked, as nobody else is known', async () => {
  const { number } = anOrder();
  await world.deliver({ ...anOrder(), number });
  const capability = unlockCapability(world.deps.secretKeys, { order: number, delivery: '1', generation: 0 });
  await world.visitor().post(`/unlock/${capability}`);
  await world.until(async () => (await itemsOf(`/v1/orders/${number}/events`)).length > 1);
  expect(await itemsOf(`/v1/orders/${number}/events`)).toMatchObject([
    { type: 'delivered', by: KEY },
    { type: 'unlocked', by: 'link/0', requestId: expect.any(String) },
  ]);
});

test('an order that is placed again says who placed it first', async () => {
  const order = anOrder();
  await world.deliver(order);
  const [{ by: first } = {}] = await itemsOf(`/v1/orders/${order.number}/events`);
  const operator = await makeKey(world.deps.orm.em.fork(), 'vendor', null);
  const again = await world.call('POST', '/v1/orders', order, { authorization: `Bearer ${operator}` });
  expect(again.status).toBe(200);
  expect((await itemsOf(`/v1/orders/${order.number}/events`))[0]!.by).toBe(first);
});

test('a server says who registered it, by the API and on a page', async () => {
  const order = anOrder();
  await world.deliver(order);
  const customer = order.customer.id;
  const { body } = await world.call('POST', `/v1/accounts/${customer}/servers`, { name: 'Main', role: 'test' });
  expect(await itemsOf(`/v1/servers/${body.id}/events`)).toMatchObject([{ type: 'registered', by: KEY }]);
  const visitor = world.visitor(await world.signIn(customer));
  const form = { name: 'Annex', role: 'test', key: 'attribution-1' };
  const { location } = await visitor.post(`/customers/${customer}/servers/new`, form);
  const made = location!.split('/').at(-1)!;
  expect(await itemsOf(`/v1/servers/${made}/events`)).toMatchObject([{ type: 'registered', by: PERSON }]);
});

test('an account says who changed it, its people and its keys, and names people by their ids alone', async () => {
  const order = anOrder();
  await world.deliver(order);
  const account = order.customer.id;
  const events = () => itemsOf(`/v1/accounts/${account}/events`);
  const change = { name: 'Acme Group', email: 'new@acme-hotels.example', timeZone: 'Europe/Rome', locale: 'en' };
  for (let times = 0; times < 2; times += 1) await world.call('PUT', `/v1/accounts/${account}`, change);
  const visitor = world.visitor(await world.signIn(account));
  await visitor.post(`/accounts/${account}/people`, { email: 'ada@acme-hotels.example', role: 'viewer' });
  const person = (await events()).at(-1)!.person as string;
  for (const role of ['administrator', 'administrator'])
    await visitor.post(`/accounts/${account}/people/${person}/role`, { role });
  for (let times = 0; times < 2; times += 1) await visitor.post(`/accounts/${account}/people/${person}/remove`);
  await world.deliver(anOrder({ customer: { ...order.customer, email: 'eve@acme-hotels.example' } }));
  const proposed = (await events()).at(-1)!.person as string;
  await visitor.post(`/accounts/${account}/people/${proposed}/role`, { role: 'viewer' });
  const em = world.deps.orm.em.fork();
  await makeKey(em, account, null);
  const keyId = (await events()).at(-1)!.keyId as string;
  await revokeKey(em, keyId, null);
  const told = await events();
  expect(told).toMatchObject([
    { seq: 1, type: 'person-joined', role: 'administrator', order: order.number, by: KEY },
    { seq: 2, type: 'account-changed', fields: ['name', 'email'], by: KEY },
    { seq: 3, type: 'person-invited', person, role: 'viewer', by: PERSON },
    { seq: 4, type: 'role-changed', person, role: 'administrator', formerRole: 'viewer', by: PERSON },
    { seq: 5, type: 'person-removed', person, by: PERSON },
    { seq: 6, type: 'person-invited', person: proposed, order: expect.any(String), by: KEY },
    { seq: 7, type: 'person-joined', person: proposed, role: 'viewer', by: PERSON },
    { seq: 8, type: 'key-made', keyId, by: 'operator' },
    { seq: 9, type: 'key-revoked', keyId, by: 'operator' },
  ]);
  expect(told).toHaveLength(9);
  expect(JSON.stringify(told)).not.toMatch(/@|"cause"|\bada\b|\beve\b/);
});

test('whoever asks for an e-mail again stands in the life of its order, once', async () => {
  const order = anOrder();
  await world.deliver(order);
  await world.database.orm.em.fork().execute(
    `insert into mails (id, order_number, delivery, copy, recipient, subject, html, text, state)
     values ('mail/${order.number}/1', '${order.number}', '1', 1, 'a@b.example', '', '', '', 'sent')`,
  );
  const visitor = world.visitor(await world.signIn(order.reseller.id));
  for (let times = 0; times < 2; times += 1) await visitor.post(`/orders/${order.number}/mails/1`, { copy: '2' });
  const told = await itemsOf(`/v1/orders/${order.number}/events`);
  expect(told.filter(({ type }) => type === 'mail-requested')).toMatchObject([{ delivery: '1', copy: 2, by: PERSON }]);
  await world.call('POST', `/v1/orders/${order.number}/unlock`);
  const customer = world.visitor(await world.signIn(order.customer.id));
  expect((await customer.get(`/orders/${order.number}`)).body).not.toContain('asked for again');
});
