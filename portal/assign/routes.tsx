import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { hashOfJson } from '../../services/canonical.ts';
import { onCustomer } from '../../services/permissions/permit.ts';
import { namesOfDoers } from '../../db/queries/pages/people.ts';
import { serverPlaces } from '../../db/queries/pages/servers.ts';
import { mayManageServers } from '../../domain/permissions.ts';
import { SERVER_ROLES } from '../../domain/server/server.ts';
import { readForm, type FormBody } from '../form.ts';
import { NotFound, RefusedPage, sendPage } from '../pages.tsx';
import { writeDone, type Done } from '../parts/done.tsx';
import { heldBy } from '../parts/held.tsx';
import { readChoice, readName, readText, type Query } from '../parts/query.ts';
import type { PageServices } from '../services.ts';
import { leadsBackTo } from '../session/find-readers.ts';
import { viewerOf } from '../session/signed-in-only.ts';
import { applyWishes } from './set-capacities.ts';
import { wishesOf, type Filled, type NewServerWish, type Outcome, type Wish } from './capacity-form.ts';
import { choicesOfApplication, choicesOfServer } from './list-choices.ts';
import { atItsField, attemptAfter, refusalIn, subjectOf } from './form-again.ts';
import { makeServer } from './make-server.ts';
import { AssignPage } from './page.tsx';

type Route = { Params: { id: string }; Querystring: Query };

const NOTHING_FILLED: Filled = { typed: {}, outcomes: {}, made: null, undo: false };

/** Gives capacity to servers: the form, what it does, and its undo. */
export function registerAssign(app: FastifyInstance, services: PageServices): void {
  app.get<Route>('/customers/:id/assign', { config: onCustomer(mayManageServers) }, async (request, reply) => {
    const { application, server } = request.query;
    const page = await write(request, { application: readText(application), server: readText(server) });
    return page ? sendPage(reply, page) : sendPage(reply, <NotFound />, 404);
  });

  app.post<Route>('/customers/:id/assign', { config: onCustomer(mayManageServers) }, async (request, reply) => {
    const body = readForm(request);
    const customer = request.params.id;
    const viewer = viewerOf(request);
    const attempt = body.attempt ?? '';
    const { wishes, unreadable } = wishesOf(body);
    const set = async ({ server, application, capacity, seq }: Wish) => {
      await belongs(server, customer);
      const requestId = hashOfJson([viewer.by, body.key ?? '', attempt, server, application, capacity, seq]);
      return services.setCapacity(viewer, { server, application, capacity, seq }, requestId);
    };
    const heldNow = async ({ server, application }: Wish) =>
      heldBy((await services.servers.readServer(server)).view, application);
    const { done, outcomes } = await applyWishes(wishes, set, heldNow);
    for (const field of unreadable) outcomes[field] = { kind: 'not-a-number' };
    const wish = newServerOf(body);
    const application = body.application ?? '';
    const made =
      application && (wish.name !== '' || wish.capacity !== '')
        ? await makeServer(services, viewer, { customer, application, wish, attempt })
        : null;
    if (made) outcomes.new = made.outcome;
    await nameDoers(outcomes, viewer.account.id);
    if (Object.values(outcomes).every(({ kind }) => kind === 'done'))
      return reply.redirect(after(customer, body, [...done, ...(made?.done ?? [])]), 303);
    const about = { ...body, ...subjectOf(body, outcomes) };
    const undo = body.undo !== undefined;
    leadsBackTo(request, addressOf(customer, about));
    const page = await write(request, about, { typed: body, outcomes, made: made?.server ?? null, undo });
    if (page) return sendPage(reply, page, 409);
    const code = refusalIn(outcomes);
    return code ? sendPage(reply, <RefusedPage code={code} />, 409) : sendPage(reply, <NotFound />, 404);
  });

  /** The form, with what was typed and what became of it; null where there is no such server, or nothing to assign. */
  async function write(request: FastifyRequest<Route>, about: FormBody, filled = NOTHING_FILLED) {
    const viewer = viewerOf(request);
    const { id } = request.params;
    const [customer, licenses, servers, places] = await Promise.all([
      services.accounts.readAccount(id),
      services.licensesOf(viewer, id),
      services.serversOf(id),
      serverPlaces(services.em(), id),
    ]);
    const known = { licenses, servers, places, texts: request.reader!.language.texts };
    const { server = '', application = '' } = about;
    const found = server ? choicesOfServer(server, known) : choicesOfApplication(application, known);
    if (!found) return null;
    const made = found.choices.find((choice) => choice.server === filled.made);
    return (
      <AssignPage
        {...{ customer, ...found }}
        filled={made ? atItsField(filled, made) : filled}
        newServer={newServerOf(made ? {} : about)}
        attempt={attemptAfter(filled.outcomes, about.attempt)}
      />
    );
  }

  async function belongs(server: string, customer: string): Promise<void> {
    const { view } = await services.servers.readServer(server);
    if (view.customer !== customer)
      throw Object.assign(new Error('A server of another customer'), { code: 'NOT_FOUND' });
  }

  /** Who changed something is called as a reader of the account may know them. */
  async function nameDoers(outcomes: Record<string, Outcome>, reader: string): Promise<void> {
    for (const outcome of Object.values(outcomes))
      if (outcome.kind === 'changed' && outcome.by !== null)
        outcome.by = (await namesOfDoers(services.em(), [outcome.by], reader)).get(outcome.by) ?? null;
  }
}

/** Where the form stands. */
function addressOf(customer: string, { server, application = '' }: FormBody): string {
  const subject = new URLSearchParams(server ? { server } : { application });
  return `/customers/${customer}/assign?${subject.toString()}`;
}

/** The fields of a new server; a form that is opened gets a key of its own, so that sending it twice makes one server. */
function newServerOf(body: FormBody): NewServerWish {
  const { name = '', role, 'new-capacity': capacity = '', key = randomUUID() } = body;
  return { name: readName(name), role: readChoice(role, SERVER_ROLES), capacity, key };
}

/** Back to the server or the customer, which say what was done and offer to undo it; an undo is not to be undone. */
function after(customer: string, { server, undo }: FormBody, done: readonly Done[]): string {
  const what = undo === undefined ? 'done' : 'undone';
  const said = new URLSearchParams(done.map((one): [string, string] => [what, writeDone(one)]));
  const path = `/customers/${customer}${server ? `/servers/${encodeURIComponent(server)}` : ''}`;
  return said.size > 0 ? `${path}?${said.toString()}` : path;
}
