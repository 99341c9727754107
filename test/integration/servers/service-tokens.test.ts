import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createLocalJWKSet, decodeJwt, jwtVerify, type JSONWebKeySet } from 'jose';
import { createPace, SERVER_PACE } from '../../../services/pace.ts';
import { openApi, SERVICE, startWorker, type TestApi } from '../../support/api/api.ts';
import { aMachine, createServers, AUDIENCE, type Machine } from '../../support/api/servers.ts';

let api: TestApi;
let worker: { stop: () => Promise<void> };
let ahead = 0;
const now = () => Date.now() + ahead;
const DAY_MS = 86_400_000;

beforeAll(async () => {
  api = await openApi({ clock: now });
  worker = await startWorker(api);
});
afterAll(async () => {
  await worker.stop();
  await api.close();
});

const { anActivatedServer, aServer, assign, tokenOf, activate, signed, checkIn } = createServers(() => api, now);

const ask = async (id: string, machine: Machine, { audience = SERVICE, ...claims }: Record<string, unknown> = {}) =>
  api.call(
    'POST',
    '/v1/service-tokens',
    { audience },
    { authorization: `Bearer ${await signed(id, machine, { act: 'service-token', ...claims })}` },
  );
const keys = async () => createLocalJWKSet((await api.call('GET', '/.well-known/jwks.json')).body as JSONWebKeySet);
const codeOf = ({ status, body }: { status: number; body: { code?: string } }) => `${status} ${body.code}`;

test('a server proves to another service what it may use, by the keys alone, for ten minutes and without a check-in', async () => {
  const { id, customer, machine } = await anActivatedServer();
  const contact = async () => (await api.call('GET', `/v1/servers/${id}`)).body.lastCheckInAt;
  const before = await contact();
  const { status, body } = await ask(id, machine);
  expect(status).toBe(201);
  const verified = await jwtVerify(body.token, await keys(), {
    ...{ typ: 'service+jwt', audience: SERVICE, issuer: AUDIENCE, algorithms: ['EdDSA'] },
    currentDate: new Date(now()),
  });
  expect(verified.payload).toMatchObject({
    ...{ sub: id, customer, applications: [{ application: 'digital-fax', capacity: 5 }] },
    services: ['enhancedSupport', 'proactiveSupport', 'cloudServices'],
  });
  const { iat, exp } = verified.payload;
  expect([exp! - iat!, body.expiresAt]).toEqual([600, new Date(exp! * 1000).toISOString()]);
  expect(await contact()).toBe(before);
});

test('no license document passes for a token, and the key of a token has no certificate, without which nothing is a document', async () => {
  const { id, machine, activated } = await anActivatedServer();
  const options = { typ: 'service+jwt', audience: SERVICE };
  await expect(jwtVerify(activated.body.license, await keys(), options)).rejects.toThrow('typ');
  const { body } = await ask(id, machine);
  await expect(jwtVerify(body.token, await keys(), { typ: 'license+jwt' })).rejects.toThrow('typ');
  const jwks = (await api.call('GET', '/.well-known/jwks.json')).body.keys as { kid: string; certificate?: string }[];
  const { kid } = JSON.parse(Buffer.from(body.token.split('.')[0], 'base64url').toString());
  expect(jwks.filter(({ certificate }) => certificate === undefined).map((key) => key.kid)).toEqual([kid]);
});

test('a service that nobody named, a check-in’s JWT and one for leaving get none', async () => {
  const { id, machine } = await anActivatedServer();
  const unknown = await ask(id, machine, { audience: 'https://elsewhere.example' });
  expect([codeOf(unknown), unknown.body.errors[0].pointer]).toEqual(['400 INVALID_REQUEST', '/audience']);
  for (const act of [undefined, 'leave'])
    expect(codeOf(await ask(id, machine, { act }))).toBe('401 CHECK_IN_NOT_AUTHENTIC');
  expect(codeOf(await ask(id, aMachine()))).toBe('401 CHECK_IN_NOT_AUTHENTIC');
  const overheard = await signed(id, machine, { act: 'service-token' });
  expect(codeOf(await api.call('GET', '/v1/license', undefined, { authorization: `Bearer ${overheard}` }))).toBe(
    '401 CHECK_IN_NOT_AUTHENTIC',
  );
});

test('without care, without capacity, while suspended and after its lease a server gets none; a check-in brings it back', async () => {
  const uncared = await aServer([{ application: 'digital-fax', capacity: 8, license: 'perpetual' }]);
  await assign(uncared.id, 'digital-fax', 5);
  const machine = aMachine();
  await activate(await tokenOf(uncared.id), machine);
  expect(codeOf(await ask(uncared.id, machine))).toBe('403 SERVICE_NOT_ENTITLED');

  const cared = await anActivatedServer();
  await api.call('PUT', `/v1/orders/${cared.order.number}/suspension`, { reason: 'unpaid' });
  expect(codeOf(await ask(cared.id, cared.machine))).toBe('403 SERVICE_NOT_ENTITLED');
  await api.call('DELETE', `/v1/orders/${cared.order.number}/suspension`);
  expect((await ask(cared.id, cared.machine)).status).toBe(201);

  await assign(cared.id, 'digital-fax', 0);
  expect(codeOf(await ask(cared.id, cared.machine))).toBe('403 SERVICE_NOT_ENTITLED');
  await assign(cared.id, 'digital-fax', 3);
  ahead += 91 * DAY_MS;
  expect(codeOf(await ask(cared.id, cared.machine))).toBe('403 SERVICE_NOT_ENTITLED');
  await checkIn(cared.id, cared.machine);
  const { body } = await ask(cared.id, cared.machine);
  expect(decodeJwt(body.token)).toMatchObject({ applications: [{ application: 'digital-fax', capacity: 3 }] });
});

test('a server that asks in a loop waits, for itself alone', async () => {
  const { id, machine } = await anActivatedServer();
  const secondsToWait = createPace(SERVER_PACE);
  const most = Array.from({ length: SERVER_PACE.atOnce }).filter(() => secondsToWait(id, 0) === 0).length;
  const answers = await Promise.all(Array.from({ length: most + 2 }, () => ask(id, machine)));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201, 429]));
  expect((await checkIn(id, machine)).status).toBe(200);
});
