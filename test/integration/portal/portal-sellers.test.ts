import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { CHANGE_PACE } from '../../../services/pace.ts';
import { anOrder } from '../../support/api/api.ts';
import { openWorld, type World } from '../../support/api/world.ts';

let world: World;
let at: string;
let visitor: ReturnType<World['visitor']>;

const now = Date.now();

beforeAll(async () => {
  // It stands still, so that a pace gives nothing back.
  world = await openWorld({ clock: () => now });
  const order = anOrder();
  await world.deliver(order);
  at = `/accounts/${order.customer.id}`;
  visitor = world.visitor(await world.signIn(order.customer.id));
});
afterAll(() => world.close());

const seller = () => `${at}/sellers/${anOrder().reseller.id}`;
const standing = async () => (await world.call('GET', `/v1${at}/sellers`)).body.items[0].standing;

test('what a page about a seller says is what its press does, also where somebody else has pressed it meanwhile', async () => {
  expect((await visitor.get(`${at}/sellers`)).body).toContain(`${seller()}/end`);
  expect((await visitor.get(`${seller()}/end`)).status).toBe(200);
  for (const _ of ['theirs', 'mine']) {
    expect((await visitor.post(`${seller()}/end`)).status).toBe(303);
    expect(await standing()).toBe('ended');
  }
  expect((await visitor.get(`${at}/sellers`)).body).toContain(`${seller()}/restore`);
  expect((await visitor.post(`${seller()}/restore`)).status).toBe(303);
  expect(await standing()).not.toBe('ended');
  for (const act of ['end', 'restore']) {
    expect((await visitor.get(`${at}/sellers/nobody/${act}`)).status).toBe(404);
    expect((await visitor.post(`${at}/sellers/nobody/${act}`)).status).toBe(404);
  }
});

test('whoever used up all changes of an account keeps nobody from shutting out', async () => {
  for (let changes = 0; changes < CHANGE_PACE.atOnce; changes += 1) await visitor.post(`${seller()}/restore`);
  expect((await visitor.post(`${seller()}/restore`)).status).toBe(429);
  expect((await visitor.post(`${seller()}/end`)).status).toBe(303);
  expect(await standing()).toBe('ended');
  expect((await visitor.post(`${at}/sign-in/remove`)).status).toBe(303);
});
