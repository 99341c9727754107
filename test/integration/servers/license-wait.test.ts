import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { buildApp } from '../../../api/app.ts';
import { createServices } from '../../../services/services.ts';
import { openWorkingApi, type TestApi } from '../../support/api/api.ts';
import { aMachine, createServers, type Machine } from '../../support/api/servers.ts';
import { until } from '../../support/until.ts';

let api: TestApi;
let main: Server;
let other: Server;

/** An activated server, and the tag of the document that it held last. */
type Server = { id: string; machine: Machine; etag: string; customer: string };

beforeAll(async () => {
  api = await openWorkingApi();
  api.services.following.start();
  [main, other] = await Promise.all([aServer(), aServer()]);
});
afterAll(() => api.close());

const { assign, activate, tokenOf, checkIn, signed, anActivatedServer, eventsOf } = createServers(() => api);

async function aServer(): Promise<Server> {
  const { id, machine, customer, activated } = await anActivatedServer();
  return { id, machine, customer, etag: activated.headers.etag as string };
}

/** Asks for the document as it is now, which the server holds from then on. */
async function refresh(server: Server): Promise<number> {
  const { status, headers } = await checkIn(server.id, server.machine, server.etag);
  server.etag = headers.etag as string;
  return status;
}

/** Waits as a server does; `about` is what is otherwise. */
async function wait({ id, machine, etag }: Server, about: { seconds?: number; claims?: object; etag?: string } = {}) {
  const jwt = await signed(id, machine, { act: 'wait', jti: undefined, ...about.claims });
  const body = { etag: about.etag ?? etag, seconds: about.seconds ?? 50 };
  const answer = await api.call('POST', '/v1/license/wait', body, { authorization: `Bearer ${jwt}` });
  return answer.status === 204 ? `${answer.headers.changed as string}` : `${answer.status} ${answer.body.code}`;
}

/** Lets somebody wait, and answers once it does. */
async function waiting(...asked: Parameters<typeof wait>): Promise<{ answer: Promise<string> }> {
  const before = api.services.waits.count();
  const answer = wait(...asked);
  await until(() => api.services.waits.count() !== before);
  return { answer };
}

describe('a server that waits', () => {
  test('hears that its document has changed, and gets it by a check-in; others hear nothing', async () => {
    const [one, quiet] = [await waiting(main), await waiting(other, { seconds: 2 })];
    await assign(main.id, 'digital-fax', 3);
    expect(await one.answer).toBe('yes');
    expect(await refresh(main)).toBe(200);
    expect(await quiet.answer).toBe('no');
    expect(await refresh(other)).toBe(304);
  });

  test('hears at once of what has changed before it came, whichever form the tag came through proxies in', async () => {
    expect(await wait(main, { etag: '"another"' })).toBe('yes');
    expect(await wait(main, { etag: `W/${main.etag}`, seconds: 1 })).toBe('no');
  });

  test('hears of what is done to the orders it holds something of', async () => {
    const { answer } = await waiting(main);
    const { body } = await api.call('GET', `/v1/orders?customer=${main.customer}`);
    await api.call('PUT', `/v1/orders/${body.items[0].number}/suspension`, { reason: 'not paid' });
    expect(await answer).toBe('yes');
    await refresh(main);
  });

  test('is no contact: nothing of it is written, and no number is used up', async () => {
    const contact = () =>
      api.database.orm.em.fork().execute<unknown[]>('select * from contacts where server = ?', [main.id]);
    const before = await contact();
    const { answer } = await waiting(main, { seconds: 1 });
    expect(await answer).toBe('no');
    expect(await contact()).toEqual(before);
    expect(await eventsOf(main.id)).toEqual(['registered', 'capacity-changed', 'activated', 'capacity-changed']);
  });

  test('holds no connection to the database, however many wait', async () => {
    const waits = [await waiting(main), await waiting(other)];
    const pool = (await api.database.orm.em.getConnection().getNativeClient()) as {
      totalCount: number;
      idleCount: number;
    };
    // What others do meanwhile comes to an end; the feed is looked at by one statement at a time.
    await until(() => pool.totalCount - pool.idleCount <= 1);
    expect((await api.call('GET', '/metrics')).body).toContain('license_waits 2\n');
    for (const { id } of [main, other]) await assign(id, 'digital-fax', 1);
    expect(await Promise.all(waits.map(({ answer }) => answer))).toEqual(['yes', 'yes']);
    for (const server of [main, other]) await refresh(server);
  });

  test('and comes again, has one wait: the newer takes the place of the older', async () => {
    const [older, newer] = [await waiting(main), wait(main)];
    expect(await older.answer).toBe('no');
    await assign(main.id, 'digital-fax', 2);
    expect(await newer).toBe('yes');
    await refresh(main);
  });
});

