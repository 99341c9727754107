import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createLocalJWKSet, decodeJwt, jwtVerify } from 'jose';
import { openWorkingApi, type TestApi } from '../../support/api/api.ts';
import { AUDIENCE, aMachine, createServers, type Machine } from '../../support/api/servers.ts';

let api: TestApi;

beforeAll(async () => {
  api = await openWorkingApi();
});
afterAll(() => api.close());

const { aServer, assign, tokenOf, activate, checkIn, offlineRequest, returnString, eventsOf } = createServers(
  () => api,
);

const PERPETUAL = [
  { application: 'digital-fax', capacity: 8, license: 'perpetual', care: { endsOn: '2099-12-31' } },
  { application: 'voicemail', capacity: 50, license: 'perpetual' },
  { application: 'conversational-ai', capacity: 5, license: 'perpetual' },
  { application: 'call-recording', capacity: 20, license: 'subscription', endsOn: '2099-12-31' },
];

/** A server with five digital faxes, and a machine without a network. */
async function aWaitingServer() {
  const server = await aServer(PERPETUAL);
  await assign(server.id, 'digital-fax', 5);
  return { ...server, machine: aMachine(), token: await tokenOf(server.id) };
}

const exchange = (id: string, request: string) =>
  api.call('POST', `/v1/servers/${id}/offline-activations`, { request });
const giveBack = (id: string, proof: string) => api.call('POST', `/v1/servers/${id}/offline-returns`, { proof });

/** The same once it is offline. */
async function anOfflineServer() {
  const server = await aWaitingServer();
  const request = await offlineRequest(server.token, server.machine);
  const { body } = await exchange(server.id, request);
  return { ...server, request, response: body.response as string };
}

const stateOf = async (id: string) => {
  const { state, mode, assignments } = (await api.call('GET', `/v1/servers/${id}`)).body;
  return { state, mode, assignments };
};

describe('activating offline', () => {
  test('a request string is answered with a document that is bound to the machine and holds for a verifier of its own', async () => {
    const { id, customer, machine, response } = await anOfflineServer();
    const keys = createLocalJWKSet((await api.app.inject('/.well-known/jwks.json')).json());
    const { payload } = await jwtVerify(response, keys, { typ: 'license+jwt', issuer: AUDIENCE, subject: id });
    expect(payload).toMatchObject({ customer, mode: 'offline', fingerprint: machine.fingerprint, services: [] });
    expect(payload.exp).toBeUndefined();
    expect(payload.applications).toMatchObject([
      { application: 'digital-fax', capacity: 5, state: 'active', entitlements: [{ leaseUntil: null }] },
    ]);
    expect(await stateOf(id)).toMatchObject({ state: 'activated', mode: 'offline' });
    const { body } = await api.call('GET', `/v1/servers/${id}/events`);
    expect(body.items.at(-1)).toMatchObject({ type: 'offline-activated', fingerprint: machine.fingerprint });
    expect(JSON.stringify(body)).not.toContain(response);
  });

  test('the order hears of it as of any activation', async () => {
    const { order } = await anOfflineServer();
    expect((await api.call('GET', `/v1/orders/${order.number}`)).body.stage).toBe('activated');
  });

  test('the same request is answered with the very same text, whatever was changed meanwhile and however it was pasted', async () => {
    const { id, request, response } = await anOfflineServer();
    await assign(id, 'digital-fax', 7);
    const mailed = `> "${request.replace(/.{60}/g, '$&\r\n> ')}"\n`;
    for (const pasted of [request, mailed, ` ${request}\n\n`]) {
      const again = await exchange(id, pasted);
      expect([again.status, again.body.response]).toEqual([201, response]);
    }
    const both = await Promise.all([exchange(id, request), exchange(id, request)]);
    expect(both.map(({ body }) => body.response)).toEqual([response, response]);
    expect((await eventsOf(id)).filter((type) => type === 'offline-activated')).toHaveLength(1);
  });

  test('more capacity reaches it by a new request', async () => {
    const { id, token, machine } = await anOfflineServer();
    await assign(id, 'digital-fax', 7);
    const { body } = await exchange(id, await offlineRequest(token, machine));
    expect(decodeJwt(body.response).applications).toMatchObject([{ capacity: 7 }]);
  });

  test('a server that holds a subscription, or what runs online alone, cannot go offline; the answer names them', async () => {
    const { id, token, machine } = await aWaitingServer();
    await assign(id, 'call-recording', 2);
    await assign(id, 'conversational-ai', 1);
    const refused = await exchange(id, await offlineRequest(token, machine));
    const applications = 'call-recording, conversational-ai';
    expect(refused.body).toMatchObject({ status: 409, code: 'ONLINE_REQUIRED', applications });
    const { body } = await api.call('GET', `/v1/servers/${id}/events`);
    expect(body.items.at(-1)).toMatchObject({ type: 'activation-refused', code: 'ONLINE_REQUIRED', mode: 'offline' });
  });

  test('one that is offline can be given neither, and more that is perpetual', async () => {
    const { id } = await anOfflineServer();
    for (const application of ['call-recording', 'conversational-ai'])
      expect((await assign(id, application, 1)).body).toMatchObject({ status: 409, code: 'ONLINE_REQUIRED' });
    expect((await assign(id, 'voicemail', 51)).body.code).toBe('INSUFFICIENT_CAPACITY');
    expect((await assign(id, 'voicemail', 10)).status).toBe(200);
  });

  test('nothing below what its document says can be taken away, and another machine cannot take its place', async () => {
    const { id } = await anOfflineServer();
    const refused = await assign(id, 'digital-fax', 4);
    expect(refused.body).toMatchObject({ status: 409, code: 'RETURN_REQUIRED', capacity: 5 });
    expect((await stateOf(id)).assignments).toMatchObject([{ application: 'digital-fax', capacity: 5, used: null }]);
    expect((await activate(await tokenOf(id), aMachine())).body.code).toBe('TOKEN_BOUND_ELSEWHERE');
    const { body } = await api.call('POST', `/v1/servers/${id}/token/rotations`);
    expect((await activate(body.token, aMachine())).body.code).toBe('RETURN_REQUIRED');
    expect((await exchange(id, await offlineRequest(body.token, aMachine()))).body.code).toBe('RETURN_REQUIRED');
  });
});

