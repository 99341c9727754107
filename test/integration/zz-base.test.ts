import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openApi, type TestApi } from '../support/api/api.ts';
import { writeFileSync } from 'node:fs';
const t0 = performance.now();
const c0 = process.cpuUsage();
let api: TestApi;
let o = 0;
beforeAll(async () => {
  const a = performance.now();
  api = await openApi();
  o = performance.now() - a;
});
afterAll(() => api.close());
test('x', () => {
  expect(1).toBe(1);
  writeFileSync(
    '/tmp/base.txt',
    JSON.stringify({ open: o, since: performance.now(), imported: t0, c0, c1: process.cpuUsage() }),
  );
});
