import type { FastifyInstance } from 'fastify';

/** Remembers the routes of an app, and says by which methods a path can be asked; none where nothing is. */
export function knowMethods(app: FastifyInstance): (path: string) => string[] {
  const known: { address: RegExp; methods: string[] }[] = [];
  app.addHook('onRoute', ({ url, method }) => {
    known.push({ address: addressOf(url), methods: [method].flat() });
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
