import Type, { type Static } from 'typebox';
import { Alive, Readiness } from '../../schemas/servers/machines.ts';
import type { Metrics } from '../../metrics.ts';
import type { Api } from '../../types.ts';

/** What load balancers and monitoring read. */
export function machineRoutes(
  app: Api,
  deps: { metrics: Metrics; readiness: () => Promise<Static<typeof Readiness>> },
): void {
  const tags = ['Machines'];

  app.get(
    '/healthz',
    {
      schema: {
        tags,
        operationId: 'readHealth',
        summary: 'Whether the process is alive',
        description: 'Asks nothing else.',
        response: { 200: Alive },
      },
    },
    async () => ({ alive: true as const }),
  );

  app.get(
    '/readyz',
    {
      schema: {
        tags,
        operationId: 'readReadiness',
        summary: 'Whether everything it needs is there',
        description: 'What is not there says what to do about it.',
        response: { 200: Readiness, 503: Readiness },
      },
    },
    async (_request, reply) => {
      const answer = await deps.readiness();
      return reply.code(answer.ready ? 200 : 503).send(answer);
    },
  );

  app.get(
    '/metrics',
    {
      schema: {
        tags,
        operationId: 'readMetrics',
        summary: 'Numbers for Prometheus',
        description: 'Node’s own, and how long requests took, by route.',
        response: { 200: Type.String({ contentMediaType: 'text/plain' }) },
      },
    },
    async (_request, reply) => {
      const { type, text } = await deps.metrics.read();
      return reply
        .type(type)
        .serializer((written: unknown) => written as string)
        .send(text);
    },
  );
}
