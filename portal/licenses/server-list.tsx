import type { FastifyInstance } from 'fastify';
import { suspendedShares, type SuspendedShare } from '../../db/queries/pages/servers.ts';
import { mayManageServers, maySeeServers } from '../../domain/people/permissions.ts';
import { onCustomer } from '../../services/permissions/permit.ts';
import { Page } from '../layout.tsx';
import { sendPage } from '../pages.tsx';
import { advisedOf, type Advised } from '../parts/said/advised.tsx';
import { sightOfParts, useCustomerHead, type CustomerSight } from '../parts/frame/customer-head.tsx';
import { Live } from '../parts/said/live.tsx';
import type { PageServices, Server } from '../services.ts';
import { viewerOf } from '../session/signed-in-only.ts';
import { ServerList } from './servers.tsx';

/** The servers of a customer, on a page of their own. */
export function registerServerList(app: FastifyInstance, services: PageServices): void {
  app.get<{ Params: { id: string } }>(
    '/customers/:id/servers',
    { config: onCustomer(maySeeServers) },
    async (request, reply) => {
      const viewer = viewerOf(request);
      const { id } = request.params;
      const [facts, customer, servers, suspended] = await Promise.all([
        services.customerFacts(viewer, id),
        services.accounts.readAccount(id),
        services.serversOf(id),
        suspendedShares(services.em(), id, services.clock()),
      ]);
      const advised = await advisedOf(services, servers);
      const [sees, manages] = [sightOfParts(viewer, facts), mayManageServers(viewer, facts)];
      return sendPage(reply, <ServersPage {...{ customer, sees, servers, suspended, advised, manages }} />);
    },
  );
}

type ServersPageProps = {
  customer: { id: string; name: string };
  sees: CustomerSight;
  servers: readonly Server[];
  suspended: readonly SuspendedShare[];
  advised: Advised;
  manages: boolean;
};

function ServersPage({ customer, sees, ...servers }: ServersPageProps) {
  return (
    <Page {...useCustomerHead(customer, 'servers', sees)} wide>
      <Live>
        <ServerList customer={customer.id} hasLicenses {...servers} />
      </Live>
    </Page>
  );
}
