import type { FastifyInstance } from 'fastify';
import { onServer } from '../../services/permissions/permit.ts';
import { suspendedShares } from '../../db/queries/pages/servers.ts';
import { mayManageServers, mayOverrideOffline } from '../../domain/people/permissions.ts';
import { readSaid } from '../parts/said/done.tsx';
import { doersOf } from '../session/doers.ts';
import { codeOf } from '../error-code.ts';
import { NotFound, sendPage } from '../pages.tsx';
import type { Query } from '../parts/list/query.ts';
import type { PageServices } from '../services.ts';
import { viewerOf } from '../session/signed-in-only.ts';
import { ServerPage } from './page.tsx';

type Route = { Params: { id: string; serverId: string }; Querystring: Query };

/** A server's page. */
export function registerServers(app: FastifyInstance, services: PageServices): void {
  app.get<Route>('/customers/:id/servers/:serverId', { config: onServer() }, async (request, reply) => {
    const { id, serverId } = request.params;
    const viewer = viewerOf(request);
    const [{ view: server }, customer, facts, events, suspended] = await Promise.all([
      services.servers.readServer(serverId),
      services.accounts.readAccount(id),
      services.customerFacts(viewer, id),
      services.lifeOfServer(serverId),
      suspendedShares(services.em(), id, services.clock()),
    ]);
    if (server.customer !== id) return sendPage(reply, <NotFound />, 404);
    const [doers, standing] = await Promise.all([doersOf(services, viewer, events), services.standingOf(server)]);
    const manages = mayManageServers(viewer, facts);
    return sendPage(
      reply,
      <ServerPage
        {...{ customer, server, standing, events, doers, suspended, manages, overrides: mayOverrideOffline(viewer) }}
        advisories={await services.advisories.affecting(server.version)}
        token={manages ? await tokenOf(serverId) : null}
        said={readSaid(request.query)}
      />,
    );
  });

  /** The Activation Token, where there is one. */
  async function tokenOf(id: string) {
    try {
      return await services.servers.readToken(id);
    } catch (error) {
      if (['NOTHING_ASSIGNED', 'SERVER_RETIRED'].includes(codeOf(error))) return null;
      throw error;
    }
  }
}
