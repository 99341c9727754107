import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { createLocalJWKSet, decodeProtectedHeader, jwtVerify, type JSONWebKeySet } from 'jose';
import { buildApp } from '../../../api/app.ts';
import { readConfig } from '../../../config.ts';
import { loadKeys, rotateKeys } from '../../../scripts/start/keys.ts';
import { readCertificate } from '../../../secrets/certificate.ts';
import { keyPair } from '../../../secrets/signing-keys.ts';
import { openApi, startWorker, type TestApi } from '../../support/api/api.ts';
import { createServers } from '../../support/api/servers.ts';
import { certificateOf, certifiedKey } from '../../support/domain/roots.ts';

describe('rotating the keys that sign', () => {
  let api: TestApi;
  let worker: { stop: () => Promise<void> };
  let rotated: FastifyInstance;
  const FRESH = certifiedKey('s2');

  beforeAll(async () => {
    api = await openApi();
    worker = await startWorker(api);
    rotated = await buildApp({ ...api.deps, signingKeys: [FRESH, ...api.deps.signingKeys] });
  });
  afterAll(async () => {
    await worker.stop();
    await rotated.close();
    await api.close();
  });

  const { anActivatedServer, signed } = createServers(() => api);

  test('what the old key signed still verifies, the new one signs from now on, and a document is not changed by that', async () => {
    const { id, machine, activated } = await anActivatedServer();
    const keys = createLocalJWKSet((await rotated.inject('/.well-known/jwks.json')).json<JSONWebKeySet>());
    await jwtVerify(activated.body.license, keys, { typ: 'license+jwt' });
    const ask = async (headers: object) =>
      rotated.inject({
        url: '/v1/license',
        headers: { authorization: `Bearer ${await signed(id, machine)}`, ...headers },
      });
    const fresh = await ask({});
    await jwtVerify(fresh.body, keys, { typ: 'license+jwt' });
    const { kid, certificate } = FRESH;
    expect(decodeProtectedHeader(fresh.body)).toEqual({ alg: 'EdDSA', typ: 'license+jwt', kid, certificate });
    expect((await rotated.inject('/.well-known/jwks.json')).json().keys[0]).toMatchObject({ kid, certificate });
    expect((await ask({ 'if-none-match': activated.headers.etag })).statusCode).toBe(304);
  });
});

describe('npm run keys:rotate', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cloud-licensing-keys-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  /** Runs the command with only these settings. */
  const rotate = (settings: Record<string, string>, ...args: string[]) =>
    promisify(execFile)(process.execPath, ['--import', 'tsx', 'scripts/commands/rotate-keys.ts', ...args], {
      env: { PATH: process.env.PATH, ...settings },
    });

  const configured = () => {
    const { postgresPassword: _password, ...keys } = loadKeys(folder);
    return readConfig({ ...keys, DATABASE_URL: 'postgres://u:p@localhost/db' });
  };

  test('puts a new key in front of those of the data folder, and keeps the old ones', async () => {
    const before = loadKeys(folder);
    await rotate({ DATA_DIR: folder });
    expect(rotateKeys(folder, 'SIGNING_KEYS')).toBe('s3');
    for (const kind of ['secret', 'service']) await rotate({ DATA_DIR: folder }, kind);
    const { signingKeys, secretKeys, serviceTokens } = configured();
    expect(signingKeys.map(({ name }) => name)).toEqual(['s3', 's2', 's1']);
    expect(secretKeys.map(({ name }) => name)).toEqual(['k2', 'k1']);
    expect(serviceTokens.keys.map(({ name }) => name)).toEqual(['t2', 't1']);
    expect(loadKeys(folder).SIGNING_KEYS.endsWith(`,${before.SIGNING_KEYS}`)).toBe(true);
  });

  test('prints the new value of a setting that is in the environment, and touches no file', async () => {
    const file = await readFile(join(folder, 'keys.json'), 'utf8');
    const { stdout } = await rotate({ DATA_DIR: folder, SIGNING_KEYS: 'main:AAAA' });
    expect(stdout).toMatch(/^s1:[\w-]{43},main:AAAA\n$/);
    expect(await readFile(join(folder, 'keys.json'), 'utf8')).toBe(file);
  });

  test('says what to do when it is asked for other keys, or there are none', async () => {
    await expect(rotate({ DATA_DIR: folder }, 'all')).rejects.toMatchObject({ code: 2 });
    await expect(rotate({ DATA_DIR: join(folder, 'none') })).rejects.toMatchObject({
      stderr: expect.stringContaining('has no keys yet'),
    });
  });
});

