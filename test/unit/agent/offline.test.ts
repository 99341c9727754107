import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { decodeJwt, decodeProtectedHeader, importJWK, jwtVerify } from 'jose';
import { activate } from '../../../agent/activate.ts';
import { checkIn } from '../../../agent/check-in.ts';
import { leave } from '../../../agent/leave.ts';
import { offlineReturn } from '../../../agent/offline/give-back.ts';
import { offlineInstall } from '../../../agent/offline/install.ts';
import { offlineRequest } from '../../../agent/offline/request.ts';
import { renderStatus } from '../../../agent/status/render.ts';
import { readState } from '../../../agent/folder/store.ts';
import { readStatus } from '../../../agent/status/status.ts';
import { newFolder, runUntil } from '../../support/agent/appsuite-folder.ts';
import { startFakeCloud, type FakeCloud } from '../../support/agent/fake-cloud.ts';
import { application, ISSUED, PERPETUAL } from '../../support/agent/licenses.ts';
import { thumbprint } from '../../../secrets/certificate.ts';
import { ROOT } from '../../support/domain/roots.ts';

const TOKEN = 'AAAAA-BBBBB-CCCCC-DDDDD-EEEEE';
const DAY_MS = 86_400_000;
const start = Date.parse(ISSUED);

let dir: string;
let cloud: FakeCloud;
let nowMs: number;
let cleanUp: () => Promise<void>;

const unleased = () => [application({ entitlements: [{ ...PERPETUAL, leaseUntil: null }] })];

beforeEach(async () => {
  nowMs = start;
  cloud = await startFakeCloud({ clock: () => nowMs, applications: unleased });
  const folder = await newFolder();
  dir = folder.dir;
  cleanUp = async () => {
    await cloud.close();
    await folder.remove();
  };
});
afterEach(() => cleanUp());

const request = () => offlineRequest({ dir, token: TOKEN, url: cloud.url, nowMs });
const install = (response: string) => offlineInstall({ dir, response, nowMs });

/** What the cloud answers to a request. */
function responseTo(requested: string, over: object = {}): string {
  const { fingerprint } = decodeJwt<{ fingerprint: string }>(requested);
  const offline = { mode: 'offline', fingerprint, exp: undefined, services: [], checkInAfterSeconds: null };
  return cloud.license({ ...offline, ...over });
}

test('a request names token, machine and key, and is signed with that key', async () => {
  const requested = await request();
  expect(decodeProtectedHeader(requested)).toEqual({ alg: 'EdDSA', typ: 'offline-request+jwt' });
  const { publicKey } = (await readState(dir))!;
  const { payload } = await jwtVerify(requested, await importJWK(publicKey, 'EdDSA'));
  expect(payload).toEqual({
    token: TOKEN,
    fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
    version: '2026.Autumn.1',
    publicKey,
    iat: start / 1000,
    jti: expect.any(String),
  });
});

test('a response makes the server run, without leases, services and check-ins, for good', async () => {
  const status = await install(responseTo(await request()));
  expect(status).toMatchObject({
    server: 'server-1',
    mode: 'offline',
    nextContactAt: null,
    services: [],
    warnings: [],
  });
  expect(renderStatus(status)).toMatch('this server does not check in');
  const later = await readStatus({ dir, nowMs: start + 4_000 * DAY_MS });
  expect(later.applications[0]).toMatchObject({ state: 'active', capacity: 8 });
  await expect(checkIn({ dir, nowMs })).rejects.toThrow('is a server that is offline');
  cloud.behavior = 'away';
  const said = await runUntil(dir, { nowMs: Date.parse('2027-11-30T00:00:00Z') }, Date.parse('2027-12-02T00:00:00Z'));
  expect(said.find((line) => line.includes('The care of'))?.slice(0, 24)).toBe(PERPETUAL.care!.until);
});

test('a response survives line breaks, spaces, quoting and quotation marks', async () => {
  const response = responseTo(await request());
  const mailed = `> "${response.replace(/.{70}/g, '$&\r\n> ')}"\n \u200b`;
  expect((await install(mailed)).server).toBe('server-1');
});

