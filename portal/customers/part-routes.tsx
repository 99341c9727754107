import type { FastifyInstance } from 'fastify';
import { maySeeServers, mayManageServers, maySeePeople, type CustomerFacts } from '../../domain/permissions.ts';
import { onCustomer } from '../../services/permissions/permit.ts';
import type { Viewer } from '../../services/accounts/sessions.ts';
import { suspendedShares } from '../../db/queries/pages/servers.ts';
import { activityIn } from '../activity/routes.tsx';
import { sendPage } from '../pages.tsx';
import { advisedOf } from '../parts/advised.tsx';
import { readText, type Query } from '../parts/query.ts';
import type { PageServices } from '../services.ts';
import { viewerOf } from '../session/signed-in-only.ts';
import type { CustomerSight } from './head.tsx';
import { CustomerActivityPage, CustomerOrdersPage, CustomerServersPage } from './part-pages.tsx';

type Route = { Params: { id: string }; Querystring: Query };

const PAGE_ROWS = 50;

/** What a reader sees of a customer's parts. */
export function sightOfParts(viewer: Viewer, facts: CustomerFacts): CustomerSight {
  return { servers: maySeeServers(viewer, facts), people: maySeePeople(viewer, facts) };
}

/** The parts of a customer: its servers, its orders, and who did what there. */
export function registerCustomerParts(app: FastifyInstance, services: PageServices): void {
  app.get<Route>('/customers/:id/servers', { config: onCustomer(maySeeServers) }, async (request, reply) => {
    const viewer = viewerOf(request);
    const { id } = request.params;
    const facts = await services.customerFacts(viewer, id);
    const [customer, servers, suspended] = await Promise.all([
      services.accounts.readAccount(id),
      services.serversOf(id),
      suspendedShares(services.em(), id, services.clock()),
    ]);
    const advised = await advisedOf(services, servers);
    const manages = mayManageServers(viewer, facts);
    return sendPage(
      reply,
      <CustomerServersPage
        sees={sightOfParts(viewer, facts)}
        {...{ customer, servers, suspended, advised, manages }}
      />,
    );
  });

  app.get<Route>('/customers/:id/orders', { config: onCustomer() }, async (request, reply) => {
    const viewer = viewerOf(request);
    const { id } = request.params;
    const cursor = readText(request.query.cursor);
    const [facts, customer, { items, nextCursor }] = await Promise.all([
      services.customerFacts(viewer, id),
      services.accounts.readAccount(id),
      services.orders.listOrders(viewer, { customer: id }, { limit: PAGE_ROWS, ...(cursor && { cursor }) }),
    ]);
    return sendPage(
      reply,
      <CustomerOrdersPage sees={sightOfParts(viewer, facts)} orders={items} {...{ customer, cursor, nextCursor }} />,
    );
  });

  app.get<Route>('/customers/:id/activity', { config: onCustomer() }, async (request, reply) => {
    const viewer = viewerOf(request);
    const { id } = request.params;
    const [facts, customer, list] = await Promise.all([
      services.customerFacts(viewer, id),
      services.accounts.readAccount(id),
      activityIn(services, request, `/customers/${id}/activity`, id),
    ]);
    return sendPage(reply, <CustomerActivityPage sees={sightOfParts(viewer, facts)} {...{ customer, list }} />);
  });
}
