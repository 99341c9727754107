import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readStartConfig, type StartConfig } from '../../../config.ts';
import { loadKeys } from '../../../scripts/start/keys.ts';
import { productEnv, requireOwnKeys } from '../../../scripts/start/settings.ts';

let folder: string;
const before = process.env;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'start-settings-'));
});
afterAll(() => {
  process.env = before;
  rmSync(folder, { recursive: true });
});

test('the processes of the product learn nothing of the owner of the database that a start brings along', () => {
  const keys = loadKeys(folder);
  const env = productEnv(readStartConfig({}), folder, { keys, port: 5433 });
  expect(env.DATABASE_URL).toMatch(/^postgres:\/\/licensing_service:[\w-]+@127\.0\.0\.1:5433\/postgres$/);
  expect(JSON.stringify(env)).not.toContain(keys.postgresPassword);
});

test('nor of the owner of a database of one’s own', () => {
  const addresses = {
    DATABASE_URL: 'postgres://service:x@127.0.0.1/db',
    MIGRATION_DATABASE_URL: 'postgres://owner:secret@127.0.0.1/db',
  };
  process.env = { ...before, ...addresses };
  const config = readStartConfig(addresses);
  expect(config.ownerUrl).toBe(addresses.MIGRATION_DATABASE_URL);
  const env = productEnv(config, folder, null);
  expect(env.DATABASE_URL).toBe(addresses.DATABASE_URL);
  expect(JSON.stringify(env)).not.toContain('secret');
});

test('what stands in a file is set as well: it takes the place of what a start would provide, and no owner’s goes on', () => {
  const file = (name: string, content: string) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const keys = loadKeys(folder);
  process.env = {
    ...before,
    SECRET_KEYS_FILE: file('SECRET_KEYS', `${keys.SECRET_KEYS}\n`),
    MIGRATION_DATABASE_URL_FILE: file('OWNER', 'postgres://owner:secret@127.0.0.1/db'),
  };
  const env = productEnv(readStartConfig({}), folder, { keys, port: 5433 });
  expect([env.SECRET_KEYS, env.SECRET_KEYS_FILE]).toEqual([undefined, process.env.SECRET_KEYS_FILE]);
  expect(env.SIGNING_KEYS).toBe(keys.SIGNING_KEYS);
  expect(env.MIGRATION_DATABASE_URL_FILE).toBeUndefined();
});

test('a database of one’s own needs its keys, by value or by file', () => {
  const file = join(folder, 'KEYS');
  writeFileSync(file, 'x');
  const given = ['SECRET_KEYS', 'SIGNING_KEYS', 'SIGNING_CERTIFICATES', 'MIGRATION_DATABASE_URL'];
  process.env = { ...before, ...Object.fromEntries(given.map((name) => [`${name}_FILE`, file])) };
  const config = { databaseUrl: 'postgres://service:x@127.0.0.1/db', sampleData: false } as StartConfig;
  expect(() => requireOwnKeys(config)).not.toThrow();
  delete process.env.SIGNING_KEYS_FILE;
  expect(() => requireOwnKeys(config)).toThrow('SIGNING_KEYS');
});
