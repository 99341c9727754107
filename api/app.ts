import { parse } from 'node:querystring';
import helmet from '@fastify/helmet';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import Fastify, { type FastifyInstance } from 'fastify';
import type { Deps } from './deps.ts';
import { createAuthenticate } from './hooks/authenticate.ts';
import { answerErrors } from './hooks/errors.ts';
import { createIdempotency } from './hooks/idempotency.ts';
import { orderRoutes } from './routes/orders.ts';
import { Closed } from './schemas/common.ts';
import { createOrderService } from './services/orders.ts';

const LARGEST_BODY_BYTES = 1_048_576;

/** Every page and every answer; a page that needs less strictness says so itself. */
const CONTENT_SECURITY_POLICY = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'self'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
    imgSrc: ["'self'", 'data:'],
    objectSrc: ["'none'"],
  },
};

/** The API of the service, without its pages for people. It needs neither Temporal nor the database to start. */
export async function buildApp(deps: Deps): Promise<FastifyInstance> {
  const app = Fastify({
    loggerInstance: deps.logger,
    disableRequestLogging: true,
    trustProxy: deps.trustProxy,
    bodyLimit: LARGEST_BODY_BYTES,
    routerOptions: { querystringParser: parseQuery, maxParamLength: 2_000 },
    // Nothing is corrected silently: what a schema does not know is refused.
    ajv: { customOptions: { removeAdditional: false, coerceTypes: false, allErrors: true } },
  }).withTypeProvider<TypeBoxTypeProvider>();
  const em = () => deps.orm.em.fork();
  const orders = createOrderService(deps);

  app.decorateRequest('caller', null);
  app.decorateRequest('requestId', null);
  answerErrors(app);
  await app.register(helmet, { contentSecurityPolicy: CONTENT_SECURITY_POLICY });
  // Schemas describe answers and TypeScript checks them against it; writing them needs nothing more.
  app.setSerializerCompiler(() => (answer) => JSON.stringify(answer));

  await app.register(async (vendor) => {
    const api = vendor.withTypeProvider<TypeBoxTypeProvider>();
    const idempotency = createIdempotency(em);
    api.addHook('onRoute', refuseWhatIsNotNamed);
    api.addHook('onRequest', createAuthenticate(em));
    api.addHook('preHandler', idempotency.preHandler);
    api.addHook('onSend', idempotency.onSend);
    orderRoutes(api, orders);
  });
  return app;
}

/** A route that names no query parameters or no body takes none. */
function refuseWhatIsNotNamed(route: { schema?: { querystring?: unknown } }): void {
  route.schema = { querystring: Closed({}), ...route.schema };
}

/** A query string is text; `limit` is the one number in it. */
function parseQuery(text: string): Record<string, unknown> {
  const query: Record<string, unknown> = { ...parse(text) };
  if (typeof query.limit === 'string' && /^\d{1,9}$/.test(query.limit)) query.limit = Number(query.limit);
  return query;
}
