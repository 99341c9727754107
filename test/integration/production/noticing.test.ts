import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { TestDatabase } from '../../support/api/database.ts';
import { anOrder } from '../../support/api/api.ts';
import { startProduct, type Product, type Watched } from '../../support/telemetry/product.ts';
import { until } from '../../support/until.ts';

/** Processes of their own, as they run in production, that begin on backups of a product which were put back elsewhere. */
let product: Product;
const backups: TestDatabase[] = [];

beforeAll(async () => {
  product = await startProduct();
});
afterAll(async () => {
  await product.stop();
  for (const backup of backups) await backup.drop();
});

const NOTICE = 'the database was restored from a backup: repair it';

async function aBackup(): Promise<TestDatabase> {
  const backup = await product.database.restored();
  backups.push(backup);
  return backup;
}

/** What a process has said, a line each, in sequence. */
function said({ child }: Watched): string[] {
  const lines = child.output().trim().split('\n');
  return lines.map((line) => (JSON.parse(line) as { msg: string }).msg);
}

async function epochsOf({ orm }: TestDatabase): Promise<number> {
  return (await orm.em.fork().execute('select 1 from feed_epochs')).length;
}

test('an api that begins on a restored database notices before it listens, says so at /readyz, and takes no number that Temporal knows', async () => {
  const backup = await aBackup();
  const lost = anOrder();
  expect((await product.call('POST', '/v1/orders', lost)).status).toBe(201);
  await until(async () => product.resend.requests > 0);
  expect(said(product.api)).not.toContain(NOTICE);

  const api = await product.begin('api', backup);
  expect(said(api).filter((line) => [NOTICE, 'the API listens'].includes(line))).toEqual([NOTICE, 'the API listens']);
  expect(await epochsOf(backup)).toBe(2);
  const ready = await fetch(`${api.url}/readyz`);
  expect([ready.status, await ready.json()]).toMatchObject([
    200,
    { checks: { restored: { ready: true, detail: expect.stringContaining('npm run repair') } } },
  ]);
  const taken = await product.call('POST', '/v1/orders', { ...lost, purchaseOrder: 'PO-9' }, {}, api);
  expect([taken.status, await taken.json()]).toMatchObject([503, { code: 'ORDER_NOT_REPAIRED' }]);

  const again = await product.begin('api', backup);
  expect(said(again)).not.toContain(NOTICE);
  expect(await epochsOf(backup)).toBe(2);
});

test('a worker that begins on a restored database notices before it takes a task, and its numbers have it', async () => {
  const backup = await aBackup();
  const worker = await product.begin('worker', backup);
  expect(said(worker).filter((line) => [NOTICE, 'worker ready'].includes(line))).toEqual([NOTICE, 'worker ready']);
  expect(await epochsOf(backup)).toBe(2);
  expect(await worker.metrics()).toMatch(/^licensing_unrepaired 1$/m);
});

test('of an api and a worker that begin at once on a restored database one notices', async () => {
  const backup = await aBackup();
  const both = await Promise.all([product.begin('api', backup), product.begin('worker', backup)]);
  expect(both.flatMap(said).filter((line) => line === NOTICE)).toHaveLength(1);
  expect(await epochsOf(backup)).toBe(2);
});
