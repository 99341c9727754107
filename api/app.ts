import { parse } from 'node:querystring';
import { promisify } from 'node:util';
import helmet from '@fastify/helmet';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import Fastify, { LogController, type FastifyInstance, type FastifyRequest, type RouteOptions } from 'fastify';
import type { PublicKey } from '../domain/server/server.ts';
import { hashOfToken } from '../secrets/activation-token.ts';
import type { Deps } from './deps.ts';
import { describeRoutes } from './docs.ts';
import { createAuthenticate } from './hooks/authenticate.ts';
import { logRequests } from './hooks/access-log.ts';
import { answerBadAddress, answerBadRequest, answerErrors } from './hooks/errors.ts';
import { createIdempotency } from './hooks/idempotency.ts';
import { checkInput } from './hooks/input.ts';
import { knowMethods } from './hooks/methods.ts';
import { requestIdOf } from './hooks/request-id.ts';
import { traceRequests } from './hooks/tracing.ts';
import { accountRoutes } from './routes/accounts/accounts.ts';
import { advisoryRoutes } from './routes/servers/advisories.ts';
import { assignmentRoutes } from './routes/servers/assignments.ts';
import { accountWebhookRoutes } from './routes/accounts/account-webhooks.ts';
import { applicationRoutes } from './routes/applications.ts';
import { batchRoutes } from './routes/orders/batches.ts';
import { brandRoutes } from './routes/accounts/brand.ts';
import { appsuiteRoutes } from './routes/servers/appsuite.ts';
import { identityRoutes } from './routes/accounts/identity.ts';
import { keyRoutes } from './routes/accounts/keys.ts';
import { pairingRoutes } from './routes/servers/pairings.ts';
import { machineRoutes } from './routes/servers/machines.ts';
import { conversionRoutes } from './routes/orders/conversions.ts';
import { intentRoutes } from './routes/orders/intents.ts';
import { amendmentRoutes } from './routes/orders/amendments.ts';
import { orderFactRoutes } from './routes/orders/order-facts.ts';
import { orderPlaceRoutes } from './routes/orders/order-places.ts';
import { emergencyRoutes } from './routes/servers/emergencies.ts';
import { feedRoutes } from './routes/events.ts';
import { offlineRoutes } from './routes/servers/offline.ts';
import { addressCorrectionRoutes } from './routes/accounts/address-corrections.ts';
import { offerRoutes } from './routes/orders/offers.ts';
import { orderRoutes } from './routes/orders/orders.ts';
import { renewalRoutes } from './routes/orders/renewals.ts';
import { searchRoutes } from './routes/search.ts';
import { serverRoutes } from './routes/servers/servers.ts';
import { serviceTokenRoutes } from './routes/servers/service-tokens.ts';
import { todoRoutes } from './routes/todo.ts';
import { unlockLinkRoutes } from './routes/orders/unlock-links.ts';
import { mailRoutes } from './routes/accounts/mails.ts';
import { mailReportRoutes } from './routes/accounts/mail-reports.ts';
import { Closed } from './schemas/common.ts';
import { KEY } from './document/operation.ts';
import { createMetrics } from './metrics.ts';
import { createPacing } from '../services/permissions/pacing.ts';
import { createPermit } from '../services/permissions/permit.ts';
import { createServices } from '../services/services.ts';
import { createWriteProbe } from '../db/write-probe.ts';
import { checkProcess, readiness } from '../telemetry/readiness.ts';
import { createRegistry } from '../telemetry/registry.ts';
import { settled } from '../temporal/calls.ts';
import type { Api } from './types.ts';
import { createValidatorCompiler } from './validation.ts';

const LARGEST_BODY_BYTES = 1_048_576;
/** All headers of a request together. */
const LARGEST_HEADERS_BYTES = 16_384;
/** A request that has not come in whole by then ends, give or take the interval in which Node looks at its connections. */
const WHOLE_REQUEST_WITHIN_MS = 30_000;
const WHOLE_HEADERS_WITHIN_MS = 15_000;
const CONNECTIONS_LOOKED_AT_MS = 2_000;

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

/**
 * The API of the service, without its pages for people. It needs neither Temporal nor the database to start.
 * `services` is what pages use too.
 */
