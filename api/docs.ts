import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import { Problem } from './schemas/common.ts';

/** Describes every route that is registered later: `/openapi.json` (OpenAPI 3.1) and a page at `/docs`. */
export async function describeRoutes(app: FastifyInstance, publicUrl: string): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Cloud Licensing', version: '1', description: 'From an order to activated servers, for years.' },
      servers: [{ url: publicUrl }],
      components: {
        securitySchemes: {
          vendorKey: { type: 'http', scheme: 'bearer', description: 'An API key of the vendor' },
          serverJwt: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: 'Signed by the server’s key' },
        },
      },
    },
    transform: ({ schema, url }) => ({ schema: withProblems(schema), url }),
  });
  await app.register(swaggerUi, { routePrefix: '/docs' });
  app.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger());
}

/** Every route can answer a problem. */
function withProblems<Schema extends { response?: unknown; hide?: boolean } | undefined>(schema: Schema): Schema {
  if (!schema || schema.hide) return schema;
  return { ...schema, response: { ...(schema.response as object | undefined), '4xx': Problem, '5xx': Problem } };
}
