import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { signJws } from '../../../agent/documents/jws.ts';
import { hashOfToken } from '../../../secrets/activation-token.ts';
import { openApi, startWorker, type Answer, type TestApi } from '../../support/api/api.ts';
import { almost, almostLike, anyJson, anyText } from '../../support/any-text.ts';
import { aMachine, AUDIENCE, createServers, type Machine } from '../../support/api/servers.ts';

const RUNS = { numRuns: 300 };

let api: TestApi;
let worker: { stop: () => Promise<void> };
let id: string;
let token: string;

const servers = createServers(() => api);
const machine = aMachine();

beforeAll(async () => {
  api = await openApi();
  worker = await startWorker(api);
  id = (await servers.aServer()).id;
  await servers.assign(id, 'digital-fax', 5);
  token = await servers.tokenOf(id);
});

afterAll(async () => {
  const { state, mode } = (await api.call('GET', `/v1/servers/${id}`)).body;
  await worker.stop();
  await api.close();
  expect([state, mode]).toEqual(['waiting', null]);
});

/** Refused for a reason that has a code, never a fault; and nobody was activated by it. */
function expectRefused({ status, body }: Answer): void {
  expect([400, 401, 404, 409, 410, 413, 415, 422]).toContain(status);
  expect(body.code).toEqual(expect.any(String));
  expect(body.code).not.toBe('INTERNAL');
}

const signedBy = ({ privateKey }: Machine, header: object, claims: unknown) =>
  signJws({ alg: 'EdDSA', ...header }, claims as object, privateKey.export({ format: 'jwk' }));

const activates = (body: unknown) => api.call('POST', '/v1/activations', body, { authorization: '' });

test('whatever is typed as a token is refused, unless it is the token', async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(anyText, almost(token)), async (typed) => {
      fc.pre(hashOfToken(typed) !== hashOfToken(token));
      expectRefused(await servers.activate(typed, machine));
    }),
    RUNS,
  );
});

test('whatever stands in an activation instead of what belongs there is refused', async () => {
  const right = { token, fingerprint: machine.fingerprint, version: '2026.Autumn.1', publicKey: machine.publicKey };
  const anyBody = fc.oneof(
    anyJson,
    almostLike({ ...right, token: 'AAAAA-AAAAA', hostname: 'pbx' }),
    almostLike(machine.publicKey).map((publicKey) => ({ ...right, publicKey: { ...publicKey, d: 'private' } })),
    fc.nat(42).map((length) => ({ ...right, publicKey: { ...machine.publicKey, x: 'A'.repeat(length) } })),
  );
  await fc.assert(
    fc.asyncProperty(anyBody, async (body) => expectRefused(await activates(body))),
    RUNS,
  );
});

test('whatever is sent as a check-in’s JWT is refused', async () => {
  const seconds = Math.floor(Date.now() / 1000);
  const claims = { iss: id, aud: AUDIENCE, iat: seconds, exp: seconds + 120, jti: 'one', chk: 'number' };
  const good = signedBy(machine, {}, claims);
  const anyJwt = fc.oneof(
    fc.string({ maxLength: 300 }),
    almost(good),
    fc
      .tuple(almostLike({ alg: 'EdDSA', typ: 'JWT' }), almostLike(claims))
      .map(([header, about]) => signedBy(machine, header, about)),
    anyJson.map((value) => signedBy(machine, {}, value)),
  );
  await fc.assert(
    fc.asyncProperty(anyJwt, async (jwt) => {
      const authorization = `Bearer ${jwt.replace(/[^\x20-\x7e]/g, '?')}`;
      expectRefused(await api.call('GET', '/v1/license', undefined, { authorization }));
      expectRefused(await api.call('DELETE', '/v1/activations/current', undefined, { authorization }));
    }),
    RUNS,
  );
});

test('whatever is pasted as a request or a return is refused', async () => {
  const { fingerprint, publicKey } = machine;
  const about = { token: 'AAAAA-AAAAA', fingerprint, version: '2026.Autumn.1', publicKey, iat: 1, jti: 'one' };
  const request = signedBy(machine, { typ: 'offline-request+jwt' }, about);
  const claims = { iss: id, fingerprint, iat: 1, jti: 'one' };
  const proof = signedBy(machine, { typ: 'offline-return+jwt' }, claims);
  const anyPaste = fc.oneof(
    anyText,
    almost(request),
    almost(proof),
    almostLike({ ...about, token: 'BBBBB' }).map((changed) =>
      signedBy(machine, { typ: 'offline-request+jwt' }, changed),
    ),
    almostLike(claims).map((changed) => signedBy(machine, { typ: 'offline-return+jwt' }, changed)),
  );
  await fc.assert(
    fc.asyncProperty(anyPaste, async (pasted) => {
      expectRefused(await api.call('POST', `/v1/servers/${id}/offline-activations`, { request: pasted }));
      expectRefused(await api.call('POST', `/v1/servers/${id}/offline-returns`, { proof: pasted }));
    }),
    RUNS,
  );
});

test('whatever number, id and name an activated server presents, it is answered or refused, and stays activated', async () => {
  // A few, as a server that calls in a loop is told to wait.
  const activated = await Promise.all(Array.from({ length: 8 }, () => servers.anActivatedServer()));
  let called = 0;
  const any = fc.oneof(anyText, anyJson);
  const about = fc.record({ jti: any, chk: any, iss: any }, { requiredKeys: [] });
  await fc.assert(
    fc.asyncProperty(about, async (presented) => {
      const { id: one, machine: its } = activated[(called += 1) % activated.length]!;
      const answer = await servers.checkIn(one, its, undefined, presented);
      if (answer.status !== 200) expectRefused(answer);
    }),
    RUNS,
  );
  for (const one of activated) expect((await servers.checkIn(one.id, one.machine)).status).toBe(200);
});