describe('returning', () => {
  test('frees the capacity, once; requests from before count no more, and the token works again', async () => {
    const { id, request, response, token, machine } = await anOfflineServer();
    const proof = await returnString(id, machine, response);
    const returned = await giveBack(id, proof);
    expect([returned.status, returned.body.state, returned.body.mode]).toEqual([201, 'waiting', null]);
    expect((await giveBack(id, proof)).body).toMatchObject({ status: 409, code: 'ALREADY_RETURNED' });
    expect((await exchange(id, request)).body).toMatchObject({ status: 409, code: 'ALREADY_RETURNED' });
    expect((await assign(id, 'digital-fax', 2)).status).toBe(200);
    expect((await activate(token, aMachine())).status).toBe(201);
    expect((await eventsOf(id)).slice(2)).toEqual([
      'offline-activated',
      'offline-returned',
      'activation-refused',
      'capacity-changed',
      'activated',
    ]);
  });

  test('it names what it gives back: one of an older document ends nothing of a newer', async () => {
    const { id, token, machine, response: first } = await anOfflineServer();
    await assign(id, 'digital-fax', 7);
    const { body } = await exchange(id, await offlineRequest(token, machine));
    const old = await giveBack(id, await returnString(id, machine, first));
    expect([old.status, old.body.code]).toEqual([409, 'OTHER_DOCUMENT_OUT']);
    expect(await stateOf(id)).toMatchObject({ mode: 'offline' });
    expect((await giveBack(id, await returnString(id, machine, body.response))).status).toBe(201);
    for (const response of [first, body.response])
      expect((await giveBack(id, await returnString(id, machine, response))).body.code).toBe('ALREADY_RETURNED');
  });

  test('without it the vendor can free the capacity, which is journaled with the reason', async () => {
    const { id, machine, response } = await anOfflineServer();
    const override = (body: object) => api.call('POST', `/v1/servers/${id}/offline-override`, body);
    expect((await override({})).status).toBe(400);
    const { status, body } = await override({ reason: 'The machine burned down' });
    expect([status, body.state]).toEqual([201, 'waiting']);
    const events = (await api.call('GET', `/v1/servers/${id}/events`)).body.items;
    expect(events.slice(-2)).toMatchObject([
      { type: 'offline-activated', by: expect.stringMatching(/^key\//) },
      { type: 'offline-overridden', by: expect.stringMatching(/^key\//), reason: 'The machine burned down' },
    ]);
    expect((await assign(id, 'digital-fax', 0)).status).toBe(200);
    expect((await giveBack(id, await returnString(id, machine, response))).body.code).toBe('ALREADY_RETURNED');
    expect((await override({ reason: 'again' })).body.code).toBe('ALREADY_RETURNED');
  });
});

describe('from offline to online and back', () => {
  test('the same machine activates online with its token; what its offline document says stays taken until it is returned', async () => {
    const { id, token, machine, response } = await anOfflineServer();
    expect((await checkIn(id, machine)).body.code).toBe('NOT_ACTIVATED');
    const online = await activate(token, machine);
    expect(decodeJwt(online.body.license)).toMatchObject({ mode: 'online' });
    expect((await checkIn(id, machine)).status).toBe(200);
    expect(await stateOf(id)).toMatchObject({ state: 'activated', mode: 'online' });
    expect((await assign(id, 'digital-fax', 4)).body.code).toBe('RETURN_REQUIRED');
    const returned = await giveBack(id, await returnString(id, machine, response));
    expect([returned.status, returned.body.state, returned.body.mode]).toEqual([201, 'activated', 'online']);
    expect((await assign(id, 'digital-fax', 4)).status).toBe(200);
    const back = await exchange(id, await offlineRequest(token, machine));
    expect(decodeJwt(back.body.response)).toMatchObject({ mode: 'offline' });
    expect((await checkIn(id, machine)).body.code).toBe('NOT_ACTIVATED');
  });
});

describe('a wrong paste says what is wrong', () => {
  let server: Awaited<ReturnType<typeof anOfflineServer>>;
  let other: Awaited<ReturnType<typeof aWaitingServer>>;
  beforeAll(async () => {
    [server, other] = [await anOfflineServer(), await aWaitingServer()];
  });

  const forged = async ({ token }: { token: string }, machine: Machine) =>
    offlineRequest(token, machine, { publicKey: aMachine().publicKey });

  test.each<[string, () => Promise<string> | string, string]>([
    ['nothing', () => ' \n', 'is empty'],
    ['an Activation Token', () => server.token, 'is an Activation Token'],
    ['some text', () => 'Please activate our server!', 'is no string of an AppSuite'],
    ['the end of a request', () => server.request.slice(40), 'lacks its beginning'],
    ['the beginning of a request', () => server.request.slice(0, -40), 'is cut off'],
    ['a request with something behind it', () => `${server.request} Regards, IT`, 'something behind its end'],
    ['a response', () => server.response, 'is a response: paste it into the AppSuite'],
    ['a return', () => returnString(server.id, server.machine, server.response), 'is a return string'],
    ['a request of another server', () => offlineRequest(other.token, other.machine), 'is of another server'],
    ['a request that was altered', async () => forged(server, server.machine), 'was altered'],
    [
      'a request without a version',
      () => offlineRequest(server.token, server.machine, { version: 7 }),
      'does not say all that it has to',
    ],
  ])('as a request: %s', async (_what, paste, message) => {
    const { status, body } = await exchange(server.id, await paste());
    expect([status, body.code, body.errors[0].pointer]).toEqual([400, 'INVALID_REQUEST', '/request']);
    expect(body.errors[0].message).toContain(message);
  });

  test.each<[string, () => Promise<string> | string, string]>([
    ['a request', () => server.request, 'is a request string'],
    [
      'a return of another server',
      () => returnString(other.id, other.machine, server.response),
      'is of another server',
    ],
    ['a return with another key', () => returnString(server.id, other.machine, server.response), 'was altered'],
    [
      'a return of another machine',
      () => returnString(server.id, { ...server.machine, fingerprint: 'x' }, server.response),
      'another machine',
    ],
    [
      'a return that does not say of what',
      () => returnString(server.id, server.machine, server.response, { doc: undefined }),
      'does not say all that it has to',
    ],
    [
      'a return that was cut',
      async () => (await returnString(server.id, server.machine, server.response)).slice(0, -9),
      'is cut off',
    ],
  ])('as a return: %s', async (_what, paste, message) => {
    const { status, body } = await giveBack(server.id, await paste());
    expect([status, body.errors[0].pointer]).toEqual([400, '/proof']);
    expect(body.errors[0].message).toContain(message);
  });

  test('a token that is not known, or was rotated, is refused as at an activation', async () => {
    const unknown = await exchange(other.id, await offlineRequest('AAAAA-AAAAA-AAAAA-AAAAA-AAAAA', other.machine));
    expect([unknown.status, unknown.body.code]).toEqual([404, 'TOKEN_UNKNOWN']);
    await api.call('POST', `/v1/servers/${other.id}/token/rotations`);
    const rotated = await exchange(other.id, await offlineRequest(other.token, other.machine));
    expect([rotated.status, rotated.body.code]).toEqual([410, 'TOKEN_ROTATED']);
    const old = await offlineRequest(await tokenOf(other.id), other.machine, { version: '2019.Autumn.1' });
    expect((await exchange(other.id, old)).body).toMatchObject({ status: 422, code: 'VERSION_TOO_OLD' });
    expect((await exchange(`srv_${randomUUID()}`, old)).status).toBe(404);
  });
});
