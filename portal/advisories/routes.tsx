import type { FastifyInstance } from 'fastify';
import { everybody } from '../../services/permissions/permit.ts';
import { readText, type Query } from '../parts/list/query.ts';
import { sendPage } from '../pages.tsx';
import type { PageServices } from '../services.ts';
import { viewerOf } from '../session/signed-in-only.ts';
import { AdvisoriesPage } from './list-page.tsx';
import { AdvisoryPage } from './page.tsx';

const PAGE_ROWS = 100;

/** Advisories, and a page each, which everybody reads; its servers are those that the reader sees. */
export function registerAdvisories(app: FastifyInstance, { advisories }: PageServices): void {
  app.get<{ Querystring: Query }>('/advisories', { config: everybody }, async (request, reply) => {
    const cursor = readText(request.query.cursor) || undefined;
    return sendPage(reply, <AdvisoriesPage {...await advisories.list(false, { limit: PAGE_ROWS, cursor })} />);
  });

  app.get<{ Params: { id: string }; Querystring: Query }>(
    '/advisories/:id',
    { config: everybody },
    async (request, reply) => {
      const { id } = request.params;
      const cursor = readText(request.query.cursor) || undefined;
      const [advisory, events, { items, nextCursor }] = await Promise.all([
        advisories.read(id),
        advisories.life(id),
        advisories.listServers(viewerOf(request), id, { limit: PAGE_ROWS, cursor }),
      ]);
      return sendPage(reply, <AdvisoryPage {...{ advisory, events, nextCursor }} servers={items} />);
    },
  );
}
