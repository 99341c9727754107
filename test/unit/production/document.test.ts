import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ApiDocument } from '../../../api/document/document.ts';
import { collectionOfApi, COLLECTION_FOLDER } from '../../../scripts/clients/collection.ts';
import { documentOfApi } from '../../../scripts/clients/document.ts';
import { TYPES_FILE, typesOfApi } from '../../../scripts/clients/types.ts';
import { createValidate } from '../../support/api/contract.ts';
import { python, run } from '../../support/document/programs.ts';

type Media = { schema: Schema; examples?: Record<string, { value: unknown }> };
type Schema = { [keyword: string]: unknown; $ref?: string; type?: unknown };
type Body = { content?: Record<string, Media> };
type Operation = { operationId: string; requestBody?: Body; responses: Record<string, Body> };

let folder: string;
let file: string;
let document: ApiDocument;
let operations: [name: string, operation: Operation][];
beforeAll(async () => {
  document = await documentOfApi();
  operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): [string, Operation] => [
      `${method.toUpperCase()} ${path}`,
      operation as Operation,
    ]),
  );
  folder = await mkdtemp(join(tmpdir(), 'openapi-'));
  file = join(folder, 'openapi.json');
  await writeFile(file, JSON.stringify(document));
});
afterAll(() => rm(folder, { recursive: true }));

test('the document has what programs of others call, each under a name of its own, and nothing else', () => {
  const elsewhere = Object.keys(document.paths).filter(
    (path) => !/^\/(v1|\.well-known)\//.test(path) && !['/healthz', '/readyz', '/metrics'].includes(path),
  );
  expect(elsewhere).toEqual([]);
  const names = operations.map(([, { operationId }]) => operationId);
  expect(names.filter((name) => !/^[a-z][A-Za-z]+$/.test(name))).toEqual([]);
  expect(new Set(names).size).toBe(names.length);
  expect(names.length).toBeGreaterThan(45);
});

/** The bodies of JSON that are sent and that are answered without a problem, by what they belong to. */
const bodies = () =>
  operations.flatMap(([name, { requestBody, responses }]) =>
    [['sent', requestBody] as const, ...Object.entries(responses)].flatMap(([status, body]): [string, Media][] => {
      const media = body?.content?.['application/json'];
      return media ? [[`${name} ${status}`, media]] : [];
    }),
  );

test('every body that is sent or answered has an example, which its schema takes as it stands', () => {
  const validate = createValidate(document);
  const wrong = bodies().flatMap(([name, { schema, examples = {} }]) => {
    const values = Object.values(examples);
    return values.length === 0
      ? [name]
      : values.flatMap(({ value }) => validate(schema, value).map((why) => `${name}: ${JSON.stringify(why)}`));
  });
  expect(wrong).toEqual([]);
  expect(bodies().length).toBeGreaterThan(60);
});

/** A schema and all that stand in it, by the way there; nouns once each. */
function* within(schema: unknown, path: string, seen = new Set<string>()): Generator<[path: string, schema: Schema]> {
  if (schema === null || typeof schema !== 'object') return;
  const { $ref } = schema as Schema;
  if ($ref) {
    const name = $ref.split('/').at(-1)!;
    if (seen.has(name)) return;
    seen.add(name);
    return yield* within((document.components.schemas as Record<string, Schema>)[name], name, seen);
  }
  yield [path, schema as Schema];
  for (const [keyword, inner] of Object.entries(schema)) yield* within(inner, `${path}/${keyword}`, seen);
}

test('every text that is posted anywhere has a character at least', () => {
  const validate = createValidate(document);
  const posted = operations.flatMap(([name, { requestBody }]) => [
    ...within(requestBody?.content?.['application/json']?.schema, name),
  ]);
  const texts = posted.filter(([, { type }]) => type === 'string');
  expect(texts.length).toBeGreaterThan(50);
  expect(texts.filter(([, schema]) => validate(schema, '').length === 0).map(([path]) => path)).toEqual([]);
});

test('patterns are such as every engine of regular expressions reads', () => {
  const patterns = [...JSON.stringify(document).matchAll(/"pattern":("(?:[^"\\]|\\.)*")/g)].map(([, text]) =>
    String(JSON.parse(text!)),
  );
  expect(patterns.length).toBeGreaterThan(5);
  expect(patterns.filter((pattern) => /\\p|\(\?|\\u|&&|--/.test(pattern))).toEqual([]);
});

test('three programs that judge documents find nothing in it', async () => {
  const quiet = { REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
  const [redocly, spectral, validator] = await Promise.all([
    run('node_modules/.bin/redocly', ['lint', '--extends', 'recommended', '--format', 'json', file], quiet),
    run('node_modules/.bin/spectral', ['lint', '--fail-severity', 'hint', '--quiet', file]),
    python(['-m', 'openapi_spec_validator', file]),
  ]);
  expect(redocly.output).toMatch(/"totals": \{\s*"errors": 0,\s*"warnings": 0/);
  expect([spectral.exitCode, spectral.output.trim()]).toEqual([0, '']);
  expect([validator.exitCode, validator.output.trim()]).toEqual([0, `${file}: OK`]);
});

const REMEDY = 'npm run clients makes them anew';

test('the types of the TypeScript client are those of the routes as they are', async () => {
  expect([REMEDY, (await readFile(TYPES_FILE, 'utf8')) === (await typesOfApi(document))]).toEqual([REMEDY, true]);
});

test('the collection of requests is that of the routes as they are', async () => {
  const changed: string[] = [];
  for (const [name, content] of collectionOfApi(document)) {
    const written = await readFile(join(COLLECTION_FOLDER, name), 'utf8').catch(() => null);
    if (written !== content) changed.push(name);
  }
  expect([REMEDY, changed]).toEqual([REMEDY, []]);
});
