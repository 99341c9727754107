import { context, propagation, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import type { FastifyInstance } from 'fastify';

/**
 * Makes a span of each request that is carried out, named by the pattern of its route as the access log has it; what is asked
 * all the time and says nothing has none. It goes on a trace that a caller with a key or a session names (W3C `traceparent`);
 * a stranger cannot have requests traced that would not be.
 */
export function traceRequests(app: FastifyInstance): void {
  const tracer = trace.getTracer('cloud-licensing/api');

  app.addHook('preValidation', (request, reply, done) => {
    const { method, routeOptions, actor, underWay } = request;
    const { url, config } = routeOptions;
    if (config.isLogged) return done();
    const caller = actor ? propagation.extract(ROOT_CONTEXT, request.headers) : ROOT_CONTEXT;
    const span = tracer.startSpan(
      `${method} ${url ?? 'none'}`,
      {
        kind: SpanKind.SERVER,
        startTime: Date.now() - reply.elapsedTime,
        attributes: { 'http.request.method': method, 'http.route': url, requestId: request.id },
      },
      caller,
    );
    if (underWay) underWay.traceId = span.spanContext().traceId;
    reply.raw.once('close', () => {
      span.setAttribute('http.response.status_code', reply.statusCode);
      if (reply.statusCode >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    });
    context.with(trace.setSpan(caller, span), done);
  });
}
