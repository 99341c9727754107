import type { IncomingMessage } from 'node:http';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { unstorableIn } from '../../domain/text/text.ts';
import { checkEncoded, keepable, textOf } from '../../services/input.ts';
import { ProblemError } from '../../services/problems/problems.ts';
import { parseJson } from '../../services/strict-json.ts';
import { CHANGING } from './idempotency.ts';

/** Of these Node gives the first where several stand there: whoever is in front may have gone by another. */
const SAID_ONCE = ['authorization', 'content-type', 'host'];

/**
 * Every text of every request passes here, whoever the caller is and before anybody asks who: what the database and
 * workflows cannot keep is refused, an address that names it is nobody's. JSON is read strictly; no other kind of body is
 * taken, unless a part of the app adds it, and none that is packed.
 */
export function checkInput(app: FastifyInstance): void {
  app.addHook('onRequest', async ({ raw }, reply) => {
    if (isPlain(raw)) return;
    reply.header('connection', 'close');
    throw new ProblemError('MALFORMED_REQUEST');
  });

  app.addHook('onRequest', async ({ params, query, raw }) => {
    if (unstorableIn(params) !== null) throw new ProblemError('NOT_FOUND');
    // As the router tells them apart: by the first of either sign, and whatever stands behind more of them.
    const [, encoded] = /[?#](.*)/s.exec(raw.url ?? '') ?? [];
    if (encoded === undefined) return;
    checkEncoded(encoded);
    keepable(query);
  });

  app.addHook('preParsing', async ({ method, headers }, reply) => {
    const coding = headers['content-encoding'] ?? 'identity';
    if (!CHANGING.includes(method) || coding.trim().toLowerCase() === 'identity') return;
    reply.header('accept-encoding', 'identity');
    throw new ProblemError('UNSUPPORTED_CONTENT_TYPE');
  });

  // A text that came in whole is covered by a signature, and is read by whoever verifies it.
  app.addHook('preValidation', async (request) => {
    // What is read item by item is checked so, too: one that cannot be kept says nothing of the others.
    if (request.routeOptions.config.readsItems) return;
    if (typeof request.body === 'object') request.body = keepable(request.body);
  });

  app.removeAllContentTypeParsers();
  app.addContentTypeParser<Buffer>(
    'application/json',
    { parseAs: 'buffer' },
    // Programs say of nothing, too, that it is JSON.
    async ({ headers }: FastifyRequest, bytes: Buffer) =>
      bytes.length === 0 ? undefined : parseJson(textOf(bytes, headers['content-type'])),
  );
}

/** Whether it names its host, and says once what may be said once (RFC 9112, section 3.2; RFC 9110, section 5.3). */
function isPlain({ httpVersion, headers, rawHeaders }: IncomingMessage): boolean {
  const names = rawHeaders.filter((_, index) => index % 2 === 0).map((name) => name.toLowerCase());
  const isSaidTwice = SAID_ONCE.some((name) => names.indexOf(name) !== names.lastIndexOf(name));
  return !isSaidTwice && (headers.host !== undefined || httpVersion === '1.0');
}
