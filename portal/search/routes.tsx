import type { FastifyInstance } from 'fastify';
import { everybody } from '../../services/permissions/permit.ts';
import { sendPage } from '../pages.tsx';
import { readText, type Query } from '../parts/list/query.ts';
import type { PageServices } from '../services.ts';
import { viewerOf } from '../session/signed-in-only.ts';
import { addressOfExactly } from './addresses.ts';
import { SearchPage } from './page.tsx';

/** Finds things, and opens at once what is the only one exactly so. */
export function registerSearch(app: FastifyInstance, { search }: PageServices): void {
  app.get<{ Querystring: Query }>('/search', { config: everybody }, async (request, reply) => {
    const q = readText(request.query.q);
    if (q === '') return sendPage(reply, <SearchPage q={q} found={null} />);
    const found = await search.search(viewerOf(request), q);
    const only = addressOfExactly(found);
    return only === null ? sendPage(reply, <SearchPage q={q} found={found} />) : reply.redirect(only, 303);
  });
}
