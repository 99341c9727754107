import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { anOrder } from '../../support/api/api.ts';
import { ProblemError } from '../../../services/problems/problems.ts';
import { answered, openWorld, type World } from '../../support/api/world.ts';

const FAX = 'digital-fax';
const RECORDING = 'call-recording';
const perpetual = (application: string, capacity: number) => ({ application, capacity, license: 'perpetual' });

let world: World;
let customer: string;
let main: string;
let annex: string;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());
afterEach(() => {
  jest.restoreAllMocks();
});

/** Eight channels of fax and ten of recording, on two servers. */
beforeEach(async () => {
  const order = anOrder({ lines: [perpetual(FAX, 8), perpetual(RECORDING, 10)] });
  customer = order.customer.id;
  await world.deliver(order);
  await answered(world, 'POST', `/v1/orders/${order.number}/unlock`);
  const register = async (name: string) =>
    (await answered(world, 'POST', `/v1/accounts/${customer}/servers`, { name, role: 'production' })).id;
  main = await register('Main');
  annex = await register('Annex');
});

const set = (server: string, capacity: number, application = FAX) =>
  answered(world, 'PUT', `/v1/servers/${server}/assignments/${application}`, { capacity });
const assign = (body: object, key: string = randomUUID()) =>
  world.call('PATCH', `/v1/accounts/${customer}/assignments`, body, { 'idempotency-key': key });
const cell = (server: string, capacity: number, expected?: number, application = FAX) => ({
  ...{ server, application, capacity },
  ...(expected !== undefined && { expected }),
});
/** What each server has of fax and recording, by its name, and what is free of both. */
async function matrix() {
  const { applications, items } = await answered(world, 'GET', `/v1/accounts/${customer}/assignments`);
  type Held = { application: string; capacity: number };
  const of = (assignments: Held[], key: string) => assignments.find(({ application }) => application === key)?.capacity;
  return {
    free: Object.fromEntries(
      applications.map(({ application, free }: { application: string; free: number }) => [application, free]),
    ),
    servers: Object.fromEntries(
      items.map(({ name, assignments }: { name: string; assignments: Held[] }) => [
        name,
        [of(assignments, FAX) ?? 0, of(assignments, RECORDING) ?? 0],
      ]),
    ),
  };
}
const outcomes = (body: { items: { outcome: string; problem: { code: string } | null }[] }) =>
  body.items.map(({ outcome, problem }) => problem?.code ?? outcome);

test('capacity goes from one server to others and to new ones by one call, each with its outcome, and the tokens can be read', async () => {
  await set(main, 8);
  const { status, body } = await assign({
    servers: [
      { ref: 'lobby', name: 'Lobby', role: 'test' },
      { ref: 'double', name: 'MAIN', role: 'test' },
      { ref: 'greedy', name: 'Greedy', role: 'production' },
    ],
    items: [
      cell('lobby', 2, 0),
      cell('double', 1),
      cell('greedy', 99),
      cell(annex, 3, 0),
      cell(main, 3, 8),
      cell(annex, 4, 0, RECORDING),
      cell(main, 1, 0, 'telex'),
      cell('srv_of_somebody_else', 1),
    ],
  });
  expect(status).toBe(200);
  expect(outcomes(body)).toEqual([
    ...['set', 'NAME_TAKEN', 'INSUFFICIENT_CAPACITY', 'set', 'set', 'set', 'APPLICATION_UNKNOWN', 'NOT_FOUND'],
  ]);
  expect(body.items[2].problem).toMatchObject({ free: 5 });
  const ofServers = body.servers.map(({ outcome }: { outcome: string }) => outcome);
  expect(ofServers).toEqual(['registered', 'refused', 'refused']);
  expect(await matrix()).toEqual({
    free: { [FAX]: 0, [RECORDING]: 6 },
    servers: { Main: [3, 0], Annex: [3, 4], Lobby: [2, 0] },
  });
  const { items } = await answered(world, 'GET', `/v1/accounts/${customer}/tokens`);
  expect(items.map(({ name }: { name: string }) => name)).toEqual(['Lobby', 'Annex', 'Main']);
  const own = await answered(world, 'GET', `/v1/servers/${body.servers[0].server}/token`);
  expect(items[0].token).toBe(own.token);
});

