import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { addDays, dayAt, startOfDay } from '../../../domain/days.ts';
import { POLICY } from '../../../domain/policy.ts';
import { anOrder } from '../../support/api/api.ts';
import { aMachine, createServers } from '../../support/api/servers.ts';
import type { Visitor } from '../../support/portal/site.ts';
import { openWorld, type World } from '../../support/api/world.ts';

const HOUR_MS = 3_600_000;
const ROME = 'Europe/Rome';

let world: World;
let now: number | null = null;
const clock = () => now ?? Date.now();

beforeAll(async () => {
  world = await openWorld({ clock });
});
afterAll(() => world.close());

const { aServer, assign, tokenOf, activate, checkIn } = createServers(() => world, clock);

/** A page that somebody has opened and left open; it asks with the tag of what it shows, as its script does. */
async function leaveOpen(visitor: Visitor, path: string) {
  let tag = (await visitor.get(path)).headers['hx-ptag'] as string;
  const ask = async () => {
    const { status, body, headers } = await visitor.get(path, { 'hx-request': 'true', 'hx-ptag': tag });
    if (status === 200) tag = headers['hx-ptag'] as string;
    return { path, status, body };
  };
  return { ask };
}

const NOTHING_NEW = { status: 304, body: '' };

test('pages that are left open say that a line has expired as soon as it has, and nothing before', async () => {
  const endsOn = addDays(dayAt(Date.now(), ROME), 1 - POLICY.graceDays);
  const line = {
    application: 'voicemail',
    capacity: 40,
    license: 'subscription',
    startsOn: addDays(endsOn, -300),
    endsOn,
  };
  const order = anOrder({ lines: [line] });
  await world.deliver(order);
  await world.call('POST', `/v1/orders/${order.number}/unlock`);
  const expires = startOfDay(addDays(endsOn, POLICY.graceDays + 1), ROME);

  now = expires - HOUR_MS;
  const customer = world.visitor(await world.signIn(order.customer.id));
  const reseller = world.visitor(await world.signIn(order.reseller.id));
  const open = await Promise.all([
    leaveOpen(customer, `/customers/${order.customer.id}`),
    leaveOpen(customer, `/orders/${order.number}`),
    leaveOpen(reseller, `/customers/${order.customer.id}`),
    leaveOpen(reseller, `/customers?q=${order.customer.id}`),
  ]);
  now = expires - 1;
  for (const { ask } of open) expect(await ask()).toMatchObject(NOTHING_NEW);
  now = expires;
  const said = await Promise.all(open.map(({ ask }) => ask()));
  for (const { path, status, body } of said)
    expect([path, status, body.includes('In grace')]).toEqual([path, 200, false]);
  for (const { path, body } of said.slice(0, 3))
    expect([path, body]).toEqual([path, expect.stringContaining('Stopped')]);
  for (const { ask } of open) expect(await ask()).toMatchObject(NOTHING_NEW);
  now = null;
});

test('pages that are left open say that a server has activated itself and called, and nothing before', async () => {
  const { id, customer, order } = await aServer();
  await assign(id, 'digital-fax', 5);
  const visitor = world.visitor(await world.signIn(customer));
  const open = await Promise.all(
    [`/customers/${customer}`, `/customers/${customer}/servers/${id}`, `/orders/${order.number}`].map((path) =>
      leaveOpen(visitor, path),
    ),
  );
  for (const { ask } of open) expect(await ask()).toMatchObject(NOTHING_NEW);

  const machine = aMachine();
  expect((await activate(await tokenOf(id), machine)).status).toBe(201);
  for (const { ask } of open) {
    const { path, status, body } = await ask();
    expect([path, status, body]).toEqual([path, 200, expect.stringContaining('Activated')]);
    expect(body).not.toContain('Waiting for its token');
  }
  for (const { ask } of open) expect(await ask()).toMatchObject(NOTHING_NEW);

  now = Date.now() + 2 * HOUR_MS;
  await checkIn(id, machine, undefined, { aud: world.deps.publicUrl });
  const [, server] = open;
  expect((await server!.ask()).status).toBe(200);
  now = null;
});
