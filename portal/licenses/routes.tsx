import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { onCustomer } from '../../services/permissions/permit.ts';
import { suspendedOrders } from '../../db/queries/pages/customers.ts';
import { suspendedShares } from '../../db/queries/pages/servers.ts';
import {
  mayManageServers,
  maySeeOrder,
  maySeeServers,
  mayUnlock,
  sightOf,
  type OrderFacts,
} from '../../domain/people/permissions.ts';
import { sightOfParts } from '../parts/frame/customer-head.tsx';
import { readSaid } from '../parts/said/done.tsx';
import { named } from '../parts/said/applications.ts';
import { readChoice, readText, type Query } from '../parts/list/query.ts';
import { sendPage } from '../pages.tsx';
import type { PageServices } from '../services.ts';
import { viewerOf } from '../session/signed-in-only.ts';
import { advisedOf } from '../parts/said/advised.tsx';
import { licensesCsv } from './csv.ts';
import { SHOWS, SORTS, type LicenseFilter } from './license.ts';
import { LicensesPage } from './page.tsx';

type Route = { Params: { id: string }; Querystring: Query };

const PATHS = { overview: '/customers/:id', licenses: '/customers/:id/licenses' };

/** What a customer owns: the page, and the same as CSV. */
export function registerLicenses(app: FastifyInstance, services: PageServices): void {
  for (const tab of ['overview', 'licenses'] as const)
    app.get<Route>(PATHS[tab], { config: onCustomer() }, (request, reply) => show(tab, request, reply));

  async function show(tab: keyof typeof PATHS, request: FastifyRequest<Route>, reply: FastifyReply) {
    const [viewer, { catalogue }] = [viewerOf(request), request.reader!];
    const facts = await services.customerFacts(viewer, request.params.id);
    const sees = maySeeServers(viewer, facts);
    const [customer, licenses, servers, orders, suspended, suspendedOn] = await Promise.all([
      services.accounts.readAccount(request.params.id),
      services.licensesOf(viewer, request.params.id),
      sees ? services.serversOf(request.params.id) : null,
      services.orderFactsOf(request.params.id),
      suspendedOrders(services.em(), sightOf(viewer), request.params.id),
      sees ? suspendedShares(services.em(), request.params.id, services.clock()) : [],
    ]);
    const numbersOf = (may: (order: OrderFacts) => boolean) =>
      new Set([...orders].flatMap(([number, order]) => (may(order) ? [number] : [])));
    return sendPage(
      reply,
      <LicensesPage
        {...{ customer, servers, suspended, suspendedOn }}
        licenses={named(licenses, catalogue)}
        advised={await advisedOf(services, servers ?? [])}
        filter={readLicenseFilter(request.query)}
        manages={mayManageServers(viewer, facts)}
        opens={numbersOf((order) => maySeeOrder(viewer, order))}
        unlocks={numbersOf((order) => mayUnlock(viewer, order))}
        said={readSaid(request.query)}
        sees={sightOfParts(viewer, facts)}
        tab={tab}
        past={
          tab === 'licenses' ? named((await services.history.list(viewer, request.params.id)).items, catalogue) : []
        }
      />,
    );
  }

  app.get<Route>('/customers/:id/licenses.csv', { config: onCustomer() }, async (request, reply) => {
    const licenses = await services.licensesOf(viewerOf(request), request.params.id);
    const { language, catalogue } = request.reader!;
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="licenses-${request.params.id}.csv"`)
      .send(licensesCsv(named(licenses, catalogue), language));
  });
}

function readLicenseFilter({ q, show, sort }: Query): LicenseFilter {
  return { q: readText(q), show: readChoice(show, SHOWS), sort: readChoice(sort, SORTS) };
}
