import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { FastifyInstance, RouteOptions } from 'fastify';

/** What Fastify tells of each of its instances, before it has any route. */
const MADE = 'fastify.initialization';

/** A route as an app knows it, by one method. */
export type Route = Pick<RouteOptions, 'url' | 'config'> & { method: string };

/** Every route of the apps that are built meanwhile, as they themselves register them, with what was built. */
export async function withRoutes<Built>(build: () => Promise<Built>): Promise<{ built: Built; routes: Route[] }> {
  const routes: Route[] = [];
  const listen = (message: unknown) =>
    (message as { fastify: FastifyInstance }).fastify.addHook('onRoute', ({ method, url, config }) => {
      routes.push(...[method].flat().map((one) => ({ method: one, url, ...(config && { config }) })));
    });
  subscribe(MADE, listen);
  try {
    return { built: await build(), routes };
  } finally {
    unsubscribe(MADE, listen);
  }
}
