import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startProduct, type Product } from '../../scripts/chaos/product.ts';

let dataDir: string;
let product: Product;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'cloud-licensing-story-'));
  product = await startProduct(dataDir, join(dataDir, 'logs'));
});
afterAll(async () => {
  await product.stop();
  await rm(dataDir, { recursive: true });
});

const tell = (env: Record<string, string>) =>
  promisify(execFile)(process.execPath, ['--import', 'tsx', 'scripts/story.ts'], { env: { ...process.env, ...env } });

test('the story goes from a posted order to two servers that hold their license tables', async () => {
  const { stdout } = await tell({ DATA_DIR: dataDir, PORT: new URL(product.url).port });
  for (const stage of ['locked', 'unlocked', 'assigned', 'activated']) expect(stdout).toContain(`is ${stage}:`);
  expect(stdout).toMatch(/subscription +15 /);
  expect(stdout).toMatch(/perpetual +8 /);
  expect(stdout).toMatch(/subscription +5 /);
});

test('the story says that the product is to be started when it does not run', async () => {
  const told = tell({ DATA_DIR: dataDir, PORT: '9' });
  await expect(told).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('npm start') });
});
