import type { FastifyInstance } from 'fastify';
import { onCustomer } from '../../services/permissions/permit.ts';
import { mayManageServers } from '../../domain/people/permissions.ts';
import { serverNames } from '../../db/queries/pages/servers.ts';
import { sendPage } from '../pages.tsx';
import { readSaid } from '../parts/said/done.tsx';
import { readText, type Query } from '../parts/list/query.ts';
import type { PageServices } from '../services.ts';
import { TokensPage } from './page.tsx';

type Route = { Params: { id: string }; Querystring: Query };

const PAGE_ROWS = 50;

/** The tokens of a customer's servers that wait for them, to be copied each and all. */
export function registerTokens(app: FastifyInstance, services: PageServices): void {
  app.get<Route>('/customers/:id/tokens', { config: onCustomer(mayManageServers) }, async (request, reply) => {
    const { id } = request.params;
    const cursor = readText(request.query.cursor);
    const said = readSaid(request.query);
    const [customer, { items, nextCursor }, names] = await Promise.all([
      services.accounts.readAccount(id),
      services.assignments.listWaitingTokens(id, { limit: PAGE_ROWS, ...(cursor && { cursor }) }),
      serverNames(services.em(), id),
    ]);
    const servers = [...names].map(([server, name]) => ({ id: server, name }));
    return sendPage(reply, <TokensPage {...{ customer, cursor, nextCursor, said, servers }} tokens={items} />);
  });
}
