import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { onCustomer } from '../../api/services/permit.ts';
import { mayManageServers } from '../../domain/permissions.ts';
import { SERVER_ROLES } from '../../domain/server/server.ts';
import { ServerFields } from '../assign/new-server.tsx';
import { Page } from '../layout.tsx';
import { sendPage } from '../pages.tsx';
import { Form } from '../parts/form.tsx';
import { formBody } from '../parts/form-body.ts';
import { Notice } from '../parts/notice.tsx';
import { readChoice, readText } from '../parts/query.ts';
import { useTexts } from '../reader.ts';
import type { PageServices } from '../services.ts';

type Route = { Params: { id: string } };

/** Registers a server before anything is assigned to it. */
export function registerNewServer(app: FastifyInstance, { accounts, servers }: PageServices): void {
  const path = '/customers/:id/servers/new';

  app.get<Route>(path, { config: onCustomer(mayManageServers) }, async (request, reply) =>
    sendPage(reply, <NewServerPage customer={await accounts.readAccount(request.params.id)} role="production" />),
  );

  app.post<Route>(path, { config: onCustomer(mayManageServers) }, async (request, reply) => {
    const { id } = request.params;
    const { name = '', role, key = randomUUID() } = formBody(request.body);
    const wanted = { name: readText(name).slice(0, 200), role: readChoice(role, SERVER_ROLES) };
    if (wanted.name === '')
      return sendPage(
        reply,
        <NewServerPage customer={await accounts.readAccount(id)} role={wanted.role} failed />,
        422,
      );
    const { view } = await servers.register(id, wanted, key);
    return reply.redirect(`/customers/${id}/servers/${view.id}`, 303);
  });
}

type PageProps = { customer: { id: string; name: string }; role: string; failed?: boolean };

function NewServerPage({ customer, role, failed = false }: PageProps) {
  const { servers, assign } = useTexts();
  const back = `/customers/${customer.id}`;
  return (
    <Page title={servers.addTitle} back={{ href: back, text: customer.name }}>
      {failed && <Notice kind="danger" title={assign.nameMissing} />}
      <Form className="card">
        <input type="hidden" name="key" value={randomUUID()} />
        <div className="card-body">
          <ServerFields name="" role={role} required />
        </div>
        <div className="card-footer d-flex flex-wrap gap-2">
          <button className="btn btn-primary action">{servers.addButton}</button>
          <a className="btn btn-link action" href={back}>
            {assign.cancel}
          </a>
        </div>
      </Form>
    </Page>
  );
}
