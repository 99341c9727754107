import { FoundView, SearchQuery } from '../schemas/search.ts';
import type { SearchService } from '../../services/search/search.ts';
import { actorOf, everybody } from '../../services/permissions/permit.ts';
import type { Api } from '../types.ts';

/** Whatever somebody has a name or a number of. */
export function searchRoutes(app: Api, search: SearchService): void {
  app.get(
    '/v1/search',
    {
      config: { scope: 'orders:read', ...everybody },
      schema: {
        ...{
          tags: ['Search'],
          operationId: 'search',
          summary: 'Find orders, accounts, servers and people by a name or a number',
        },
        description:
          'Each caller finds what its lists show. Accounts and people take a key with `accounts:read` as well, servers one with `licenses:read`, tokens one with `servers:write`; what a key is not made for is left out.',
        querystring: SearchQuery,
        response: { 200: FoundView },
      },
    },
    async (request) => search.search(actorOf(request), request.query.q, request.query.limit),
  );
}