test('a cell that somebody changed since it was seen names who, when and to what, and changes elsewhere on the server do not count', async () => {
  await set(main, 5);
  await set(main, 2, RECORDING);
  const { body } = await assign({ items: [cell(main, 7, 4), cell(main, 3, 2, RECORDING), cell(annex, 0, 2)] });
  expect(outcomes(body)).toEqual(['CHANGED_MEANWHILE', 'set', 'unchanged']);
  expect(body.items[0].problem).toMatchObject({ held: 5, changedBy: expect.stringMatching(/^key\//) });
  expect((await matrix()).servers.Main).toEqual([5, 3]);
});

test('a call that was killed between two cells, sent again, finishes, and answers as if nothing had happened', async () => {
  const body = {
    servers: [{ ref: 'new', name: 'New', role: 'production' }],
    items: [cell(main, 3, 0), cell(main, 4, 0, RECORDING), cell('new', 2), cell('new', 1, 0, RECORDING)],
  };
  const setCapacity = world.services.servers.setCapacity.bind(world.services.servers);
  let left = 2;
  jest.spyOn(world.services.servers, 'setCapacity').mockImplementation((...asked) => {
    if (left === 0) throw new ProblemError('OUTCOME_UNKNOWN');
    left -= 1;
    return setCapacity(...asked);
  });
  const killed = await assign(body, 'again');
  expect([killed.status, killed.headers['retry-after']]).toEqual([202, '5']);
  expect(outcomes(killed.body).filter((outcome) => outcome === 'set')).toHaveLength(2);
  jest.restoreAllMocks();

  // Meanwhile somebody takes back what was done: the repeat hears what was answered first, and changes nothing of it.
  await set(main, 1);
  const again = await assign(body, 'again');
  expect([again.status, outcomes(again.body)]).toEqual([200, ['set', 'set', 'set', 'set']]);
  expect(await matrix()).toEqual({
    free: { [FAX]: 5, [RECORDING]: 5 },
    servers: { Main: [1, 4], Annex: [0, 0], New: [2, 1] },
  });
  const repeated = await assign(body, 'again');
  expect([repeated.body, repeated.headers['idempotent-replayed']]).toEqual([again.body, 'true']);
});

test('units move in one step, also where nothing is free, and go back where the other server cannot have them', async () => {
  await set(main, 8);
  const move = (from: object, to: object, units: number, key: string = randomUUID()) =>
    world.call(
      'POST',
      `/v1/accounts/${customer}/moves`,
      { application: FAX, units, from, to },
      { 'idempotency-key': key },
    );
  const moved = await move({ server: main, capacity: 8 }, { server: annex, capacity: 0 }, 3);
  expect([moved.status, moved.body.from.capacity, moved.body.to.capacity]).toEqual([200, 5, 3]);
  expect((await move({ server: main, capacity: 8 }, { server: annex, capacity: 0 }, 3)).status).toBe(412);

  const standby = { name: 'Standby', role: 'redundancy', standbyFor: main };
  const { id } = await answered(world, 'POST', `/v1/accounts/${customer}/servers`, standby);
  const refused = await move({ server: main, capacity: 5 }, { server: id, capacity: 0 }, 2);
  expect(refused.body).toMatchObject({ code: 'STANDBY_HOLDS_NOTHING' });
  expect((await matrix()).servers).toEqual({ Main: [5, 0], Annex: [3, 0], Standby: [0, 0] });
});

test('what is named twice is refused before anything is done', async () => {
  const twice = await assign({ items: [cell(main, 1), cell(main, 2)] });
  expect([twice.status, twice.body.errors[0].pointer]).toEqual([400, '/items/1']);
  expect((await matrix()).servers.Main).toEqual([0, 0]);
});
