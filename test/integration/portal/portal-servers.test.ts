import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { ProblemError } from '../../../services/problems/problems.ts';
import { anOrder } from '../../support/api/api.ts';
import { createDeliveries, formOf } from '../../support/api/deliveries.ts';
import { aMachine, createServers } from '../../support/api/servers.ts';
import { openWorld, type World } from '../../support/api/world.ts';

let world: World;

const { signedIn, anUnlocked, aDelivery } = createDeliveries(() => world);
const { aServer, assign, tokenOf, activate, checkIn, offlineRequest } = createServers(() => world);

afterEach(() => {
  jest.restoreAllMocks();
});
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const OFFLINE_FIRST = 'another machine cannot take its place before';
const mainOf = (body: string) => body.split('<main')[1]!;
const lines = (body: string) => body.split('data-label="Application"').slice(1).join('');

/** A server with five channels of fax, activated; its customer is in front of a browser. */
async function anActivated(mode: 'online' | 'offline') {
  const server = await aServer();
  await assign(server.id, 'digital-fax', 5);
  const machine = aMachine();
  const token = await tokenOf(server.id);
  if (mode === 'online') await activate(token, machine);
  else
    await world.services.offline.activate(server.id, await offlineRequest(token, machine), {
      requestId: `r-${server.id}`,
      by: 'key/1',
    });
  const address = `/customers/${server.customer}/servers/${server.id}`;
  return { ...server, machine, token, address, visitor: await signedIn(server.customer) };
}

describe('the machine of an offline server', () => {
  test('is not replaced or retired before it has given back: pages say so, and lead to the return and to the vendor', async () => {
    const { address, visitor, id, customer, token } = await anActivated('offline');
    const page = mainOf((await visitor.get(address)).body);
    for (const text of [OFFLINE_FIRST, 'ask the vendor', `/customers/${customer}/offline?server=${id}`])
      expect(page).toContain(text);
    for (const text of ['Replace a broken machine', '30 days', '/override']) expect(page).not.toContain(text);
    for (const change of ['replace', 'retire']) {
      const asked = mainOf((await visitor.get(`${address}/${change}`)).body);
      expect([asked.includes(OFFLINE_FIRST), asked.includes('<form'), asked.includes('30 days')]).toEqual([
        ...[true, false, false],
      ]);
      const pressed = await visitor.post(`${address}/${change}`);
      expect([pressed.status, pressed.body.includes('Return its offline activation first.')]).toEqual([409, true]);
    }
    expect(await tokenOf(id)).toBe(token);
    expect((await world.call('GET', `/v1/servers/${id}`)).body.assignments).toMatchObject([
      { application: 'digital-fax', capacity: 5, used: null },
    ]);
  });

  test('is freed by the vendor’s people, who are told what follows and say why, and by nobody else', async () => {
    const { address, visitor, order, token, id } = await anActivated('offline');
    const vendor = await signedIn('vendor');
    expect((await vendor.get(address)).body).toContain(`href="${address}/override"`);
    const asked = await vendor.get(`${address}/override`);
    for (const text of ['cannot be recalled', 'This cannot be undone.', 'name="reason"'])
      expect(asked.body).toContain(text);
    const empty = await vendor.post(`${address}/override`, { reason: ' ' });
    expect([empty.status, empty.body.includes('Write down why')]).toEqual([422, true]);
    const reason = 'The machine burnt down';
    for (const other of [visitor, await signedIn(order.reseller.id), await signedIn('vendor', 'viewer')])
      expect((await other.post(`${address}/override`, { reason })).status).toBe(403);
    expect((await activate(token, aMachine())).status).not.toBe(201);

    expect((await vendor.post(`${address}/override`, { reason })).location).toBe(address);
    expect((await visitor.get(address)).body).toContain(reason);
    expect((await activate(await tokenOf(id), aMachine())).status).toBe(201);
    const again = await vendor.post(`${address}/override`, { reason });
    expect([again.status, again.body.includes(reason)]).toEqual([409, true]);
  });
});

