import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { decodeJwt } from 'jose';
import { createOrderTalk } from '../../../activities/orders.ts';
import { reached } from '../../../services/reached.ts';
import { sweep } from '../../../db/queries/retention/sweep.ts';
import { hasServerReached } from '../../../db/queries/servers/servers.ts';
import { customerLedgers } from '../../../db/queries/orders/ledgers.ts';
import { RETENTION_DAYS } from '../../../domain/retention.ts';
import { serverWorkflowId } from '../../../temporal/contract.ts';
import { anOrder, openApi, startWorker, type TestApi } from '../../support/api/api.ts';
import { aMachine, createServers } from '../../support/api/servers.ts';
import { until } from '../../support/until.ts';

let api: TestApi;
let worker: { stop: () => Promise<void> };
/** While it is set, servers that plan wait for it. */
let held: Promise<void> | null = null;

const start = () => {
  const readLedgers = (customerId: string) => customerLedgers(api.deps.orm.em.fork(), customerId);
  const talk = createOrderTalk({ client: api.deps.temporal, readLedgers });
  return startWorker(api, {
    async readCandidates(request) {
      await held;
      return talk.readCandidates(request);
    },
  });
};

beforeAll(async () => {
  api = await openApi();
  worker = await start();
});
afterAll(async () => {
  await worker.stop();
  await api.close();
});

const { aServer, assign, tokenOf, activate, signed, checkIn, anActivatedServer, eventsOf, offlineRequest } =
  createServers(() => api);

/** A server with capacity and a token. */
async function aWaitingServer() {
  const server = await aServer();
  await assign(server.id, 'digital-fax', 5);
  return { ...server, token: await tokenOf(server.id) };
}

const rotate = async (id: string) => (await api.call('POST', `/v1/servers/${id}/token/rotations`)).body.token as string;

const leave = async (id: string, machine: Parameters<typeof signed>[1]) =>
  api.call('DELETE', '/v1/activations/current', undefined, {
    authorization: `Bearer ${await signed(id, machine, { act: 'leave' })}`,
  });

/** How often an order heard of a kind of event. */
async function heardOf(order: { number: string }, type: string): Promise<number> {
  const { body } = await api.call('GET', `/v1/orders/${order.number}/events`);
  return body.items.filter((event: { type: string }) => event.type === type).length;
}

describe('an activation happens once', () => {
  test('asked for by one machine many times at once, it is answered each time with the whole document', async () => {
    const { id, order, token } = await aWaitingServer();
    const machine = aMachine();
    const answers = await Promise.all(Array.from({ length: 8 }, () => activate(token, machine)));
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(201));
    for (const { body } of answers) expect(decodeJwt(body.license)).toMatchObject({ sub: id, mode: 'online' });
    expect((await eventsOf(id)).filter((type) => type === 'activated')).toHaveLength(1);
    expect(await heardOf(order, 'activated')).toBe(1);
  });

  test('asked for by two machines at once, one gets the server and the other hears whose it is', async () => {
    const { id, token } = await aWaitingServer();
    const answers = await Promise.all([activate(token, aMachine()), activate(token, aMachine())]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(answers.find(({ status }) => status === 409)!.body.code).toBe('TOKEN_BOUND_ELSEWHERE');
    expect((await eventsOf(id)).slice(2).sort()).toEqual(['activated', 'activation-refused']);
  });

  test('asked for while no worker runs, its outcome is unknown, and repeated it turns out to have happened', async () => {
    const { id, order, token } = await aWaitingServer();
    const machine = aMachine();
    await worker.stop();
    const unknown = await activate(token, machine);
    expect([unknown.status, unknown.body.code, unknown.headers['retry-after']]).toEqual([503, 'OUTCOME_UNKNOWN', '5']);
    worker = await start();
    const answered = await activate(token, machine);
    expect(answered.status).toBe(201);
    expect((await checkIn(id, machine)).status).toBe(200);
    expect(await eventsOf(id)).toEqual(['registered', 'capacity-changed', 'activated']);
    expect(await reached(async () => (await heardOf(order, 'activated')) > 0)).toBe(true);
    expect(await heardOf(order, 'activated')).toBe(1);
  });

  test('leaving and coming back is told to the order once each', async () => {
    const { id, order, machine } = await anActivatedServer();
    expect((await leave(id, machine)).status).toBe(204);
    expect((await leave(id, machine)).body.code).toBe('NOT_ACTIVATED');
    expect((await activate(await tokenOf(id), aMachine())).status).toBe(201);
    expect([await heardOf(order, 'activated'), await heardOf(order, 'deactivated')]).toEqual([2, 1]);
  });
});

