import type { MikroORM } from '@mikro-orm/postgresql';
import type { Client } from '@temporalio/client';
import { readiness } from '../readiness.ts';
import type { Metrics } from '../metrics.ts';
import type { Api } from '../types.ts';

/** What load balancers and monitoring read. */
export function machineRoutes(app: Api, deps: { orm: MikroORM; temporal: Client; metrics: Metrics }): void {
  const tags = ['Machines'];

  app.get('/healthz', { schema: { tags, summary: 'Whether the process is alive' } }, async () => ({ alive: true }));

  app.get('/readyz', { schema: { tags, summary: 'Whether everything it needs is there' } }, async (_request, reply) => {
    const answer = await readiness(deps.orm, deps.temporal);
    return reply.code(answer.ready ? 200 : 503).send(answer);
  });

  app.get('/metrics', { schema: { tags, summary: 'Numbers for Prometheus' } }, async (_request, reply) => {
    const { type, text } = await deps.metrics.read();
    return reply
      .type(type)
      .serializer((written: unknown) => written as string)
      .send(text);
  });
}
