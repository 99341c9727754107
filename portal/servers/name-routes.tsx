import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { onServer } from '../../services/permissions/permit.ts';
import { mayManageServers } from '../../domain/people/permissions.ts';
import { SERVER_ROLES, type ServerRole } from '../../domain/server/server.ts';
import { isShowable } from '../../domain/text/text.ts';
import { codeOf } from '../error-code.ts';
import { readForm } from '../form.ts';
import { Page } from '../layout.tsx';
import { NotFound, sendPage, statusOf } from '../pages.tsx';
import { Select } from '../parts/form/fields.tsx';
import { FormActions } from '../parts/form/form-actions.tsx';
import { Form } from '../parts/form/form.tsx';
import { Notice } from '../parts/said/notice.tsx';
import { readChoice, readName } from '../parts/list/query.ts';
import { ServerFields } from '../parts/form/server-fields.tsx';
import { useTexts } from '../reader.ts';
import { sentenceOf } from '../refusals.ts';
import type { PageServices, Server } from '../services.ts';
import { readTestUnits, TestUnitsFields } from './test-units.tsx';
import { viewerOf } from '../session/signed-in-only.ts';

type Route = { Params: { id: string; serverId: string } };
type Typed = { name: string; role: ServerRole; standbyFor: string | null; testUnits: string[] };

/** A server that another one can stand by for. */
type Other = Pick<Server, 'id' | 'name'>;

/** Gives a server another name or role. */
export function registerServerName(
  app: FastifyInstance,
  { servers, serversOf }: Pick<PageServices, 'servers' | 'serversOf'>,
): void {
  const path = '/customers/:id/servers/:serverId/change';

  app.get<Route>(path, { config: onServer(mayManageServers) }, (request, reply) => show(request, reply));

  app.post<Route>(path, { config: onServer(mayManageServers) }, async (request, reply) => {
    const { id, serverId } = request.params;
    const form = readForm(request);
    const { name = '', role, standbyFor = '' } = form;
    const typed = {
      ...{ name: readName(name), role: readChoice(role, SERVER_ROLES) },
      standbyFor: role === 'redundancy' && standbyFor !== '' ? standbyFor : null,
      testUnits: readTestUnits(form),
    };
    const { refusals } = request.reader!.language.texts;
    const server = await find(request.params);
    if (!server) return sendPage(reply, <NotFound />, 404);
    if (!isShowable(typed.name)) return show(request, reply, { typed, why: refusals.NAME_MISSING, status: 422 });
    try {
      const { standbyFor: stands, testUnits: chosen, ...named } = typed;
      // What it has goes with its role; what is chosen anew for another role is refused.
      const testUnits = named.role === 'test' ? chosen : chosen.filter((one) => !server.testUnits.includes(one));
      const change = { ...named, testUnits, ...(stands !== server.standbyFor && { standbyFor: stands }) };
      await servers.change(serverId, change, { requestId: randomUUID(), by: viewerOf(request).by });
    } catch (error) {
      const why = sentenceOf(refusals, codeOf(error));
      if (why === undefined) throw error;
      return show(request, reply, { typed, why, status: statusOf(error) });
    }
    return reply.redirect(addressOf(id, serverId), 303);
  });

  async function show(
    request: FastifyRequest<Route>,
    reply: FastifyReply,
    refused: { typed: Typed; why: string; status: number } | null = null,
  ) {
    const server = await find(request.params);
    if (!server) return sendPage(reply, <NotFound />, 404);
    const others = (await serversOf(server.customer)).filter(({ id, standbyFor }) => id !== server.id && !standbyFor);
    const page = <ServerNamePage {...{ server, others }} typed={refused?.typed ?? server} why={refused?.why ?? null} />;
    return sendPage(reply, page, refused?.status ?? 200);
  }

  /** A server of this customer that can still be changed. */
  async function find({ id, serverId }: Route['Params']): Promise<Server | null> {
    const { view } = await servers.readServer(serverId);
    return view.customer === id && view.state !== 'retired' ? view : null;
  }
}

function addressOf(customer: string, server: string): string {
  return `/customers/${customer}/servers/${server}`;
}

type ServerNamePageProps = { server: Server; others: readonly Other[]; typed: Typed; why: string | null };

function ServerNamePage({ server, others, typed, why }: ServerNamePageProps) {
  const { servers, standby } = useTexts();
  const words = { '': standby.nobody, ...Object.fromEntries(others.map(({ id, name }) => [id, name])) };
  const back = addressOf(server.customer, server.id);
  return (
    <Page title={servers.change} back={{ href: back, text: server.name }}>
      {why !== null && <Notice kind="danger" title={why} />}
      <Form className="card">
        <div className="card-body">
          <ServerFields name={typed.name} role={typed.role} required />
          {others.length > 0 && (
            <Select
              name="standbyFor"
              label={standby.standsBy}
              value={typed.standbyFor ?? ''}
              options={['', ...others.map(({ id }) => id)]}
              words={words}
            />
          )}
          {server.standbyFor !== null && <p className="text-secondary">{standby.whileItRuns}</p>}
          <TestUnitsFields chosen={typed.testUnits} />
        </div>
        <FormActions button={servers.changeButton} back={back} />
      </Form>
    </Page>
  );
}
