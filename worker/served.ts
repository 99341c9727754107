import Fastify, { type FastifyInstance } from 'fastify';

/**
 * What a worker answers to those who watch it, on a port of its own that nobody else is to reach: whether it is alive, whether
 * it can work, and its numbers.
 */
export function buildServed(deps: {
  /** What is not ready says what to do about it. */
  readiness: () => Promise<{ ready: boolean }>;
  metrics: () => Promise<{ type: string; text: string }>;
}): FastifyInstance {
  const app = Fastify({ forceCloseConnections: true });
  app.get('/healthz', async () => ({ alive: true }));
  app.get('/readyz', async (_request, reply) => {
    const answer = await deps.readiness();
    return reply.code(answer.ready ? 200 : 503).send(answer);
  });
  app.get('/metrics', async (_request, reply) => {
    const { type, text } = await deps.metrics();
    return reply.type(type).send(text);
  });
  return app;
}
