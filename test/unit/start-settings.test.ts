import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readStartConfig } from '../../config.ts';
import { loadKeys } from '../../scripts/start/keys.ts';
import { productEnv } from '../../scripts/start/settings.ts';

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
