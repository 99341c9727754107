import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createLocalJWKSet, decodeJwt, jwtVerify } from 'jose';
import { anOrder, openApi, startWorker, type TestApi } from '../../support/api/api.ts';
import { AUDIENCE, aMachine, createServers } from '../../support/api/servers.ts';

let api: TestApi;
let worker: { stop: () => Promise<void> };
let now: number | null = null;

beforeAll(async () => {
  api = await openApi({ clock: () => now ?? Date.now() });
  worker = await startWorker(api);
});
afterAll(async () => {
  await worker.stop();
  await api.close();
});

const { aServer, assign, tokenOf, activate, signed, checkIn, anActivatedServer, eventsOf } = createServers(
  () => api,
  () => now ?? Date.now(),
);

describe('capacity', () => {
  test('an order is assigned and activated over the whole way, and both sides say the same', async () => {
    const { order, id, customer, activated } = await anActivatedServer();
    expect(activated.status).toBe(201);
    const read = await api.call('GET', `/v1/orders/${order.number}`);
    expect(read.body.stage).toBe('activated');
    expect(read.body.lines[0]).toMatchObject({ assigned: 5, free: 3 });
    const licenses = await api.call('GET', `/v1/accounts/${customer}/licenses`);
    expect(licenses.body.items).toMatchObject([
      { application: 'digital-fax', unit: 'channels', owned: 8, locked: 0, assigned: 5, free: 3, endsOn: null },
      { application: 'call-recording', owned: 20, assigned: 0, free: 20, endsOn: '2099-12-31', state: 'active' },
    ]);
    const server = await api.call('GET', `/v1/servers/${id}`);
    expect(server.body).toMatchObject({
      state: 'activated',
      mode: 'online',
      version: '2020.Winter.1',
      assignments: [{ application: 'digital-fax', capacity: 5 }],
    });
    expect(await eventsOf(id)).toEqual(['registered', 'capacity-changed', 'activated']);
    const events = await api.call('GET', `/v1/servers/${id}/events`);
    expect(JSON.stringify(events.body)).not.toContain('"key"');
  });

  test('more than is free is refused with what is free, and nothing changes', async () => {
    const { id } = await aServer();
    await assign(id, 'digital-fax', 5);
    const refused = await assign(id, 'digital-fax', 9);
    expect(refused.body).toMatchObject({ status: 409, code: 'INSUFFICIENT_CAPACITY', free: 3 });
    expect((await api.call('GET', `/v1/servers/${id}`)).body.assignments[0].capacity).toBe(5);
  });

  test('locked capacity cannot be assigned', async () => {
    const order = anOrder();
    await api.call('POST', '/v1/orders', order);
    const { body } = await api.call('POST', `/v1/accounts/${order.customer.id}/servers`, { name: 'A', role: 'test' });
    expect((await assign(body.id, 'digital-fax', 1)).body).toMatchObject({ code: 'INSUFFICIENT_CAPACITY', free: 0 });
  });

  test('the ETag of a server changes with its stream, and not without', async () => {
    const { id } = await aServer();
    const first = await assign(id, 'digital-fax', 5);
    expect((await assign(id, 'digital-fax', 5)).headers.etag).toBe(first.headers.etag);
    expect((await assign(id, 'digital-fax', 4)).headers.etag).not.toBe(first.headers.etag);
  });

  test('with the same key a server is registered once', async () => {
    const { customer } = await aServer();
    const register = () =>
      api.call(
        'POST',
        `/v1/accounts/${customer}/servers`,
        { name: 'B', role: 'test' },
        { 'idempotency-key': customer },
      );
    expect((await register()).body.id).toBe((await register()).body.id);
  });

  test('only customers that are known have servers, and roles are known ones', async () => {
    const server = { name: 'A', role: 'test' };
    await aServer();
    expect((await api.call('POST', '/v1/accounts/nobody/servers', server)).status).toBe(404);
    expect((await api.call('POST', '/v1/accounts/northwind-voice/servers', server)).body.code).toBe('NOT_A_CUSTOMER');
    const refused = await api.call('POST', '/v1/accounts/northwind-voice/servers', { name: 'A', role: 'spare' });
    expect(refused.body.errors[0].pointer).toBe('/role');
  });

  test('a server that holds capacity is not retired; one that holds none is, and says so from then on', async () => {
    const { id, customer } = await aServer();
    await assign(id, 'digital-fax', 5);
    expect((await api.call('DELETE', `/v1/servers/${id}`)).body.code).toBe('STILL_ASSIGNED');
    await assign(id, 'digital-fax', 0);
    expect((await api.call('DELETE', `/v1/servers/${id}`)).status).toBe(204);
    expect((await api.call('DELETE', `/v1/servers/${id}`)).status).toBe(204);
    expect((await assign(id, 'digital-fax', 1)).body.code).toBe('SERVER_RETIRED');
    expect((await api.call('GET', `/v1/servers/${id}`)).body.state).toBe('retired');
    expect((await api.call('GET', `/v1/accounts/${customer}/servers`)).body.items).toEqual([]);
  });
});

