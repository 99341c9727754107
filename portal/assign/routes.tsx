import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { hashOfJson } from '../../api/services/canonical.ts';
import { onCustomer } from '../../api/services/permit.ts';
import { nameOfDoer } from '../../db/queries/page-people.ts';
import { serverPlaces } from '../../db/queries/page-servers.ts';
import { mayManageServers } from '../../domain/permissions.ts';
import { SERVER_ROLES } from '../../domain/server/server.ts';
import { NotFound, sendPage } from '../pages.tsx';
import { formBody, type FormBody } from '../parts/form-body.ts';
import { readChoice, readText, type Query } from '../parts/query.ts';
import type { SaidRefusal } from '../refusals.ts';
import type { PageServices } from '../services.ts';
import { viewerOf } from '../session/signed-in-only.ts';
import { applyWishes, outcomeOf } from './apply.ts';
import { readCapacity, wishesOf, type Filled, type NewServerWish, type Wish } from './choice.ts';
import { choicesOfApplication, choicesOfServer, heldBy } from './choices.ts';
import { writeDone, type Done } from './done.tsx';
import { AssignPage } from './page.tsx';

type Route = { Params: { id: string }; Querystring: Query };

const NOTHING_FILLED: Filled = { typed: {}, outcomes: {} };

/** Gives capacity to servers: the form, what it does, and its undo. */
export function registerAssign(app: FastifyInstance, services: PageServices): void {
  app.get<Route>('/customers/:id/assign', { config: onCustomer(mayManageServers) }, async (request, reply) => {
    const { application, server } = request.query;
    const page = await write(request, { application: readText(application), server: readText(server) });
    return page ? sendPage(reply, page) : sendPage(reply, <NotFound />, 404);
  });

  app.post<Route>('/customers/:id/assign', { config: onCustomer(mayManageServers) }, async (request, reply) => {
    const body = formBody(request.body);
    const customer = request.params.id;
    const { wishes, unreadable } = wishesOf(body);
    const set = async ({ server, application, capacity, seq }: Wish) => {
      await belongs(server, customer);
      const requestId = hashOfJson([viewerOf(request).by, body.key ?? '', server, application, capacity, seq]);
      return services.setCapacity(viewerOf(request), { server, application, capacity, seq }, requestId);
    };
    const heldNow = async ({ server, application }: Wish) =>
      heldBy((await services.servers.readServer(server)).view, application);
    const { done, outcomes } = await applyWishes(wishes, set, heldNow);
    for (const outcome of Object.values(outcomes))
      if (outcome.kind === 'changed' && outcome.by !== null)
        outcome.by = await nameOfDoer(services.em(), outcome.by, viewerOf(request).account.id);
    for (const field of unreadable) outcomes[field] = { kind: 'not-a-number' };
    const first = await assignToNewServer(request, body);
    if (first) outcomes.new = first.outcome;
    const all = [...done, ...(first?.done ?? [])];
    if (Object.values(outcomes).every(({ kind }) => kind === 'done'))
      return reply.redirect(after(customer, body, all), 303);
    const page = await write(request, body, { typed: body, outcomes });
    return sendPage(reply, page ?? <NotFound />, page ? 409 : 404);
  });

  /** The form, with what was typed and what became of it; null where there is nothing to assign. */
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
    const subject = about.server ?? '';
    const found = subject ? choicesOfServer(subject, known) : choicesOfApplication(wantedOf(about), known);
    if (!found) return null;
    return <AssignPage customer={customer} {...found} filled={filled} newServer={newServerOf(about)} />;
  }

  async function belongs(server: string, customer: string): Promise<void> {
    const { view } = await services.servers.readServer(server);
    if (view.customer !== customer)
      throw Object.assign(new Error('A server of another customer'), { code: 'NOT_FOUND' });
  }

  /** Registers the server that the form names and gives it its first capacity; null where it names none. */
  async function assignToNewServer(request: FastifyRequest<Route>, body: FormBody) {
    const { name, role, capacity: text, key } = newServerOf(body);
    const application = wantedOf(body);
    if (!application || (name === '' && text === '')) return null;
    const capacity = readCapacity(text);
    if (name === '') return { outcome: refused('NAME_MISSING'), done: [] };
    if (capacity === null) return { outcome: { kind: 'not-a-number' as const }, done: [] };
    try {
      const wanted = { name, role: readChoice(role, SERVER_ROLES) };
      const { view, seq } = await services.servers.register(request.params.id, wanted, key);
      const requestId = hashOfJson([viewerOf(request).by, key, 'new', capacity]);
      const wish = { server: view.id, application, capacity, seq: null };
      const set = await services.setCapacity(viewerOf(request), wish, requestId);
      const done: Done = { server: view.id, application, before: 0, after: capacity, seq: Math.max(seq, set.seq) };
      return { outcome: { kind: 'done' as const }, done: [done] };
    } catch (error) {
      return { outcome: await outcomeOf(error, async () => 0), done: [] };
    }
  }
}

function refused(code: SaidRefusal) {
  return { kind: 'refused' as const, code, free: null, names: [] };
}

function wantedOf({ application = '' }: FormBody): string {
  return application;
}

/** The fields of a new server; a form that is opened gets a key of its own, so that sending it twice makes one server. */
function newServerOf(body: FormBody): NewServerWish {
  const { name = '', role = 'production', 'new-capacity': capacity = '', key = randomUUID() } = body;
  return { name: readText(name).slice(0, 200), role, capacity: capacity.trim(), key };
}

/** Back to the server or the customer, which say what was done and offer to undo it; an undo is not to be undone. */
function after(customer: string, { server, undo }: FormBody, done: readonly Done[]): string {
  const said = new URLSearchParams(
    undo === undefined ? done.map((one): [string, string] => ['done', writeDone(one)]) : [],
  );
  const path = server ? `/customers/${customer}/servers/${server}` : `/customers/${customer}`;
  return said.size > 0 ? `${path}?${said.toString()}` : path;
}
