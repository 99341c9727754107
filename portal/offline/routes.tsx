import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { onCustomer } from '../../services/permissions/permit.ts';
import { nameIn, type Catalogue } from '../../domain/catalogue/catalogue.ts';
import { WRONG_PASTES } from '../../domain/text/pasted.ts';
import { mayManageServers } from '../../domain/people/permissions.ts';
import { codeOf } from '../error-code.ts';
import type { FormBody } from '../form.ts';
import { NotFound, sendPage } from '../pages.tsx';
import { readText, type Query } from '../parts/list/query.ts';
import { sentenceOf } from '../refusals.ts';
import { viewerOf } from '../session/signed-in-only.ts';
import type { PageServices } from '../services.ts';
import { readUpload, wholeOf } from '../uploads.ts';
import { OfflinePage, type OfflineOutcome } from './page.tsx';

type Route = { Params: { id: string }; Querystring: Query };

/** More than any string of an AppSuite has. */
const LARGEST_FILE_BYTES = 262_144;

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
    const body = await readPasted(request);
    const outcome: OfflineOutcome = body
      ? await exchange(request, server.id, body)
      : { kind: 'refused', why: request.reader!.language.texts.next.tooLarge, detail: '' };
    if (outcome.kind === 'response' && body?.as === 'file')
      return reply
        .type('text/plain; charset=utf-8')
        .header('content-disposition', `attachment; filename="response-${server.id}.txt"`)
        .send(`${outcome.response}\n`);
    const { request: wanted = '', proof = '' } = outcome.kind === 'returned' ? {} : (body ?? {});
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
    const asked = { requestId: randomUUID(), by: viewerOf(request).by };
    try {
      if (body.proof) {
        await services.offline.return(server, body.proof, asked);
        return { kind: 'returned' };
      }
      const { response } = await services.offline.activate(server, body.request ?? '', asked);
      return { kind: 'response', response };
    } catch (error) {
      const { language, catalogue } = request.reader!;
      const { offline, refusals, words } = language.texts;
      const { reason, applications = '' } = detailsOf(error);
      const wrong = WRONG_PASTES.find((one) => one === reason);
      if (wrong) return { kind: 'refused', why: offline.unreadable, detail: offline.wrong[wrong] };
      const why = sentenceOf(refusals, codeOf(error));
      if (why === undefined) throw error;
      return { kind: 'refused', why, detail: namesOf(catalogue, applications, `${words.comma} `) };
    }
  }
}

/** What was pasted, or stands in the file that was chosen in its place; null where that is larger than any such string. */
async function readPasted(request: FastifyRequest): Promise<FormBody | null> {
  const { fields, file } = await readUpload(request, LARGEST_FILE_BYTES);
  if (!file) return fields;
  const content = await wholeOf(file);
  if (!content) return null;
  return { ...fields, [fields.proof === undefined ? 'request' : 'proof']: content.toString('utf8').trim() };
}

/** What a refusal says beside its code: what is wrong with what was pasted, which applications need a connection. */
function detailsOf(error: unknown): { reason?: string; applications?: string } {
  return (error as { about?: { details?: object } }).about?.details ?? {};
}

function namesOf(catalogue: Catalogue, applications: string, separator: string): string {
  const keys = applications.split(', ').filter(Boolean);
  return keys.map((key) => nameIn(catalogue, key)).join(separator);
}
