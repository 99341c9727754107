import type { FastifyInstance, FastifyRequest } from 'fastify';

const SAFE = ['GET', 'HEAD', 'OPTIONS'];

/** A form that another site sent along with the reader's cookies; the code of its error page. */
export class ForeignOrigin extends Error {
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
    reply.header('referrer-policy', 'same-origin');
    if (!SAFE.includes(request.method) && !isOurs(request)) throw new ForeignOrigin();
  });
}

function isOurs({ headers, host }: FastifyRequest): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  return headers.origin === undefined || URL.parse(headers.origin)?.host === host;
}
