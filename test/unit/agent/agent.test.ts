import { execFile } from 'node:child_process';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { importJWK, jwtVerify } from 'jose';
import { activate } from '../../../agent/activate.ts';
import { checkIn } from '../../../agent/check-in.ts';
import { RefusedError, UnreachableError } from '../../../agent/errors.ts';
import { refusalSentence } from '../../../agent/cloud/refusals.ts';
import { renderStatus, renderWithoutCloud } from '../../../agent/status/render.ts';
import { readStatus } from '../../../agent/status/status.ts';
import { readState, writeState } from '../../../agent/folder/store.ts';
import { displayWidth } from '../../../agent/status/text.ts';
import { thumbprint } from '../../../secrets/certificate.ts';
import { encode, signJws } from '../../../secrets/jws.ts';
import type { SigningKey } from '../../../secrets/signing-keys.ts';
import { certifiedKey, ROOT } from '../../support/domain/roots.ts';

type Handler = (request: IncomingMessage, body: string, response: ServerResponse) => void | Promise<void>;

const DAY_MS = 86_400_000;
const SIGNER = certifiedKey('k1');
const now = Date.now();
const iso = (days: number) => new Date(now + days * DAY_MS).toISOString();

let dir: string;
let url: string;
let handler: Handler;
let close: () => Promise<void>;

type Run = { exitCode: number; output: string; errors: string };

/** Runs the command as an administrator does. */
function appsuite(...args: string[]): Promise<Run> {
  return new Promise((resolve) => {
    const command = ['--import', 'tsx', 'agent/main.ts', ...args, '--dir', dir];
    execFile(process.execPath, command, (error, output, errors) =>
      resolve({ exitCode: Number(error?.code ?? 0), output, errors }),
    );
  });
}

/** A cloud of a few lines: each test says what its routes answer. */
beforeEach(async () => {
  dir = join(await mkdtemp(join(tmpdir(), 'appsuite-')), 'server');
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const body = await text(request);
    await handler(request, body, response);
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  close = () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
});

afterEach(async () => {
  await close();
  await rm(join(dir, '..'), { recursive: true });
});

const attendantConsole = {
  application: 'attendant-console',
  name: 'Attendant Console',
  unit: 'operators',
  capacity: 20,
  state: 'active',
  entitlements: [
    {
      order: 'SO-1',
      license: 'subscription',
      capacity: 20,
      startsOn: iso(-10).slice(0, 10),
      endsOn: iso(100).slice(0, 10),
      from: iso(-10),
      until: iso(100),
      graceUntil: iso(115),
      leaseUntil: iso(30),
      care: { level: 'gold', endsOn: iso(100).slice(0, 10), until: iso(100) },
    },
  ],
};

function document(over: { key?: SigningKey; header?: object; claims?: object } = {}): Promise<string> {
  const { kid, certificate } = SIGNER;
  const claims = {
    iss: url,
    jti: 'document-1',
    sub: 'server-1',
    customer: 'acme-hotels',
    mode: 'online',
    applications: [attendantConsole],
    services: ['enhancedSupport', 'cloudServices'],
    checkInAfterSeconds: 86_400,
    ...over.claims,
  };
  const header = { alg: 'EdDSA', typ: 'license+jwt', kid, certificate, ...over.header };
  const iat = Math.floor(now / 1000);
  const { sign } = over.key ?? SIGNER;
  return Promise.resolve(signJws(sign, encode(header), { ...claims, iat, exp: iat + 30 * 86_400 }));
}

const activates =
  (license: () => Promise<string> = document, headers: Record<string, string> = { 'check-in-number': 'n1' }): Handler =>
  async (_request, _body, response) => {
    response.writeHead(201, { 'content-type': 'application/json', etag: '"one"', ...headers });
    response.end(JSON.stringify({ server: 'server-1', license: await license(), checkInAfterSeconds: 86_400 }));
  };

function refuses(status: number, problem: object): Handler {
  return (_request, _body, response) => {
    response.writeHead(status, { 'content-type': 'application/problem+json' }).end(JSON.stringify(problem));
  };
}

const activateHere = () => activate({ dir, url, token: 'AAAAA-BBBBB' });

test('activation sends token, machine and public key, and stores a document that holds', async () => {
  let sent = '';
  handler = async (request, body, response) => {
    sent = body;
    await activates()(request, body, response);
  };
  const status = await activateHere();
  const { privateKey, publicKey, activation } = (await readState(dir))!;
  expect(JSON.parse(sent)).toEqual({
    token: 'AAAAA-BBBBB',
    fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
    version: '2026.Autumn.1',
    publicKey: { kty: 'OKP', crv: 'Ed25519', x: privateKey.x },
    hostname: expect.any(String),
  });
  expect(publicKey).not.toHaveProperty('d');
  expect(activation).toMatchObject({ server: 'server-1', etag: '"one"', checkInNumber: 'n1' });
  expect(status).toMatchObject({ server: 'server-1', customer: 'acme-hotels', warnings: [] });
});

