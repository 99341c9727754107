import type { FastifyInstance, FastifyRequest } from 'fastify';

const SAFE = ['GET', 'HEAD', 'OPTIONS'];

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The address is a secret that whoever has it may use: it is told to nobody, not even as a referrer to this site. */
    secretAddress?: boolean;
  }
}

/** A form that another site sent along with the reader's cookies; the code of its error page. */
class ForeignOrigin extends Error {
  readonly code = 'FOREIGN_ORIGIN';
}

/**
 * Refuses what another site makes a browser send (CSRF), by what browsers say and pages cannot forge: `Sec-Fetch-Site`,
 * else `Origin`. Who sends neither is no browser, and carries nobody's cookies. The rules are those of Go's
 * http.CrossOriginProtection; cookies with SameSite=Lax stand beside them.
 */
export function refuseForeignOrigins(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    // So that browsers name this origin when a form is posted; other sites still hear nothing.
    if (!request.routeOptions.config.secretAddress) reply.header('referrer-policy', 'same-origin');
    if (!SAFE.includes(request.method) && !isOurs(request)) throw new ForeignOrigin();
  });
}

function isOurs({ headers, host, routeOptions }: FastifyRequest): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  // What a browser says on a page that tells nobody its address.
  if (headers.origin === 'null') return routeOptions.config.secretAddress === true;
  return headers.origin === undefined || URL.parse(headers.origin)?.host === host;
}
