import { mayManageServers, mayOverrideOffline } from '../../domain/permissions.ts';
import { Closed, Id } from '../schemas/common.ts';
import { OfflineOverride, OfflineRequest, OfflineResponse, OfflineReturn } from '../schemas/offline.ts';
import { ServerView } from '../schemas/servers.ts';
import { onServer } from '../../services/permissions/permit.ts';
import type { OfflineService } from '../../services/servers/offline.ts';
import type { Api } from '../types.ts';
import { askedBy } from './asked-by.ts';
import { sendServer } from './servers.ts';

const ById = Closed({ id: Id });

/** Servers without a network: what people carry to and from them. */
export function offlineRoutes(app: Api, offline: OfflineService): void {
  const tags = ['Smart Account'];

  app.post(
    '/v1/servers/:id/offline-activations',
    {
      config: { scope: 'servers:write', ...onServer(mayManageServers) },
      schema: {
        ...{ tags, summary: 'Answer the request of a server without a network', params: ById, body: OfflineRequest },
        description: 'The same request is answered with the very same text until what it gave is returned.',
        response: { 201: OfflineResponse },
      },
    },
    async (request, reply) =>
      reply.code(201).send(await offline.activate(request.params.id, request.body.request, askedBy(request))),
  );

  app.post(
    '/v1/servers/:id/offline-returns',
    {
      config: { scope: 'servers:write', ...onServer(mayManageServers) },
      schema: {
        ...{ tags, summary: 'Take back what an offline server holds', params: ById, body: OfflineReturn },
        response: { 201: ServerView },
      },
    },
    async (request, reply) =>
      sendServer(reply.code(201), await offline.return(request.params.id, request.body.proof, askedBy(request))),
  );

  app.post(
    '/v1/servers/:id/offline-override',
    {
      config: { scope: 'servers:write', ...onServer(mayOverrideOffline) },
      schema: {
        ...{ tags, summary: 'Free what an offline server holds, without its return', params: ById },
        body: OfflineOverride,
        response: { 201: ServerView },
      },
    },
    async (request, reply) =>
      sendServer(reply.code(201), await offline.override(request.params.id, request.body.reason, askedBy(request))),
  );
}