describe('an administrator sees', () => {
  test('what was refused, with its code and the machine that asked', async () => {
    const { id, token } = await aWaitingServer();
    const machine = aMachine();
    await activate(token, machine, { version: '2019.Autumn.1' });
    await activate(token, aMachine());
    await activate(token, machine);
    await rotate(id);
    await activate(token, machine);
    const { body } = await api.call('GET', `/v1/servers/${id}/events`);
    const refused = body.items.filter(({ type }: { type: string }) => type === 'activation-refused');
    expect(refused).toMatchObject([
      { stream: `contact/${id}`, seq: 1, code: 'VERSION_TOO_OLD', fingerprint: machine.fingerprint },
      { seq: 2, code: 'TOKEN_BOUND_ELSEWHERE' },
      { seq: 3, code: 'TOKEN_ROTATED' },
    ]);
    expect(JSON.stringify(body)).not.toContain(token);
  });

  test('why it was refused for ever, and which machine it was for a time: the journal does not name it', async () => {
    const { id, token } = await aWaitingServer();
    const machine = aMachine();
    await activate(token, machine, { version: '2019.Autumn.1' });
    const read = async () => (await api.call('GET', `/v1/servers/${id}/events`)).body.items.at(-1);
    const { fingerprint, version, times, lastAt, ...kept } = await read();
    expect([fingerprint, version, times]).toEqual([machine.fingerprint, '2019.Autumn.1', 1]);
    const period = RETENTION_DAYS.refusedActivations * 86_400_000;
    await sweep(api.deps.orm.em.fork(), new Date(Date.parse(lastAt) + period - 1));
    expect(await read()).toMatchObject({ fingerprint });
    await sweep(api.deps.orm.em.fork(), new Date(Date.parse(lastAt) + period));
    expect(await read()).toEqual(kept);
    expect(kept).toMatchObject({ type: 'activation-refused', code: 'VERSION_TOO_OLD' });
  });

  test('a refusal in the sentence that the AppSuite heard, whichever it was', async () => {
    const [{ id, token }, moving] = [await aWaitingServer(), await aWaitingServer()];
    for (let change = 0; change <= 3; change++) {
      const machine = aMachine();
      await activate(moving.token, machine);
      await leave(moving.id, machine);
    }
    const answers = [
      await activate(token, aMachine(), { version: '2019.Autumn.1' }),
      await activate(moving.token, aMachine()),
    ];
    await assign(id, 'digital-fax', 0);
    answers.push(await activate(token, aMachine()));
    expect((await api.call('DELETE', `/v1/servers/${id}`)).status).toBe(204);
    answers.push(await activate(token, aMachine()));
    const heard = answers.map(({ body }) => ({ code: body.code, detail: body.detail }));
    expect(heard.map(({ code }) => code)).toEqual([
      'VERSION_TOO_OLD',
      'TOO_MANY_MACHINES',
      'NOTHING_ASSIGNED',
      'SERVER_RETIRED',
    ]);
    const journaled = async (of: string) => {
      const { body } = await api.call('GET', `/v1/servers/${of}/events`);
      return body.items.filter(({ type }: { type: string }) => type === 'activation-refused');
    };
    expect(await journaled(id)).toMatchObject([heard[0], heard[2], heard[3]]);
    expect(await journaled(moving.id)).toMatchObject([heard[1]]);
    for (const { detail } of heard) expect(detail).toMatch(/^[A-Z].+\.$/);
  });

  test('a reinstallation and a move, by their names', async () => {
    const { id, machine } = await anActivatedServer();
    expect((await activate(await tokenOf(id), aMachine(machine.fingerprint))).status).toBe(201);
    expect((await activate(await rotate(id), aMachine())).status).toBe(201);
    expect((await eventsOf(id)).slice(3)).toEqual(['reinstalled', 'rotated', 'moved']);
  });

  test('the version that the AppSuite has now, once it says so', async () => {
    const { id, machine } = await anActivatedServer();
    const updated = await activate(await tokenOf(id), machine, { version: '2026.Autumn.2', hostname: 'pbx-2' });
    expect(updated.status).toBe(201);
    expect((await api.call('GET', `/v1/servers/${id}`)).body).toMatchObject({ version: '2026.Autumn.2' });
    expect((await eventsOf(id)).slice(3)).toEqual(['updated']);
    expect((await checkIn(id, machine)).status).toBe(200);
  });
});