test('a process that stops sends all who wait away at once, each for a time of its own of up to a minute', async () => {
  const services = createServices(api.deps);
  const stopping = await buildApp(api.deps, services);
  const ask = async ({ id, machine, etag }: Server) => {
    const jwt = await signed(id, machine, { act: 'wait' });
    const headers = { authorization: `Bearer ${jwt}` };
    return stopping.inject({ method: 'POST', url: '/v1/license/wait', headers, payload: { etag, seconds: 55 } });
  };
  const answers = Promise.all([main, other].map(ask));
  await until(() => services.waits.count() >= 2);
  await stopping.close();
  for (const { statusCode, headers, body } of await answers) {
    expect([statusCode, (JSON.parse(body) as { code: string }).code]).toEqual([503, 'STOPPING']);
    const seconds = Number(headers['retry-after']);
    expect(Number.isInteger(seconds) && seconds >= 1 && seconds <= 60).toBe(true);
  }
});

describe('who waits is judged', () => {
  test('when it comes: by a JWT of its own for this call alone', async () => {
    expect(await wait(main, { claims: { act: undefined, jti: 'j' } })).toBe('401 CHECK_IN_NOT_AUTHENTIC');
    expect(await wait(main, { claims: { act: 'leave', jti: 'j' } })).toBe('401 CHECK_IN_NOT_AUTHENTIC');
    expect(await wait({ ...main, machine: other.machine })).toBe('401 CHECK_IN_NOT_AUTHENTIC');
    expect((await checkIn(main.id, main.machine, undefined, { act: 'wait' })).body.code).toBe('CHECK_IN_NOT_AUTHENTIC');
  });

  test.each([
    { etag: '"x"', seconds: 0 },
    { etag: '"x"', seconds: 56 },
    { etag: '"x"', seconds: 1.5 },
    { etag: '', seconds: 5 },
    { etag: '"x"' },
    { seconds: 5 },
    { etag: '"x"', seconds: 5, more: true },
  ])('and asks by what the page says: %j is refused', async (body) => {
    const jwt = await signed(main.id, main.machine, { act: 'wait' });
    const answer = await api.call('POST', '/v1/license/wait', body, { authorization: `Bearer ${jwt}` });
    expect([answer.status, answer.body.code]).toEqual([400, 'INVALID_REQUEST']);
  });

  test('by how often it comes: in a loop without end it is told to wait', async () => {
    const answers = [];
    for (let times = 0; times < 70; times += 1) answers.push(await wait(other, { etag: '"another"' }));
    expect([answers[0], answers.at(-1)]).toEqual(['yes', '429 TOO_MANY_REQUESTS']);
  });

  test('and again before it is answered: it hears why it counts no more', async () => {
    const leaver = await aServer();
    const [reinstalled, left] = [await waiting(main), await waiting(leaver)];
    await activate(await tokenOf(main.id), aMachine(main.machine.fingerprint));
    expect(await reinstalled.answer).toBe('401 KEY_REPLACED');
    const jwt = await signed(leaver.id, leaver.machine, { act: 'leave' });
    await api.call('DELETE', '/v1/activations/current', undefined, { authorization: `Bearer ${jwt}` });
    expect(await left.answer).toBe('401 NOT_ACTIVATED');
  });
});