test('an answer that was lost is asked again with the same key and fingerprint', async () => {
  const requests: string[] = [];
  handler = (_request, body, response) => {
    requests.push(body);
    response.destroy();
  };
  await expect(activateHere()).rejects.toThrow(UnreachableError);
  handler = async (request, body, response) => {
    requests.push(body);
    await activates()(request, body, response);
  };
  await activateHere();
  expect(requests).toHaveLength(2);
  expect(requests[1]).toBe(requests[0]);
});

test('a fingerprint that the administrator gave is used again without being given again', async () => {
  const fingerprints: string[] = [];
  handler = async (request, body, response) => {
    fingerprints.push(JSON.parse(body).fingerprint);
    await activates()(request, body, response);
  };
  await activate({ dir, url, token: 'AAAAA-BBBBB', fingerprint: 'rack-7' });
  await activateHere();
  expect(fingerprints).toEqual(['rack-7', 'rack-7']);
});

test('a folder that is one server refuses to become another', async () => {
  handler = activates();
  await activateHere();
  handler = (_request, _body, response) => {
    response.writeHead(201).end(JSON.stringify({ server: 'server-2', license: 'x' }));
  };
  await expect(activateHere()).rejects.toThrow('folder of server server-1');
  expect((await readState(dir))!.activation!.server).toBe('server-1');
});

