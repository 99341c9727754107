import type { FastifyInstance, FastifyRequest } from 'fastify';
import { unstorableIn } from '../../domain/text/text.ts';
import { checkEncoded, keepable, textOf } from '../../services/input.ts';
import { ProblemError } from '../../services/problems/problems.ts';
import { parseJson } from '../../services/strict-json.ts';

/**
 * Every text of every request passes here, whoever the caller is and before anybody asks who: what the database and
 * workflows cannot keep is refused, an address that names it is nobody's. JSON is read strictly; no other kind of body is
 * taken, unless a part of the app adds it.
 */
export function checkInput(app: FastifyInstance): void {
  app.addHook('onRequest', async ({ params, query, raw }) => {
    if (unstorableIn(params) !== null) throw new ProblemError('NOT_FOUND');
    const [, encoded] = (raw.url ?? '').split('?', 2);
    if (encoded === undefined) return;
    checkEncoded(encoded);
    keepable(query);
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
