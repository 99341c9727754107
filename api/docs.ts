import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance, RouteOptions } from 'fastify';
import { describeApi } from './document/document.ts';
import type { DescribedRoute } from './document/operation.ts';

/** Describes every route that is registered later: `/openapi.json` (OpenAPI 3.1) and a page at `/docs`. */
export async function describeRoutes(app: FastifyInstance, publicUrl: string): Promise<void> {
  const routes: RouteOptions[] = [];
  app.addHook('onRoute', (route) => void routes.push(route));
  const document = {};
  // Other hooks add to what a route says, so that it is read when all of them were asked.
  app.addHook('onReady', async () => {
    Object.assign(document, describeApi(routes.flatMap(byMethod), publicUrl));
  });
  await app.register(swagger, { mode: 'static', specification: { document: document as never } });
  await app.register(swaggerUi, { routePrefix: '/docs' });
  app.get('/openapi.json', async () => app.swagger());
}

/** What answers GET answers HEAD too, which goes without saying. */
function byMethod({ method, url, schema = {}, config = {} }: RouteOptions): DescribedRoute[] {
  return [method].flat().flatMap((one) => (one === 'HEAD' ? [] : [{ method: one, url, schema, config }]));
}
