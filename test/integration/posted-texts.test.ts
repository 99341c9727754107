import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createValidatorCompiler } from '../../api/validation.ts';
import { openSite, type TestSite } from '../support/portal/site.ts';

type Schema = Record<string, unknown> & { type?: string; properties?: Record<string, Schema>; items?: Schema };

let site: TestSite;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

/** Every text in a schema, by the way there. */
function textsIn(schema: Schema, path: string): [path: string, schema: Schema][] {
  if (schema.type === 'string' || schema.enum) return [[path, schema]];
  const inner = [
    ...Object.entries({ ...schema.properties, ...(schema.patternProperties as Schema['properties']) }),
    ...(schema.items ? [['-', schema.items] as const] : []),
    ...((schema.anyOf ?? schema.allOf ?? schema.oneOf ?? []) as Schema[]).map((one) => ['', one] as const),
  ];
  return inner.flatMap(([name, one]) => textsIn(one, `${path}/${name}`));
}

test('every text that is posted anywhere has a character at least', async () => {
  await site.app.ready();
  const { paths = {} } = site.app.swagger() as { paths?: Record<string, Record<string, unknown>> };
  const texts = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, operation]) => {
      const { requestBody } = operation as { requestBody?: { content: Record<string, { schema: Schema }> } };
      return Object.values(requestBody?.content ?? {}).flatMap(({ schema }) => textsIn(schema, `${method} ${path} `));
    }),
  );
  expect(texts.length).toBeGreaterThan(50);
  const compile = createValidatorCompiler();
  const takesNothing = texts.filter(([, schema]) => {
    const answer = (compile({ schema, method: '', url: '' }) as (value: unknown) => unknown)('');
    return answer === true;
  });
  expect(takesNothing.map(([path]) => path)).toEqual([]);
});
