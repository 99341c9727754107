import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { onCustomer } from '../../api/services/permit.ts';
import { mayManageServers } from '../../domain/permissions.ts';
import { codeOf } from '../error-code.ts';
import { NotFound, sendPage } from '../pages.tsx';
import { formBody, type FormBody } from '../parts/form-body.ts';
import { readText, type Query } from '../parts/query.ts';
import type { PageServices } from '../services.ts';
import { OfflinePage, type OfflineOutcome } from './page.tsx';

type Route = { Params: { id: string }; Querystring: Query };

/** Activation of a server without a connection: people carry strings between this page and the AppSuite. */
export function registerOffline(app: FastifyInstance, services: PageServices): void {
  const path = '/customers/:id/offline';

  app.get<Route>(path, { config: onCustomer(mayManageServers) }, async (request, reply) => {
    const server = await find(request);
    if (!server) return sendPage(reply, <NotFound />, 404);
    return sendPage(
      reply,
      <OfflinePage customer={request.params} server={server} outcome={null} pasted={{ request: '', proof: '' }} />,
    );
  });

  app.post<Route>(path, { config: onCustomer(mayManageServers) }, async (request, reply) => {
    const server = await find(request);
    if (!server) return sendPage(reply, <NotFound />, 404);
    const body = formBody(request.body);
    const outcome = await exchange(request, server.id, body);
    const { request: wanted = '', proof = '' } = outcome.kind === 'refused' ? body : {};
    return sendPage(
      reply,
      <OfflinePage customer={request.params} server={server} outcome={outcome} pasted={{ request: wanted, proof }} />,
      outcome.kind === 'refused' ? 422 : 200,
    );
  });

  async function find({ params, query }: FastifyRequest<Route>) {
    const id = readText(query.server);
    if (id === '') return null;
    const { view } = await services.servers.readServer(id);
    return view.customer === params.id ? view : null;
  }

  async function exchange(request: FastifyRequest, server: string, body: FormBody): Promise<OfflineOutcome> {
    try {
      if (body.proof) {
        await services.offline.return(server, body.proof, randomUUID());
        return { kind: 'returned' };
      }
      const { response } = await services.offline.activate(server, body.request ?? '', randomUUID());
      return { kind: 'response', response };
    } catch (error) {
      const { offline, refusals } = request.reader!.language.texts;
      const code = codeOf(error);
      const why = code === 'INVALID_REQUEST' ? offline.unreadable : refusals[code];
      if (why === undefined) throw error;
      return { kind: 'refused', why, detail: detailOf(error) };
    }
  }
}

/** What the API says of a string that cannot be read; the names of applications that need a connection. */
function detailOf(error: unknown): string | null {
  const { about = {} } = error as { about?: { errors?: { message: string }[]; details?: { applications?: unknown } } };
  if (about.errors?.[0]) return `The string ${about.errors[0].message}.`;
  return typeof about.details?.applications === 'string' ? about.details.applications : null;
}