test('a new token is made after a page that says what follows: the old one says so, and the activated server stays so', async () => {
  const { address, visitor, id, token, machine } = await anActivated('online');
  const asked = await visitor.get(`${address}/rotate`);
  for (const text of ['The present token stops working at once.', 'A server that is activated stays so'])
    expect(asked.body).toContain(text);
  expect(await tokenOf(id)).toBe(token);
  expect((await visitor.post(`${address}/rotate`)).location).toBe(address);
  const present = await tokenOf(id);
  expect(present).not.toBe(token);
  expect((await visitor.get(address)).body).toContain(`data-copy="${present}"`);
  expect((await activate(token, aMachine())).body.code).toBe('TOKEN_ROTATED');
  expect((await checkIn(id, machine, undefined, { aud: world.deps.publicUrl })).status).toBe(200);
});

test('a server whose retirement is refused in its middle says what it has given back already', async () => {
  const { address, visitor, id } = await anActivated('online');
  await assign(id, 'call-recording', 2);
  const { servers } = world.services;
  const setCapacity = servers.setCapacity.bind(servers);
  jest.spyOn(servers, 'setCapacity').mockImplementation(async (server, application, ...rest) => {
    if (application === 'digital-fax') throw new ProblemError('CHANGE_IN_PROGRESS');
    return setCapacity(server, application, ...rest);
  });
  const refused = await visitor.post(`${address}/retire`);
  expect(refused.status).toBe(409);
  expect(refused.body).toContain('Given back already: \u2068Call Recording\u2069. Everything else is as it was.');
  jest.restoreAllMocks();
  expect((await visitor.post(`${address}/retire`)).status).toBe(303);
});

test('what another reseller sold is listed without a link, and its unlock is offered to who sold it alone', async () => {
  const { order, reseller, page } = await anUnlocked();
  const other = { id: 'second-voice', name: 'Second Voice', email: 'o@second.example' };
  const { order: foreign } = await aDelivery({ customer: order.customer, reseller: other });
  const { order: locked } = await aDelivery({ customer: order.customer });
  await world.call('POST', `/v1/orders/${foreign.number}/unlock`);
  const unlockable = anOrder({ customer: order.customer, reseller: other });
  await world.deliver(unlockable);
  const seen = async (visitor: typeof reseller) => {
    const body = lines((await visitor.get(page)).body);
    const links = [...body.matchAll(/href="(\/orders\/[^"]+)"/g)].map(([, href]) => href!);
    for (const link of new Set(links)) expect([link, (await visitor.get(link)).status]).toEqual([link, 200]);
    return { body, links: [...new Set(links)].sort() };
  };
  const own = await seen(reseller);
  expect(own.body).toContain(foreign.number);
  expect(own.links).toEqual(
    [`/orders/${order.number}`, `/orders/${locked.number}`, `/orders/${locked.number}/unlock/1`].sort(),
  );
  const viewer = await seen(await signedIn(order.reseller.id, 'viewer'));
  expect(viewer.links).not.toContain(`/orders/${locked.number}/unlock/1`);
  const customer = await seen(await signedIn(order.customer.id));
  expect(customer.links).toEqual([`/orders/${order.number}`, `/orders/${foreign.number}`].sort());
  const vendor = await seen(await signedIn('vendor'));
  expect(vendor.links).toContain(`/orders/${unlockable.number}/unlock/1`);
});

test('a server gets another name and role by a form, which keeps what was typed when another has the name', async () => {
  const { address, visitor, customer } = await anActivated('online');
  await world.call('POST', `/v1/accounts/${customer}/servers`, { name: 'Taken', role: 'test' });
  expect((await visitor.get(address)).body).toContain(`href="${address}/change"`);
  const form = formOf((await visitor.get(`${address}/change`)).body);
  expect(form.name).toBe('Main');
  const taken = await visitor.post(`${address}/change`, { ...form, name: 'taken' });
  expect([taken.status, formOf(taken.body).name]).toEqual([409, 'taken']);
  expect(taken.body).toContain('Another server has this name. Choose another one.');
  const nameless = await visitor.post(`${address}/change`, { ...form, name: ' ' });
  expect([nameless.status, nameless.body.includes('Give the server a name.')]).toEqual([422, true]);
  expect((await visitor.post(`${address}/change`, { name: 'Lobby', role: 'test' })).location).toBe(address);
  expect((await visitor.get(address)).body.replace(/[\u2068\u2069]/g, '')).toContain(
    'Was Main (Production), is now Lobby (Test).',
  );
  const added = await visitor.post(`/customers/${customer}/servers/new`, { name: 'LOBBY', role: 'test' });
  expect([added.status, added.body.includes('Another server has this name')]).toEqual([409, true]);
});
