import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vectors-'));
  await cp('docs/vectors', folder, { recursive: true });
});
afterAll(() => rm(folder, { recursive: true }));

/** Lets the AppSuite in Python answer the vectors of a folder. */
function verify(vectors: string): Promise<{ exitCode: number; output: string }> {
  const command = ['-B', 'test/verifier/main.py', vectors, 'docs/license-document.schema.json'];
  return new Promise((resolve, reject) => {
    execFile('python3', command, { env: { ...process.env, PYTHONIOENCODING: 'utf-8' } }, (error, output, errors) => {
      if (error?.code === 'ENOENT') reject(new Error('Install Python 3: the vectors are verified with it.'));
      else resolve({ exitCode: Number(error?.code ?? 0), output: output + errors });
    });
  });
}

test('an AppSuite in Python, written from the page alone, gives the expected answer to every vector', async () => {
  const { exitCode, output } = await verify('docs/vectors');
  expect(output).toMatch(/^\d{3,} answers, 0 wrong\n$/);
  expect(exitCode).toBe(0);
});

test.each([
  ['documents.json', '"verdict": "good"', '"verdict": "over"', 'document: as it should be'],
  ['enforcement.json', '"capacity": 20', '"capacity": 21', 'one of everything at'],
  ['service-tokens.json', '"verdict": "good"', '"verdict": "over"', 'service token: as it should be'],
  ['clock.json', '"isCorrected": false', '"isCorrected": true', 'clock: a clock that runs'],
])('it says so when %s expects something else', async (file, is, becomes, name) => {
  const path = join(folder, file);
  const content = await readFile(path, 'utf8');
  await writeFile(path, content.replace(is, becomes));
  const { exitCode, output } = await verify(folder);
  expect(exitCode).toBe(1);
  expect(output).toContain(name);
  await writeFile(path, content);
});
