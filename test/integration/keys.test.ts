import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { createLocalJWKSet, decodeProtectedHeader, jwtVerify, type JSONWebKeySet } from 'jose';
import { buildApp } from '../../api/app.ts';
import { readConfig } from '../../config.ts';
import { loadKeys, rotateKeys } from '../../scripts/start/keys.ts';
import { signingKey } from '../../secrets/signing-keys.ts';
import { openApi, startWorker, type TestApi } from '../support/api/api.ts';
import { createServers } from '../support/api/servers.ts';

describe('rotating the keys that sign', () => {
  let api: TestApi;
  let worker: { stop: () => Promise<void> };
  let rotated: FastifyInstance;

  beforeAll(async () => {
    api = await openApi();
    worker = await startWorker(api);
    const fresh = signingKey({ kid: 's2', seed: Buffer.alloc(32, 9) });
    rotated = await buildApp({ ...api.deps, signingKeys: [fresh, ...api.deps.signingKeys] });
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
    expect(decodeProtectedHeader(fresh.body).kid).toBe('s2');
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

  const configured = async () => {
    const { postgresPassword: _password, ...keys } = JSON.parse(await readFile(join(folder, 'keys.json'), 'utf8'));
    return readConfig({ ...keys, DATABASE_URL: 'postgres://u:p@localhost/db' });
  };

  test('puts a new key in front of those of the data folder, and keeps the old ones', async () => {
    const before = loadKeys(folder);
    await rotate({ DATA_DIR: folder });
    expect(rotateKeys(folder, 'SIGNING_KEYS')).toBe('s3');
    await rotate({ DATA_DIR: folder }, 'secret');
    const { signingKeys, secretKeys } = await configured();
    expect(signingKeys.map(({ kid }) => kid)).toEqual(['s3', 's2', 's1']);
    expect(secretKeys.map(({ name }) => name)).toEqual(['k2', 'k1']);
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
