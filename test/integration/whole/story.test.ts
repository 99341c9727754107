import { execFile } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startProduct, type Product } from '../../../scripts/chaos/product.ts';
import { removeDataFolder } from '../../../scripts/start/data-folder.ts';
import { generatePythonClient, makeUpRequests, python } from '../../support/document/programs.ts';
import { liveByClient } from '../../support/document/story.ts';

let dataDir: string;
let product: Product;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'cloud-licensing-story-'));
  product = await startProduct(dataDir, join(dataDir, 'logs'));
});
afterAll(async () => {
  await product.stop();
  removeDataFolder(dataDir);
});

/** Runs a script as a person beside the product does, which knows where it runs by its settings. */
function run(script: string, env: Record<string, string> = {}, args: string[] = []) {
  const { port } = new URL(product.url);
  const temporalPort = product.temporalAddress.split(':')[1]!;
  const settings = { DATA_DIR: dataDir, PORT: port, TEMPORAL_PORT: temporalPort, ...env };
  return promisify(execFile)(process.execPath, ['--import', 'tsx', script, ...args], {
    env: { ...process.env, ...settings },
  });
}

test.each(['', ', and once more'])(
  'the story goes from a posted order to two servers that hold their license tables%s',
  async () => {
    const { stdout } = await run('scripts/story/main.ts');
    for (const stage of ['locked', 'unlocked', 'assigned', 'activated']) expect(stdout).toContain(`is ${stage}:`);
    expect(stdout).toMatch(/subscription +15 /);
    expect(stdout).toMatch(/perpetual +8 /);
    expect(stdout).toMatch(/subscription +5 /);
    expect(stdout).toMatch(/free 20; 15 from \d{4}-\d\d-\d\d/);
    expect(stdout).toContain('perpetual, canceled: locked 0, assigned 0, free 0');
    expect(stdout).toContain('hotel-services       subscription, active: locked 0, assigned 0, free 40');
  },
);

/** A part of what schemathesis can make up; its phase `coverage` says the rest, in a minute of its own. */
const MADE_UP = { phases: ['examples', 'fuzzing'], most: 3 };

const ITS_LIFE = ['delivered', 'unlocked', 'assigned', 'activated'];

test('the TypeScript client goes from a posted order to an activated server, and hears of it', async () => {
  expect(await liveByClient(product.url, product.apiKey, 'BY-TYPESCRIPT')).toEqual(ITS_LIFE);
});

test('a client that is generated in Python goes the same way', async () => {
  const document = join(dataDir, 'openapi.json');
  await writeFile(document, await (await fetch(`${product.url}/openapi.json`)).text());
  const generated = await generatePythonClient(document, join(dataDir, 'python', 'licensing'));
  expect(generated).toEqual({ exitCode: 0, output: expect.not.stringMatching(/warning|error/i) });
  const story = ['test/support/document/story.py', product.url, product.apiKey, 'BY-PYTHON'];
  const { exitCode, output } = await python(story, join(dataDir, 'python'));
  expect([exitCode, output.trim()]).toEqual([0, ITS_LIFE.join(' ')]);
});

test('whatever is made up from the document is answered as the document says', async () => {
  const folder = join(dataDir, 'python', 'requests');
  await mkdir(folder, { recursive: true });
  const { exitCode, output } = await makeUpRequests(product.url, `Bearer ${product.apiKey}`, folder, MADE_UP);
  expect(exitCode === 0 ? '' : output).toBe('');
  expect(Number(/Tested: (\d+)/.exec(output)?.[1])).toBeGreaterThan(70);
}, 240_000);

test('three years of one order pass while somebody watches, and the projection still says what its workflow says', async () => {
  const { stdout } = await run('scripts/years/main.ts');
  const events = [...stdout.matchAll(/^ {4}(\d{4})-\S+ +(\S+)/gm)].map(([, year, type]) => ({
    year: Number(year),
    type,
  }));
  const count = (type: string) => events.filter((event) => event.type === type).length;
  expect(events.at(-1)!.year - events[0]!.year).toBeGreaterThanOrEqual(3);
  expect(['renewed', 'taken-back', 'expanded', 'expired', 'care-expired'].map(count)).toEqual([3, 2, 1, 2, 2]);
  expect((await run('scripts/commands/admin.ts', {}, ['projection:rebuild'])).stdout).toContain('nothing differed');
}, 180_000);

test('what the product keeps is for its owner alone', () => {
  const kept = readdirSync(dataDir).filter((name) => !['postgres', 'python', 'openapi.json'].includes(name));
  expect(kept).toContain('temporal.db');
  const open = kept.filter((name) => (statSync(join(dataDir, name)).mode & 0o077) !== 0);
  expect(open).toEqual([]);
});

test('the story says that the product is to be started when it does not run', async () => {
  const told = run('scripts/story/main.ts', { PORT: '9' });
  await expect(told).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('npm start') });
});