describe('the roots of the vendor', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cloud-licensing-roots-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const SEED = Buffer.alloc(32, 3);
  const SIGNING_KEYS = `s1:${SEED.toString('base64url')}`;
  const program = (file: string, args: string[], settings: Record<string, string> = {}) =>
    promisify(execFile)(process.execPath, ['--import', 'tsx', file, ...args], {
      env: { PATH: process.env.PATH, ...settings },
    });
  const command = (name: string, args: string[], settings?: Record<string, string>) =>
    program(`scripts/commands/${name}.ts`, args, settings);
  const file = () => join(folder, 'root.json');

  test('a root is made once, for its owner alone, and certifies public halves that were carried to it', async () => {
    const made = await command('root', [file()]);
    expect((await stat(file())).mode & 0o777).toBe(0o600);
    expect(JSON.parse(made.stdout)).not.toHaveProperty('d');
    await expect(command('root', [file()])).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringMatching('never overwritten'),
    });

    const { stdout: key } = await command('certify', ['--public'], { SIGNING_KEYS });
    expect(key).not.toContain(SEED.toString('base64url'));
    const about = ['--from', '2026-12-01', '--days', '100', '--serial', '7', '--least', '5'];
    const { stdout } = await command('certify', ['--root', file(), '--key', key.trim(), ...about]);
    const [from, until] = [Date.parse('2026-12-01'), Date.parse('2027-03-11')].map((ms) => ms / 1000);
    expect(readCertificate(stdout.trim())).toEqual({
      root: JSON.parse(made.stdout),
      jwk: keyPair(SEED).publicKey,
      ...{ nbf: from, exp: until, serial: 7, least: 5 },
    });
    const settings = { DATABASE_URL: 'postgres://u:p@localhost/db', SECRET_KEYS: SIGNING_KEYS, SIGNING_KEYS };
    expect(readConfig({ ...settings, SIGNING_CERTIFICATES: stdout.trim() }).signingKeys).toHaveLength(1);
  });

  test.each<[string, string[], number, string]>([
    ['no root', [], 1, 'Say which root signs'],
    ['a root that is none', ['--root', 'package.json'], 1, 'package.json is no root'],
    ['what it does not know', ['--root', 'x', '--until', '2030'], 2, "Unknown option '--until'"],
    ['a key that is none', ['--root', 'x', '--key', '{}'], 2, 'It is no Ed25519 public key'],
    ['days that are no number', ['--root', 'x', '--days', 'many'], 2, 'It is no whole number'],
  ])('keys:certify refuses %s', async (_name, args, code, sentence) => {
    const refused = { code, stderr: expect.stringContaining(sentence) };
    await expect(command('certify', args, { SIGNING_KEYS })).rejects.toMatchObject(refused);
  });

  test.each([['certify'], ['root']])('keys:%s says how it is used', async (name) => {
    expect((await command(name, ['--help'])).stdout).toContain(`Usage: keys:${name}`);
  });

  test('an api in production does not start with a certificate that ends within 30 days', async () => {
    const now = Math.floor(Date.now() / 1000);
    const settings = {
      ...{
        NODE_ENV: 'production',
        PUBLIC_URL: 'https://licensing.example',
        MAILBOX: 'development',
        MAIL_FROM: 'a@b.example',
      },
      ...{ DATABASE_URL: 'postgres://u:p@127.0.0.1:9/db', SECRET_KEYS: SIGNING_KEYS, SIGNING_KEYS },
      SIGNING_CERTIFICATES: certificateOf(SEED, { nbf: now - 60, exp: now + 29 * 86_400 }),
    };
    await expect(program('api/main.ts', [], settings)).rejects.toMatchObject({
      stderr: expect.stringMatching(/The certificate of the signing key "s1" ends on .* put a newer one/),
    });
  });
});