export async function buildApp(deps: Deps, services = createServices(deps)): Promise<FastifyInstance> {
  const app = Fastify({
    loggerInstance: deps.logger,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    trustProxy: typeof deps.trustProxy === 'number' ? fewerThan(deps.trustProxy) : deps.trustProxy,
    bodyLimit: LARGEST_BODY_BYTES,
    requestTimeout: WHOLE_REQUEST_WITHIN_MS,
    // What comes on open connections while it stops is answered as ever, and is their last.
    return503OnClosing: false,
    http: {
      connectionsCheckingInterval: CONNECTIONS_LOOKED_AT_MS,
      maxHeaderSize: LARGEST_HEADERS_BYTES,
      // Its answer would be none that says what is wrong.
      requireHostHeader: false,
      // Not longer than a whole request: Node would take the one for the other.
      headersTimeout: WHOLE_HEADERS_WITHIN_MS,
    },
    routerOptions: { querystringParser: parseQuery, maxParamLength: 2_000 },
    frameworkErrors: answerBadAddress,
    clientErrorHandler: answerBadRequest,
    genReqId: requestIdOf,
  }).withTypeProvider<TypeBoxTypeProvider>();
  const em = () => deps.orm.em.fork();
  const probe = createWriteProbe(deps.orm, deps.clock);
  const own = { process: () => checkProcess(deps.isStopping?.() ?? false) };
  const isReady = () => readiness({ ...deps, probe }, own);
  const metrics = createMetrics(createRegistry(deps.orm, isReady), {
    licenseWaits: services.waits.count,
    feedWaits: services.feed.waiting,
    connections: promisify<number>((done) => app.server.getConnections(done)),
  });

  app.decorateRequest('actor', null);
  app.decorateRequest('caller', null);
  app.decorateRequest('requestId', null);
  app.setValidatorCompiler(createValidatorCompiler());
  app.addHook('onRequest', async (request, reply) => {
    reply.header('request-id', request.id);
  });
  app.addHook('onSend', async (_request, reply) => {
    // The caller's next request goes to a process that stays.
    if (deps.isStopping?.()) reply.header('connection', 'close');
  });
  logRequests(app);
  if (deps.isTraced) traceRequests(app);
  checkInput(app);
  app.addHook('onResponse', async ({ method, routeOptions }, { statusCode, elapsedTime }) =>
    metrics.observe(method, routeOptions.url ?? 'none', statusCode, elapsedTime / 1000),
  );
  app.addHook('onSend', async (_request, reply) => {
    const isJson = String(reply.getHeader('content-type')).includes('json');
    if (isJson && !reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
  });
  await app.register(helmet, { contentSecurityPolicy: CONTENT_SECURITY_POLICY });
  answerErrors(app, knowMethods(app));
  // Schemas describe answers and TypeScript checks them against it; writing them needs nothing more.
  app.setSerializerCompiler(() => (answer) => JSON.stringify(answer));
  await describeRoutes(app, deps.publicUrl);

  // Who waits is answered before connections are closed.
  app.addHook('preClose', async () => {
    await Promise.all([services.waits.stop(), services.following.stop(), services.correcting.stop()]);
  });
  app.addHook('onClose', () => Promise.all([services.post.settled(), settled(deps.temporal)]));
  await app.register(async (open) => {
    open.addHook('onRoute', takeLittle);
    const api = open.withTypeProvider<TypeBoxTypeProvider>();
    api.addHook('onRoute', refuseUnnamedParameters);
    api.addHook('preHandler', nameAppSuite);
    answerOnce(api);
    appsuiteRoutes(api, { ...services, signingKeys: deps.signingKeys, serviceKeys: deps.serviceTokens.keys });
    pairingRoutes(api, services.pairings);
    serviceTokenRoutes(api, services.serviceTokens);
    machineRoutes(api, { metrics, readiness: isReady });
  });
  await app.register(async (reporting) => {
    reporting.addHook('onRoute', takeSome);
    const api = reporting.withTypeProvider<TypeBoxTypeProvider>();
    api.addHook('onRoute', refuseUnnamedParameters);
    mailReportRoutes(api, services.mailReports);
  });
  await app.register(async (keyed) => {
    const api = keyed.withTypeProvider<TypeBoxTypeProvider>();
    api.addHook('onRoute', refuseUnnamedParameters);
    api.addHook('onRoute', askForKey);
    api.addHook('onRequest', createAuthenticate(em, deps.clock));
    api.addHook('onRequest', createPermit(services.access));
    answerOnce(api);
    api.addHook('preHandler', createPacing(services.refuseChanges));
    orderRoutes(api, services.orders);
    offerRoutes(api, services.offers);
    addressCorrectionRoutes(api, services.addressCorrections);
    orderFactRoutes(api, services.orderFacts);
    conversionRoutes(api, services.conversions);
    intentRoutes(api, services.intents, services.stateIntents);
    renewalRoutes(api, services.renewals);
    orderPlaceRoutes(api, services.orderPlaces);
    amendmentRoutes(api, services.amendments);
    emergencyRoutes(api, services.emergencies);
    unlockLinkRoutes(api, services.unlockLinks);
    applicationRoutes(api, services.applications);
    accountRoutes(api, services.accounts, services.sellers, services.history);
    accountWebhookRoutes(api, services.webhooks);
    brandRoutes(api, services.brand);
    mailRoutes(api, services.mailHistory);
    identityRoutes(api, services.identity);
    keyRoutes(api, services.keys);
    serverRoutes(api, services.servers);
    assignmentRoutes(api, services.assignments);
    offlineRoutes(api, services.offline);
    feedRoutes(api, services.feed, services.activity);
    searchRoutes(api, services.search);
    advisoryRoutes(api, services.advisories);
    todoRoutes(api, services.todo);
    // On its own, as no other route takes its kinds of bodies.
    await api.register(async (uploading) => batchRoutes(uploading, services.batches));
  });
  return app;

  function answerOnce(api: Api): void {
    const idempotency = createIdempotency(em);
    api.addHook('preHandler', idempotency.preHandler);
    api.addHook('onSend', idempotency.onSend);
  }
}

/** So many proxies in front, the nearest counted first. */
function fewerThan(proxies: number): (address: string, hop: number) => boolean {
  return (_address, hop) => hop < proxies;
}

/**
 * An AppSuite has no key yet: its caller is known by the token it presents, else by the key that it has made, where a route's
 * schema has one. Of any other body nobody knows what it holds.
 */
async function nameAppSuite(request: FastifyRequest): Promise<void> {
  if (!request.routeOptions.schema?.body) return;
  const { token, publicKey } = (request.body ?? {}) as { token?: string; publicKey?: PublicKey };
  if (token !== undefined) request.caller = `token/${hashOfToken(token)}`;
  else if (publicKey !== undefined) request.caller = `machine/${publicKey.x}`;
}

/** What whoever asks, without a key, can make us read. */
const LARGEST_OPEN_BODY_BYTES = 16_384;

/** What Resend reports of an e-mail has its recipients and its subject, and is authenticated by its body. */
const LARGEST_REPORT_BYTES = 65_536;

function takeSome(route: { bodyLimit?: number }): void {
  route.bodyLimit = LARGEST_REPORT_BYTES;
}

function takeLittle(route: { bodyLimit?: number }): void {
  route.bodyLimit ??= LARGEST_OPEN_BODY_BYTES;
}

/** Documents that a key is needed, and with which scope; a route that forgot its scope does not start. */
function askForKey(route: RouteOptions): void {
  const scope = route.config?.scope;
  if (!scope) throw new Error(`${route.method.toString()} ${route.url} names no scope`);
  route.schema = { security: [{ [KEY]: [scope] }], ...route.schema };
}

/** A route that names no query parameters takes none. */
function refuseUnnamedParameters(route: { schema?: { querystring?: unknown } }): void {
  route.schema = { querystring: Closed({}), ...route.schema };
}

/** A query string is text; these are the numbers in it. */
const NUMBERS = ['limit', 'wait'];

function parseQuery(text: string): Record<string, unknown> {
  const query: Record<string, unknown> = { ...parse(text) };
  for (const name of NUMBERS)
    if (typeof query[name] === 'string' && /^\d{1,9}$/.test(query[name])) query[name] = Number(query[name]);
  return query;
}
