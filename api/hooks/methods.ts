import type { FastifyInstance } from 'fastify';

/**
 * Remembers the routes of an app, and says by which methods a path can be asked; none where nothing is. Fastify answers HEAD
 * where it answers GET alone, and of an address with and without a slash at its end tells some by that alone.
 */
export function knowMethods(app: FastifyInstance): (path: string) => string[] {
  const known: { address: RegExp; methods: string[] }[] = [];
  app.addHook('onRoute', ({ url, method }) => {
    const methods = [method].flat().flatMap((one) => (one === 'HEAD' ? ['GET', 'HEAD'] : one));
    known.push({ address: addressOf(url), methods });
  });
  return (path) => {
    const methods = known.flatMap((route) => (route.address.test(path) ? route.methods : []));
    return [...new Set(methods)].sort();
  };
}

/** Of a route's address as Fastify writes it, with `:name` for a part and `*` for the rest. */
function addressOf(url: string): RegExp {
  const parts = url.split(/(:\w+|\*)/).map((part) => {
    if (part.startsWith(':')) return '[^/]+';
    return part === '*' ? '.*' : part.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
  });
  return new RegExp(`^${parts.join('')}$`);
}