test('nobody waits for an order that is over to hear of a server', async () => {
  const { id, order, customer } = await anActivatedServer();
  const other = anOrder({ customer: { ...order.customer, id: customer } });
  await api.call('POST', '/v1/orders', other);
  await api.call('POST', `/v1/orders/${other.number}/unlock`);
  const next = { order: other.number, number: 1_000 };
  const hasReached = (...told: (typeof next)[]) => hasServerReached(api.database.orm.em.fork(), id, 1, told);
  expect(await hasReached(next)).toBe(false);
  await api.call('POST', `/v1/orders/${other.number}/cancellation`, { reason: 'returned' });
  expect(await reached(() => hasReached(next))).toBe(true);
  expect(await hasReached({ order: order.number, number: 1_000 }, next)).toBe(false);
});

test('a fourth change of machine within 90 days needs the vendor to rotate the token', async () => {
  const { id, token } = await aWaitingServer();
  for (let change = 0; change <= 3; change++) {
    const machine = aMachine();
    expect((await activate(token, machine)).status).toBe(201);
    expect((await leave(id, machine)).status).toBe(204);
  }
  const next = aMachine();
  const refused = await activate(token, next);
  expect(refused.body).toMatchObject({ status: 409, code: 'TOO_MANY_MACHINES', machines: 3 });
  expect((await activate(await rotate(id), next)).status).toBe(201);
});

describe('many changes of one server', () => {
  test('wait for each other, eight at most; the next hears that it may ask again', async () => {
    const { id } = await aWaitingServer();
    const release = Promise.withResolvers<void>();
    held = release.promise;
    const changes = Array.from({ length: 10 }, (_, index) => assign(id, 'digital-fax', 1 + (index % 5)));
    const refused = await Promise.any(
      changes.map(async (change) => {
        const answer = await change;
        return answer.status === 409 ? answer : Promise.reject(new Error('It was not refused'));
      }),
    );
    expect([refused.body.code, refused.headers['retry-after']]).toEqual(['CHANGE_IN_PROGRESS', '2']);
    held = null;
    release.resolve();
    const others = (await Promise.all(changes)).filter(({ status }) => status !== 409);
    expect(others).toHaveLength(9);
    expect(new Set(others.map(({ status }) => status))).toEqual(new Set([200]));
  });

  test('one of which it goes offline behind: refused, as it was made of less; repeated with its key it is answered', async () => {
    const { id, token } = await aWaitingServer();
    const accepted = async () => {
      const { events } = await api.deps.temporal.workflow.getHandle(serverWorkflowId(id)).fetchHistory();
      return events!.filter((event) => event.workflowExecutionUpdateAcceptedEventAttributes).length;
    };
    const before = await accepted();
    const request = await offlineRequest(token, aMachine());
    const key = { 'idempotency-key': randomUUID() };
    const goOffline = () => api.call('POST', `/v1/servers/${id}/offline-activations`, { request }, key);
    const release = Promise.withResolvers<void>();
    held = release.promise;
    const change = assign(id, 'digital-fax', 7);
    await until(async () => (await accepted()) > before);
    const offline = goOffline();
    await until(async () => (await accepted()) > before + 1);
    held = null;
    release.resolve();
    expect((await change).status).toBe(200);
    expect((await offline).body.code).toBe('CHANGE_IN_PROGRESS');
    const answered = await goOffline();
    expect(answered.status).toBe(201);
    expect(decodeJwt(answered.body.response).applications).toMatchObject([{ capacity: 7 }]);
    expect((await goOffline()).body).toEqual(answered.body);
  });

  test('make its workflow go on in a new run, and no caller hears of that', async () => {
    const { id } = await aWaitingServer();
    const run = async () => (await api.deps.temporal.workflow.getHandle(serverWorkflowId(id)).describe()).runId;
    const first = await run();
    const request = { 'idempotency-key': randomUUID() };
    expect((await assign(id, 'digital-fax', 2, request)).status).toBe(200);
    for (let change = 0; change < 200 && (await run()) === first; change++)
      expect((await assign(id, 'digital-fax', 1 + (change % 2))).status).toBe(200);
    expect(await run()).not.toBe(first);
    const machine = aMachine();
    expect((await activate(await tokenOf(id), machine)).status).toBe(201);
    expect((await checkIn(id, machine)).status).toBe(200);
  });
});
