import { mayManageKeys } from '../../../domain/people/permissions.ts';
import type { KeyService } from '../../../services/accounts/keys.ts';
import { actorOf, onAccount } from '../../../services/permissions/permit.ts';
import { Closed, Id, Nothing, Page, Paging } from '../../schemas/common.ts';
import { KeyView, MadeKey, NewKey } from '../../schemas/accounts/keys.ts';
import type { Api } from '../../types.ts';
import { askedBy } from '../asked-by.ts';

const ById = Closed({ id: Id });

/** The keys by which programs call for an account. */
export function keyRoutes(app: Api, keys: KeyService): void {
  const tags = ['Keys'];

  app.get(
    '/v1/accounts/:id/keys',
    {
      config: { scope: 'keys:write', ...onAccount(mayManageKeys) },
      schema: {
        ...{ tags, operationId: 'listKeys', summary: 'List the keys of an account that are not revoked' },
        params: ById,
        querystring: Closed(Paging),
        response: { 200: Page(KeyView) },
      },
    },
    async ({ params, query }) => keys.list(params.id, query),
  );

  app.post(
    '/v1/accounts/:id/keys',
    {
      config: { scope: 'keys:write', ...onAccount(mayManageKeys), answersSecret: true, isPaced: true },
      schema: {
        ...{ tags, operationId: 'makeKey', summary: 'Make a key for an account', params: ById, body: NewKey },
        ...{ problems: ['KEY_REVOKED', 'TOO_MANY_KEYS'], response: { 201: MadeKey } },
        description:
          'The key is told in this answer, and kept nowhere. What a key makes may no more and lives no longer than itself.',
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const made = await keys.make(actorOf(request), id, request.body, request.requestId!);
      return reply.code(201).header('cache-control', 'no-store').send(made);
    },
  );

  app.delete(
    '/v1/accounts/:id/keys/:key',
    {
      config: { scope: 'keys:write', ...onAccount(mayManageKeys) },
      schema: {
        ...{ tags, operationId: 'revokeKey', summary: 'Revoke a key', params: Closed({ id: Id, key: Id }) },
        response: { 204: Nothing('It is revoked') },
        description: 'It is refused from the next request on; keys that it made go on. Revoking it again is no error.',
      },
    },
    async (request, reply) => {
      await keys.revoke(request.params.id, request.params.key, askedBy(request));
      return reply.code(204).send();
    },
  );
}
