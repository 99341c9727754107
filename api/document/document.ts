import { headerComponents } from './headers.ts';
import { INTRO, TAGS } from './intro.ts';
import type { ProblemCode } from '../../services/problems/problems.ts';
import { byStatus, describeOperation, KEY, refusalsOf, SERVER, type DescribedRoute } from './operation.ts';
import { problemAnswers, problemSchemas } from './problems.ts';
import { nounSchemas } from './schemas.ts';

export type ApiDocument = ReturnType<typeof describeApi>;

/** Where every operation has to be named: what is called by others’ systems. */
const OF_THE_API = /^\/(v1|\.well-known)\//;

/** The OpenAPI 3.1 document of what these routes do. A route of the API without a name of its own is a mistake. */
export function describeApi(routes: readonly DescribedRoute[], publicUrl: string) {
  const unnamed = routes.find(({ url, schema }) => OF_THE_API.test(url) && !schema.operationId);
  if (unnamed) throw new Error(`${unnamed.method} ${unnamed.url} has no operationId: give it one in its schema`);
  const described = routes.filter(({ schema }) => schema.operationId);
  const paths: Record<string, Record<string, ReturnType<typeof describeOperation>>> = {};
  for (const route of described) {
    const path = route.url.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: describeOperation(route) };
  }
  const refusals = described.map(refusalsOf);
  const codes = refusals.flat().map(([code]) => code);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Cloud Licensing',
      version: '1',
      description: INTRO,
      contact: { name: 'The vendor of the AppSuite', url: publicUrl },
      license: { name: 'All rights reserved', identifier: 'LicenseRef-All-Rights-Reserved' },
    },
    servers: [{ url: publicUrl }],
    tags: TAGS.filter(({ name }) => described.some(({ schema }) => schema.tags?.includes(name))),
    paths,
    components: {
      schemas: { ...nounSchemas(), ...problemSchemas(codes) },
      responses: problemAnswers(refusals.flatMap(alone)),
      ...headerComponents(),
      securitySchemes: {
        [KEY]: {
          type: 'http',
          scheme: 'bearer',
          description: 'A key of the API; roles are the scopes that it needs to have',
        },
        [SERVER]: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description:
            'Signed by a server, with the key of its activation; by a machine that waits, with the key it posted',
        },
      },
    },
  };
}

/** Codes that an operation refuses by under a status which has no other. */
function alone(refused: [ProblemCode, number][]): ProblemCode[] {
  return [...byStatus(refused).values()].filter(({ length }) => length === 1).flat();
}