describe('Activation Token', () => {
  test('there is none before the first assignment', async () => {
    const { id } = await aServer();
    const refused = await api.call('GET', `/v1/servers/${id}/token`);
    expect([refused.status, refused.body.code]).toEqual([404, 'NOTHING_ASSIGNED']);
  });

  test('it is read in any case, without dashes and with spaces', async () => {
    const { id } = await aServer();
    await assign(id, 'digital-fax', 1);
    const typed = ` ${(await tokenOf(id)).toLowerCase().replaceAll('-', ' ')} `;
    expect((await activate(typed, aMachine())).status).toBe(201);
  });

  test('a rotated one says so, and the same rotation again gives the same token, which is stored nowhere', async () => {
    const { id } = await aServer();
    await assign(id, 'digital-fax', 1);
    const old = await tokenOf(id);
    const rotate = () =>
      api.call('POST', `/v1/servers/${id}/token/rotations`, undefined, { 'idempotency-key': `rotate-${id}` });
    const rotated = await rotate();
    expect([rotated.status, rotated.body.version]).toEqual([201, 2]);
    expect((await rotate()).body).toEqual(rotated.body);
    expect(await tokenOf(id)).toBe(rotated.body.token);
    expect((await activate(old, aMachine())).body).toMatchObject({ status: 410, code: 'TOKEN_ROTATED' });
    const kept = await api.database.orm.em.fork().execute('select * from idempotency');
    expect(JSON.stringify(kept)).not.toContain(rotated.body.token);
    const events = await api.call('GET', `/v1/servers/${id}/events`);
    expect(events.body.items.at(-1)).toMatchObject({ type: 'activation-refused', code: 'TOKEN_ROTATED' });
  });

  test('what refuses an activation is said by its code', async () => {
    const { id } = await aServer();
    await assign(id, 'digital-fax', 1);
    const token = await tokenOf(id);
    expect((await activate('AAAAA-AAAAA', aMachine())).body).toMatchObject({ status: 404, code: 'TOKEN_UNKNOWN' });
    for (const version of ['2019.Autumn.9', 'next'])
      expect((await activate(token, aMachine(), { version })).body).toMatchObject({ code: 'VERSION_TOO_OLD' });
    const withPrivateHalf = { ...aMachine().publicKey, d: 'x' };
    expect((await activate(token, { ...aMachine(), publicKey: withPrivateHalf })).status).toBe(400);
    const machine = aMachine();
    expect((await activate(token, machine)).status).toBe(201);
    expect((await activate(token, aMachine())).body).toMatchObject({ status: 409, code: 'TOKEN_BOUND_ELSEWHERE' });
    expect((await activate(token, machine)).status).toBe(201);
  });
});

