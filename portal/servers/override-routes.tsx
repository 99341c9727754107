import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { onServer } from '../../services/permissions/permit.ts';
import { mayOverrideOffline } from '../../domain/people/permissions.ts';
import { isShowable } from '../../domain/text/text.ts';
import { codeOf } from '../error-code.ts';
import { readForm } from '../form.ts';
import { NotFound, sendPage, statusOf } from '../pages.tsx';
import { ConfirmPage } from '../confirm.tsx';
import { TextField } from '../parts/form/fields.tsx';
import { readName } from '../parts/list/query.ts';
import { sentenceOf } from '../refusals.ts';
import { asksAgain } from '../session/asks-again.ts';
import { viewerOf } from '../session/signed-in-only.ts';
import type { PageServices } from '../services.ts';

type Route = { Params: { id: string; serverId: string } };
type Failure = { why: string; status: number };

const LONGEST_REASON = 200;

/** Frees what an offline server holds without its return: the vendor's to decide, with a reason that stays in its life. */
export function registerOverride(app: FastifyInstance, services: PageServices): void {
  const path = '/customers/:id/servers/:serverId/override';

  app.get<Route>(path, { config: onServer(mayOverrideOffline) }, (request, reply) => show(request, reply));

  app.post<Route>(path, { config: { ...onServer(mayOverrideOffline), ...asksAgain } }, async (request, reply) => {
    if (!(await find(request.params))) return sendPage(reply, <NotFound />, 404);
    const { refusals, servers } = request.reader!.language.texts;
    const reason = readName(reasonIn(request));
    if (!isShowable(reason)) return show(request, reply, { why: servers.overrideReasonMissing, status: 422 });
    const { id, serverId } = request.params;
    try {
      await services.offline.override(serverId, reason, { requestId: randomUUID(), by: viewerOf(request).by });
    } catch (error) {
      const why = sentenceOf(refusals, codeOf(error));
      if (why === undefined) throw error;
      return show(request, reply, { why, status: statusOf(error) });
    }
    return reply.redirect(`/customers/${id}/servers/${serverId}`, 303);
  });

  async function show(request: FastifyRequest<Route>, reply: FastifyReply, failure?: Failure) {
    const server = await find(request.params);
    if (!server) return sendPage(reply, <NotFound />, 404);
    const { servers: texts } = request.reader!.language.texts;
    return sendPage(
      reply,
      <ConfirmPage
        title={texts.overrideTitle}
        back={{ href: `/customers/${server.customer}/servers/${server.id}`, text: server.name }}
        consequences={texts.overrideConsequences}
        failure={failure?.why ?? null}
        button={texts.overrideButton}
      >
        <div className="mt-3">
          <TextField
            name="reason"
            label={texts.overrideReason}
            value={reasonIn(request)}
            maxLength={LONGEST_REASON}
            required
          />
        </div>
      </ConfirmPage>,
      failure?.status ?? 200,
    );
  }

  async function find({ id, serverId }: Route['Params']) {
    const { view } = await services.servers.readServer(serverId);
    return view.customer === id && view.state !== 'retired' ? view : null;
  }
}

function reasonIn(request: FastifyRequest): string {
  return readForm(request).reason ?? '';
}