test('a document that does not hold is not stored, and what is held stays', async () => {
  handler = activates();
  await activateHere();
  const held = (await readState(dir))!.activation;
  const stranger = certifiedKey('stranger');
  const forgeries = [
    () => document({ key: stranger }),
    () => document({ header: { kid: stranger.kid } }),
    () => document({ header: { certificate: undefined } }),
    () => document({ header: { typ: 'JWT' } }),
    () => document({ claims: { sub: 'server-2' } }),
    () => document({ claims: { iss: 'https://elsewhere.example' } }),
  ];
  for (const forgery of forgeries) {
    handler = activates(forgery);
    await expect(activateHere()).rejects.toThrow(/can't be trusted|calls itself/);
    handler = async (_request, _body, response) => void response.end(await forgery());
    await expect(checkIn({ dir })).rejects.toThrow(/can't be trusted|calls itself/);
    expect((await readState(dir))!.activation).toEqual(held);
  }
  expect((await readStatus({ dir })).warnings[0]).toMatch('calls itself https://elsewhere.example');
});

test('a check-in is signed by the server and presents the last number; 304 only notes the contact', async () => {
  handler = activates();
  await activateHere();
  const { publicKey, activation } = (await readState(dir))!;
  const claims: Record<string, unknown>[] = [];
  handler = async (request, _body, response) => {
    expect(request.headers['if-none-match']).toBe('"one"');
    const jwt = request.headers.authorization!.replace('Bearer ', '');
    const { payload } = await jwtVerify(jwt, await importJWK(publicKey, 'EdDSA'), {
      issuer: 'server-1',
      audience: url,
    });
    claims.push(payload);
    response.writeHead(304, { 'check-in-number': 'n2' }).end();
  };
  const later = now + 60_000;
  const { changed, status } = await checkIn({ dir, nowMs: later });
  await checkIn({ dir });
  expect(changed).toBe(false);
  expect(status.lastContactAt).toBe(new Date(later).toISOString());
  expect((await readState(dir))!.activation).toMatchObject({ license: activation!.license, checkInNumber: 'n2' });
  expect(claims.map(({ chk }) => chk)).toEqual(['n1', 'n2']);
  expect(claims[0]!.exp! as number).toBe((claims[0]!.iat as number) + 120);
  expect(claims[0]!.jti).not.toBe(claims[1]!.jti);
});

test('a check-in stores a changed document with its ETag; chk is absent while no number ever came', async () => {
  handler = activates(document, {});
  await activateHere();
  let jwt = '';
  handler = async (request, _body, response) => {
    jwt = request.headers.authorization!;
    response.writeHead(200, { 'content-type': 'application/jwt', etag: '"two"' });
    const entitlements = [{ ...attendantConsole.entitlements[0], capacity: 15 }];
    response.end(await document({ claims: { applications: [{ ...attendantConsole, entitlements }] } }));
  };
  const { changed, status } = await checkIn({ dir });
  expect(JSON.parse(Buffer.from(jwt.split('.')[1]!, 'base64url').toString())).not.toHaveProperty('chk');
  expect(changed).toBe(true);
  expect(status.applications[0]).toMatchObject({ capacity: 15, state: 'active' });
  expect((await readState(dir))!.activation!.etag).toBe('"two"');
});

test('a refused check-in says what to do, now and in the status, until one succeeds', async () => {
  handler = activates();
  await activateHere();
  handler = refuses(410, { code: 'SERVER_RETIRED', detail: 'Retired.' });
  await expect(checkIn({ dir })).rejects.toThrow(RefusedError);
  expect((await readStatus({ dir })).warnings).toEqual([expect.stringMatching('was retired in the portal')]);
  handler = (_request, _body, response) => void response.writeHead(304).end();
  await checkIn({ dir });
  expect((await readStatus({ dir })).warnings).toEqual([]);
});

test('a cloud that is away or busy is no refusal, and the administrator hears what runs until when', async () => {
  handler = activates();
  await activateHere();
  handler = refuses(503, { code: 'OUTCOME_UNKNOWN', detail: 'Later.' });
  await expect(checkIn({ dir })).rejects.toThrow(UnreachableError);
  await close();
  await expect(checkIn({ dir })).rejects.toThrow(`${url} can't be reached`);
  const until = iso(30).slice(0, 16).replace('T', ' ');
  expect(renderWithoutCloud(await readStatus({ dir })).replaceAll('\n', ' ')).toBe(
    `Attendant Console (order SO-1) runs until ${until} UTC without the cloud.`,
  );
});

test('what is no licensing cloud is named as such', async () => {
  handler = (_request, _body, response) => void response.end('<h1>Welcome</h1>');
  await expect(activateHere()).rejects.toThrow('did not answer as a licensing cloud does');
  await expect(activate({ dir, url: 'ftp://x', token: 'A' })).rejects.toThrow('is not the address of a cloud');
});

test.each([
  ['TOKEN_UNKNOWN', 'copy it again'],
  ['TOKEN_ROTATED', 'activate with the token'],
  ['TOKEN_BOUND_ELSEWHERE', 'rotate the token'],
  ['NOTHING_ASSIGNED', 'assign capacity'],
  ['TOO_MANY_MACHINES', 'ask the vendor'],
  ['TOO_MANY_REINSTALLS', 'keep its folder'],
  ['VERSION_TOO_OLD', 'update it to Winter 2020 or later'],
  ['CHANGE_IN_PROGRESS', 'again in a minute'],
  ['CHECK_IN_NOT_AUTHENTIC', 'activate again'],
  ['KEY_REPLACED', 'remove this one'],
  ['SERVER_RETIRED', 'register a new one'],
  ['NOT_ACTIVATED', 'activate it again'],
])('the refusal %s is one sentence that says what to do', (code, remedy) => {
  const sentence = refusalSentence({ code, detail: 'Not used.' });
  expect(sentence).toMatch(remedy);
  expect(sentence).toMatch(/^[^.]+\.$/);
});

test('an unknown code keeps the words of the cloud', () => {
  const errors = [{ pointer: '/version', message: 'must be a string' }];
  expect(refusalSentence({ code: 'NEW_RULE', detail: 'Something new.', errors })).toBe(
    'The cloud refused: Something new. (NEW_RULE; /version must be a string)',
  );
});

test('the state is replaced whole, for its owner alone, and nothing else is left in the folder', async () => {
  handler = activates();
  await activateHere();
  const state = (await readState(dir))!;
  await Promise.all(['a', 'b', 'c'].map((trouble) => writeState(dir, { ...state, trouble })));
  expect(['a', 'b', 'c']).toContain((await readState(dir))!.trouble);
  expect(await readdir(dir)).toEqual(['state.json']);
  expect((await stat(join(dir, 'state.json'))).mode & 0o777).toBe(0o600);
});

test('a write that was cut short leaves the old state, and a damaged state is refused, not replaced', async () => {
  handler = activates();
  await activateHere();
  const path = join(dir, 'state.json');
  const whole = await readFile(path, 'utf8');
  await writeFile(`${path}.cut.tmp`, whole.slice(0, 100));
  expect((await readStatus({ dir })).server).toBe('server-1');
  await writeFile(path, whole.slice(0, 100));
  await expect(activateHere()).rejects.toThrow('restore it or choose another folder');
  expect(await readFile(path, 'utf8')).toBe(whole.slice(0, 100));
});

test('the status passes boundaries by itself, offline', async () => {
  handler = activates();
  await activateHere();
  const after = (days: number) => readStatus({ dir, nowMs: now + days * DAY_MS });
  expect((await after(0)).applications[0]!.entitlements[0]).toMatchObject({
    daysLeft: 100,
    runsWithoutCloudUntil: iso(30),
  });
  expect((await after(2)).warnings).toEqual([expect.stringMatching('A check-in has been due since')]);
  const stopped = await after(31);
  expect(stopped.applications[0]).toMatchObject({ state: 'lease-over', capacity: 0 });
  expect(stopped.services).toEqual([]);
  expect(stopped.warnings[1]).toMatch('Attendant Console (order SO-1) has stopped');
});

test('a document that lists nothing any more says what may have happened and what to do, until something is listed', async () => {
  handler = activates();
  await activateHere();
  const listed =
    (applications: object[]) => async (_request: IncomingMessage, _body: string, response: ServerResponse) =>
      void response.end(await document({ claims: { applications } }));
  handler = listed([]);
  const { status } = await checkIn({ dir });
  const says = renderStatus(status).replace(/\s+/g, ' ');
  expect(says).toMatch(
    '! The license document lists nothing that this server may run: assign capacity to it in the portal;',
  );
  expect(says).toMatch('ask your seller whether the order has expired or was canceled.');
  handler = listed([attendantConsole]);
  expect((await checkIn({ dir })).status.warnings).toEqual([]);
});

test('a folder that is not activated says so', async () => {
  expect(renderStatus(await readStatus({ dir }))).toMatch('This folder is not activated');
  await expect(checkIn({ dir })).rejects.toThrow('is not activated');
});

test('the license table stays within 80 columns for any name, and several orders are listed below their sum', async () => {
  const [entitlement] = attendantConsole.entitlements;
  const second = {
    ...entitlement,
    order: 'SO-2',
    license: 'perpetual',
    capacity: 5,
    endsOn: null,
    until: null,
    care: null,
  };
  const applications = [
    attendantConsole,
    { ...attendantConsole, name: undefined, application: 'extraordinarily-long-application-key-of-a-vendor' },
    { ...attendantConsole, name: '電話交換機録音管理システム拡張版' },
    { ...attendantConsole, name: 'Ünübersichtlichkeitsverwaltungsprogrammpaket' },
    { ...attendantConsole, name: 'Two Orders', capacity: 25, entitlements: [entitlement, second] },
    { ...attendantConsole, name: 'Held', state: 'missing-requirement' },
  ];
  handler = activates(() => document({ claims: { applications } }));
  const lines = renderStatus(await activateHere()).split('\n');
  expect(Math.max(...lines.map(displayWidth))).toBeLessThanOrEqual(80);
  expect(lines.slice(0, 7)).toEqual([
    'Server    server-1',
    'Customer  acme-hotels',
    `Cloud     ${url}`,
    `Root      ${thumbprint(ROOT.publicKey)} (trusted on first use,`,
    "          compare it with your vendor's)",
    'Mode      online',
    'Services  enhanced support, cloud services',
  ]);
  const endsOn = iso(100).slice(0, 10);
  expect(lines).toContain(`Attendant         subscription  20           ${endsOn}  gold        active`);
  expect(lines).toContain(`Console                         operators    100 days    ${endsOn}`);
  expect(lines).toContain('Two Orders                      25                                   active');
  expect(lines).toContain('- SO-2            perpetual     5            no end      none        active');
  expect(lines).toContain(`Held              subscription  0 of 20      ${endsOn}  gold        missing`);
});

test('an evaluation is shown as one, and what to do when it has ended', async () => {
  const [entitlement] = attendantConsole.entitlements;
  const trial = { ...entitlement, evaluation: true, until: iso(3), graceUntil: iso(3), care: null };
  handler = activates(() => document({ claims: { applications: [{ ...attendantConsole, entitlements: [trial] }] } }));
  const status = await activateHere();
  expect(status.applications[0]).toMatchObject({ state: 'active', capacity: 20, entitlements: [{ evaluation: true }] });
  expect(renderStatus(status)).toMatch(/^Attendant {9}evaluation {4}20 .* none {8}active$/m);
  const over = await readStatus({ dir, nowMs: Date.parse(iso(4)) });
  expect(over.applications[0]).toMatchObject({ state: 'expired', capacity: 0 });
  expect(over.warnings.at(-1)).toMatch(/^The evaluation of Attendant Console .* order it from/);
});

test('the command takes a token with spaces, and tells a refusal (1) from a cloud that is away (2)', async () => {
  let token = '';
  handler = async (request, body, response) => {
    token = JSON.parse(body).token;
    await activates()(request, body, response);
  };
  const activated = await appsuite('activate', 'AAAAA', 'BBBBB', '--url', url);
  expect(activated).toMatchObject({ exitCode: 0, errors: '' });
  expect(token).toBe('AAAAA BBBBB');
  handler = refuses(401, { code: 'KEY_REPLACED', detail: 'Replaced.' });
  expect(await appsuite('check-in')).toMatchObject({ exitCode: 1, errors: expect.stringMatching('remove this one') });
  await close();
  expect(await appsuite('check-in')).toMatchObject({ exitCode: 2, errors: expect.stringMatching('runs until') });
  const status = await appsuite('status', '--json');
  expect(JSON.parse(status.output)).toMatchObject({ server: 'server-1', applications: [{ capacity: 20 }] });
});