describe('license document', () => {
  test('it holds against the published keys, for a verifier that is not ours', async () => {
    const { id, customer, activated } = await anActivatedServer();
    const keys = createLocalJWKSet((await api.app.inject('/.well-known/jwks.json')).json());
    const { payload, protectedHeader } = await jwtVerify(activated.body.license, keys, { typ: 'license+jwt' });
    const { kid, certificate } = api.deps.signingKeys[0]!;
    expect(protectedHeader).toEqual({ alg: 'EdDSA', typ: 'license+jwt', kid, certificate });
    expect(payload).toMatchObject({ iss: AUDIENCE, sub: id, customer, mode: 'online' });
    expect(payload.checkInAfterSeconds).toBe(activated.body.checkInAfterSeconds);
    expect(payload.applications).toMatchObject([{ application: 'digital-fax', capacity: 5, state: 'active' }]);
  });

  test('it is given while no worker runs, with the capacity of the last change', async () => {
    const { id, machine } = await anActivatedServer();
    await assign(id, 'digital-fax', 2);
    await worker.stop();
    try {
      const { status, headers, body } = await checkIn(id, machine);
      expect([status, headers['content-type']]).toEqual([200, 'application/jwt']);
      expect(decodeJwt(body).applications).toMatchObject([{ capacity: 2 }]);
    } finally {
      worker = await startWorker(api);
    }
  });

  test('unchanged it is 304 while its shortest lease is more than half left, then it is fresh', async () => {
    const { id, machine } = await anActivatedServer();
    const { headers } = await checkIn(id, machine);
    const etag = headers.etag as string;
    expect((await checkIn(id, machine, etag)).status).toBe(304);
    const start = Date.now();
    now = start + 44 * 86_400_000;
    expect((await checkIn(id, machine, etag)).status).toBe(304);
    now = start + 46 * 86_400_000;
    expect((await checkIn(id, machine, etag)).status).toBe(200);
    now = null;
    await assign(id, 'digital-fax', 2);
    expect((await checkIn(id, machine, etag)).status).toBe(200);
  });

  test('a check-in that does not hold is refused with the time of the server', async () => {
    const { id, machine } = await anActivatedServer();
    const seconds = Math.floor(Date.now() / 1000);
    const wrong = [
      { aud: 'https://elsewhere.example' },
      { aud: [AUDIENCE, 'https://elsewhere.example'] },
      { iss: 'srv_other' },
      { iat: seconds - 700, exp: seconds - 500 },
      { exp: seconds + 400 },
      { jti: undefined },
    ];
    for (const claims of wrong) {
      const refused = await checkIn(id, machine, undefined, claims);
      expect(refused.body).toMatchObject({ status: 401, code: 'CHECK_IN_NOT_AUTHENTIC' });
      expect(Math.abs(Date.parse(refused.body.serverTime) - Date.now())).toBeLessThan(60_000);
    }
    expect((await checkIn(id, aMachine())).body.code).toBe('CHECK_IN_NOT_AUTHENTIC');
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${(await signed(id, machine)).split('.')[1]}.`;
    const refused = await api.call('GET', '/v1/license', undefined, { authorization: `Bearer ${unsigned}` });
    expect(refused.body.code).toBe('CHECK_IN_NOT_AUTHENTIC');
  });

  test('a key that no longer counts hears why', async () => {
    const { id, machine } = await anActivatedServer();
    const reinstalled = aMachine(machine.fingerprint);
    expect((await activate(await tokenOf(id), reinstalled)).status).toBe(201);
    expect((await checkIn(id, machine)).body).toMatchObject({ status: 401, code: 'KEY_REPLACED' });
    const { body } = await api.call('POST', `/v1/servers/${id}/token/rotations`);
    expect((await checkIn(id, reinstalled)).status).toBe(200);
    const moved = aMachine();
    expect((await activate(body.token, moved)).status).toBe(201);
    expect((await checkIn(id, reinstalled)).body).toMatchObject({ status: 410, code: 'TOKEN_ROTATED' });
    const authorization = `Bearer ${await signed(id, moved, { act: 'leave' })}`;
    expect((await api.call('DELETE', '/v1/activations/current', undefined, { authorization })).status).toBe(204);
    expect((await checkIn(id, moved)).body).toMatchObject({ status: 401, code: 'NOT_ACTIVATED' });
    expect((await activate(await tokenOf(id), aMachine())).status).toBe(201);
  });
});
