import { ACTIVATION_REFUSALS } from '../../../domain/refusal.ts';
import { mayManageServers, mayOverrideOffline } from '../../../domain/people/permissions.ts';
import { Closed, Id } from '../../schemas/common.ts';
import { OfflineOverride, OfflineRequest, OfflineResponse, OfflineReturn } from '../../schemas/servers/offline.ts';
import { ServerView } from '../../schemas/servers/servers.ts';
import { onServer } from '../../../services/permissions/permit.ts';
import type { OfflineService } from '../../../services/servers/offline.ts';
import type { Api } from '../../types.ts';
import { askedBy } from '../asked-by.ts';
import { CHANGE_REFUSALS, sendServer } from './servers.ts';

const ById = Closed({ id: Id });

const RETURN_REFUSALS = [...CHANGE_REFUSALS, 'ALREADY_RETURNED', 'OTHER_DOCUMENT_OUT'] as const;

/** Servers without a network: what people carry to and from them. */
export function offlineRoutes(app: Api, offline: OfflineService): void {
  const tags = ['Servers'];

  app.post(
    '/v1/servers/:id/offline-activations',
    {
      config: { scope: 'servers:write', ...onServer(mayManageServers) },
      schema: {
        ...{ tags, operationId: 'activateOffline', summary: 'Answer the request of a server without a network' },
        ...{ params: ById, body: OfflineRequest },
        problems: [...CHANGE_REFUSALS, ...ACTIVATION_REFUSALS, 'TOKEN_UNKNOWN'],
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
        ...{ tags, operationId: 'returnOffline', summary: 'Take back what an offline server holds' },
        ...{ params: ById, body: OfflineReturn },
        ...{ answersWith: ['ETag'], problems: RETURN_REFUSALS },
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
        ...{ tags, operationId: 'overrideOffline', summary: 'Free what an offline server holds, without its return' },
        ...{ params: ById, body: OfflineOverride },
        ...{ answersWith: ['ETag'], problems: RETURN_REFUSALS },
        response: { 201: ServerView },
      },
    },
    async (request, reply) =>
      sendServer(reply.code(201), await offline.override(request.params.id, request.body.reason, askedBy(request))),
  );
}
