import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { onCustomer } from '../../services/permissions/permit.ts';
import { mayManageServers } from '../../domain/people/permissions.ts';
import { isShowable } from '../../domain/text/text.ts';
import { SERVER_ROLES, type ServerRole } from '../../domain/server/server.ts';
import { codeOf } from '../error-code.ts';
import { readForm } from '../form.ts';
import { Page } from '../layout.tsx';
import { sendPage, statusOf } from '../pages.tsx';
import { FormActions } from '../parts/form/form-actions.tsx';
import { Form } from '../parts/form/form.tsx';
import { Notice } from '../parts/said/notice.tsx';
import { readChoice, readName } from '../parts/list/query.ts';
import { ServerFields } from '../parts/form/server-fields.tsx';
import { useTexts } from '../reader.ts';
import { sentenceOf } from '../refusals.ts';
import { viewerOf } from '../session/signed-in-only.ts';
import type { PageServices } from '../services.ts';
import type { Server } from '../services.ts';

type Route = { Params: { id: string } };

/** What was typed; `key` makes the server once, however often the form is sent. */
type Typed = { name: string; role: ServerRole; key: string };

/** Why no server was made. */
type Failure = { kind: 'refused'; why: string } | { kind: 'made-before'; server: Server };

/** Registers a server before anything is assigned to it. */
export function registerNewServer(app: FastifyInstance, { accounts, servers }: PageServices): void {
  const path = '/customers/:id/servers/new';

  app.get<Route>(path, { config: onCustomer(mayManageServers) }, async (request, reply) => {
    const customer = await accounts.readAccount(request.params.id);
    return sendPage(reply, <NewServerPage customer={customer} typed={empty('production')} failure={null} />);
  });

  app.post<Route>(path, { config: onCustomer(mayManageServers) }, async (request, reply) => {
    const { id } = request.params;
    const { name = '', role, key = randomUUID() } = readForm(request);
    const typed: Typed = { name: readName(name), role: readChoice(role, SERVER_ROLES), key };
    const { refusals } = request.reader!.language.texts;
    const again = async (failure: Failure, status: number, shown = typed) =>
      sendPage(
        reply,
        <NewServerPage customer={await accounts.readAccount(id)} typed={shown} failure={failure} />,
        status,
      );
    const own = `${viewerOf(request).by} ${key}`;
    if (!isShowable(typed.name)) return again({ kind: 'refused', why: refusals.NAME_MISSING }, 422);
    try {
      const before = await servers.findRegistered(id, own);
      // A server keeps its name: by another one, the form asks for another server, and its sender has to know of both.
      if (before && (before.view.name !== typed.name || before.view.role !== typed.role))
        return again({ kind: 'made-before', server: before.view }, 409, { ...typed, key: randomUUID() });
      const { view } = before ?? (await servers.register(id, typed, viewerOf(request).by, own));
      return reply.redirect(`/customers/${id}/servers/${view.id}`, 303);
    } catch (error) {
      const why = sentenceOf(refusals, codeOf(error));
      if (why === undefined) throw error;
      return again({ kind: 'refused', why }, statusOf(error));
    }
  });
}

function empty(role: ServerRole): Typed {
  return { name: '', role, key: randomUUID() };
}

type PageProps = { customer: { id: string; name: string }; typed: Typed; failure: Failure | null };

function NewServerPage({ customer, typed, failure }: PageProps) {
  const { servers } = useTexts();
  const back = `/customers/${customer.id}`;
  return (
    <Page title={servers.addTitle} back={{ href: back, text: customer.name }}>
      {failure?.kind === 'refused' && <Notice kind="danger" title={failure.why} />}
      {failure?.kind === 'made-before' && (
        <Notice kind="danger" title={servers.addedBefore(failure.server.name)} text={servers.addedBeforeText}>
          <a href={`${back}/servers/${failure.server.id}`}>
            <bdi>{failure.server.name}</bdi>
          </a>
        </Notice>
      )}
      <Form className="card">
        <input type="hidden" name="key" value={typed.key} />
        <div className="card-body">
          <ServerFields name={typed.name} role={typed.role} required />
        </div>
        <FormActions button={servers.addButton} back={back} />
      </Form>
    </Page>
  );
}
