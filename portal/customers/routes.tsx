import type { FastifyInstance } from 'fastify';
import { everybody } from '../../services/permissions/permit.ts';
import { sendPage } from '../pages.tsx';
import type { Query } from '../parts/list/query.ts';
import type { PageServices } from '../services.ts';
import { viewerOf } from '../session/signed-in-only.ts';
import { readCustomerFilter } from './filter.ts';
import { CustomersPage } from './page.tsx';

const PAGE_ROWS = 50;

/** The customers of a seller. */
export function registerCustomers(app: FastifyInstance, { todo }: PageServices): void {
  app.get<{ Querystring: Query }>('/customers', { config: everybody }, async (request, reply) => {
    const viewer = viewerOf(request);
    if (viewer.account.kind === 'customer') return reply.redirect(`/customers/${viewer.account.id}`, 303);
    const filter = readCustomerFilter(request.query);
    const rows = await todo.customers(viewer, {
      ...{ q: filter.q, sort: filter.sort },
      ...{ limit: PAGE_ROWS + 1, offset: (filter.page - 1) * PAGE_ROWS },
    });
    return sendPage(
      reply,
      <CustomersPage rows={rows.slice(0, PAGE_ROWS)} filter={filter} more={rows.length > PAGE_ROWS} />,
    );
  });
}
