import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { currentTrace } from '../../telemetry/logger.ts';
import { forRequest } from '../../temporal/requests.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Which answers of the route are worth a line, where not all of them are. */
    isLogged?: (reply: FastifyReply) => boolean;
  }
}

/** Whether the caller of a request got the answer. */
type Became = 'answered' | 'hung up';

/**
 * Writes a line for each request once it is answered: what was asked as the pattern of its route, which holds neither ids nor
 * secrets, what was answered, how long that took, who asked, and which workflows were told something for it. Who hangs up
 * before all of a request is read is not served; who does so later is, and the line says what would have been answered.
 * A route can leave out what is asked all the time and says nothing.
 */
export function logRequests(app: FastifyInstance): void {
  const logged = new WeakSet<FastifyRequest>();
  app.decorateRequest('underWay', null);

  app.addHook('onRequest', (request, reply, done) => {
    reply.raw.once('close', () => {
      if (reply.sent) log(request, reply, 'hung up');
      else if (!request.underWay) log(request, reply, 'hung up', null);
    });
    done();
  });
  app.addHook('preValidation', (request, reply, done) => {
    if (logged.has(request)) return void reply.hijack();
    request.underWay = { id: request.id, told: [] };
    forRequest(request.underWay, done);
  });
  app.addHook('onSend', async (request, reply) => {
    if (reply.raw.destroyed) log(request, reply, 'hung up');
  });
  app.addHook('onResponse', async (request, reply) => log(request, reply, 'answered'));

  function log(request: FastifyRequest, reply: FastifyReply, became: Became, status?: null): void {
    const { isLogged = () => true } = request.routeOptions.config;
    if (!logged.has(request) && isLogged(reply)) logRequest(request, reply, became, status);
    logged.add(request);
  }
}

/** The line of a request; `status` is null where it has none. */
export function logRequest(
  request: FastifyRequest,
  reply: FastifyReply,
  became: Became,
  status: number | null = reply.statusCode,
): void {
  const { method, routeOptions, actor, underWay } = request;
  request.log.info(
    {
      ...{ method, route: routeOptions.url ?? null, status, ms: Math.round(reply.elapsedTime * 10) / 10 },
      ...{ by: actor?.by ?? null },
      ...(underWay && underWay.told.length > 0 && { workflows: underWay.told }),
      // Outside of the request's context nothing else names it.
      ...(underWay?.traceId && !currentTrace().traceId && { traceId: underWay.traceId }),
    },
    became,
  );
}