describe('a wrong paste is named', () => {
  test.each([
    ['nothing', async () => '  \n', 'There is no response in this'],
    ['an Activation Token', async () => TOKEN, 'This is an Activation Token'],
    ['the request', request, 'no response but a request'],
    ['half of the response', async () => responseTo(await request()).slice(0, 400), 'was cut off'],
    ['the response without its last letters', async () => responseTo(await request()).slice(0, -9), 'was cut off'],
    ['a text', async () => 'Dear customer, here is your license', 'This is no response'],
    ['an online document', async () => responseTo(await request(), { mode: 'online', exp: 9e9 }), 'comes another way'],
    [
      'a response for another machine',
      async () => responseTo(await request(), { fingerprint: 'x' }),
      'another machine',
    ],
    ['a changed response', async () => responseTo(await request()).replace(/.(?=[^.]*$)/, ''), 'cut off'],
  ])('%s', async (_, pasted, sentence) => {
    await request();
    await expect(install(await pasted())).rejects.toThrow(sentence);
    expect((await readState(dir))!.activation).toBeNull();
  });

  test('a response of another server, and an older one, leave what is held', async () => {
    const old = responseTo(await request());
    nowMs += DAY_MS;
    await install(responseTo(await request()));
    const { activation } = (await readState(dir))!;
    await expect(install(old)).rejects.toThrow('is older than the one that is held');
    await expect(install(responseTo(await request(), { sub: 'server-2' }))).rejects.toThrow('another server');
    expect((await readState(dir))!.activation).toEqual(activation);
  });
});

test('a machine that never had a network needs nothing but its response, whatever cloud it is of', async () => {
  const response = responseTo(await offlineRequest({ dir, token: TOKEN, nowMs }));
  cloud.behavior = 'away';
  const status = await install(response);
  expect(status).toMatchObject({ server: 'server-1', url: cloud.url });
  expect(status.root).toEqual({ thumbprint: thumbprint(ROOT.publicKey), because: 'first-use' });
});

describe('a return', () => {
  test('stops what runs before it is shown, is the same string each time, and proves itself', async () => {
    const response = responseTo(await request());
    await install(response);
    const { publicKey } = (await readState(dir))!;
    const proof = await offlineReturn({ dir, nowMs });
    expect(await offlineReturn({ dir, nowMs: nowMs + 1 })).toBe(proof);
    expect(decodeProtectedHeader(proof)).toEqual({ alg: 'EdDSA', typ: 'offline-return+jwt' });
    const { payload } = await jwtVerify(proof, await importJWK(publicKey, 'EdDSA'));
    expect(Object.keys(payload).sort()).toEqual(['doc', 'fingerprint', 'iat', 'iss', 'jti']);
    expect(payload).toMatchObject({ iss: 'server-1', doc: decodeJwt(response).jti });
    expect(await readStatus({ dir, nowMs })).toMatchObject({
      server: null,
      applications: [],
      warnings: [expect.stringMatching('Server server-1 was returned')],
    });
  });

  test('makes what it gives back and all before it worthless here, whatever the clock says, and a newer one works', async () => {
    const neverInstalled = responseTo(await request());
    nowMs += DAY_MS;
    const response = responseTo(await request());
    await install(response);
    nowMs += DAY_MS;
    const lost = responseTo(await request());
    nowMs += DAY_MS;
    await offlineReturn({ dir, nowMs });
    for (const old of [response, neverInstalled])
      await expect(install(old)).rejects.toThrow('This response was given back, is older');
    expect((await install(lost)).server).toBe('server-1');
    expect(decodeJwt(await offlineReturn({ dir, nowMs })).doc).toBe(decodeJwt(lost).jti);
  });

  test('is for a server that is offline', async () => {
    await expect(offlineReturn({ dir, nowMs })).rejects.toThrow('nothing to return');
    await activate({ dir, token: TOKEN, url: cloud.url, nowMs });
    await expect(offlineReturn({ dir, nowMs })).rejects.toThrow('run leave');
  });
});

test('from offline straight to online: nothing stops, and the document is returned afterwards', async () => {
  const response = responseTo(await request());
  await install(response);
  nowMs += DAY_MS;
  const online = await activate({ dir, token: TOKEN, nowMs });
  expect(online).toMatchObject({ mode: 'online', warnings: [expect.stringMatching('run offline-return')] });
  const proof = await offlineReturn({ dir, nowMs });
  expect(await offlineReturn({ dir, nowMs })).toBe(proof);
  expect(decodeJwt(proof)).toMatchObject({ iss: 'server-1', doc: decodeJwt(response).jti });
  expect(await readStatus({ dir, nowMs })).toMatchObject({ mode: 'online', warnings: [] });
  nowMs += DAY_MS;
  await leave({ dir, nowMs });
  await expect(install(response)).rejects.toThrow('was given back');
});

test('from online to offline and back, with the same key', async () => {
  await activate({ dir, token: TOKEN, url: cloud.url, nowMs });
  const { publicKey } = (await readState(dir))!;
  nowMs += DAY_MS;
  expect((await install(responseTo(await request()))).mode).toBe('offline');
  nowMs += DAY_MS;
  await offlineReturn({ dir, nowMs });
  expect((await activate({ dir, token: TOKEN, nowMs })).mode).toBe('online');
  expect((await readState(dir))!.publicKey).toEqual(publicKey);
});
