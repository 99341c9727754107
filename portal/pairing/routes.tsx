import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { mayManageServers, mayPair } from '../../domain/people/permissions.ts';
import { networkOf } from '../../services/network.ts';
import { whoever } from '../../services/permissions/permit.ts';
import type { SeenPairing } from '../../services/pairings/approvals.ts';
import { codeOf } from '../error-code.ts';
import { readForm } from '../form.ts';
import { NotFound, sendPage, statusOf } from '../pages.tsx';
import { readSearch, readText, type Query } from '../parts/list/query.ts';
import { sentenceOf } from '../refusals.ts';
import type { PageServices, Server } from '../services.ts';
import { leadsBackTo } from '../session/find-readers.ts';
import { asksAgain } from '../session/asks-again.ts';
import { viewerOf } from '../session/signed-in-only.ts';
import { ChoicePage, type Choice } from './choice-page.tsx';
import { CodePage } from './code-page.tsx';
import { OutcomePage } from './outcome-page.tsx';
import { ReplacePage } from './replace-page.tsx';

const PATH = '/pair/:pairing';
type OfPairing = { Params: { pairing: string }; Querystring: Query };

/** Most of a seller's customers that are listed; others are searched for. */
const CUSTOMERS_LISTED = 20;
/** Who has nothing to do yet comes before who would lose a machine, and whoever can't be chosen last. */
const SEQUENCE: Server['state'][] = ['waiting', 'activated', 'registered'];

/** Entering the code that stands on a machine's screen, and saying which server the machine becomes. */
export function registerPairing(app: FastifyInstance, services: PageServices): void {
  const { approvals, access } = services;
  const config = whoever(mayPair);

  app.get('/pair', { config }, (_request, reply) => sendPage(reply, <CodePage />));

  app.post('/pair', { config }, async (request, reply) => {
    const typed = readForm(request).code ?? '';
    const pairing = await approvals.enter(viewerOf(request).person.id, typed);
    return pairing === null
      ? sendPage(reply, <CodePage typed={typed} wrong />, 422)
      : reply.redirect(`/pair/${pairing}`, 303);
  });

  app.get<OfPairing>(PATH, { config }, async (request, reply) => {
    const pairing = await find(request);
    return pairing.state === 'pending' && !pairing.isOver
      ? choose(request, reply, pairing)
      : sendPage(reply, <OutcomePage pairing={pairing} server={await approvedServer(pairing)} />);
  });

  app.post<OfPairing>(PATH, { config }, async (request, reply) => {
    const { server: chosen = '', onScreen } = readForm(request);
    const pairing = await find(request);
    const { pairing: texts } = request.reader!.language.texts;
    if (onScreen !== 'yes') return choose(request, reply, pairing, { why: texts.onScreenMissing, status: 422 });
    if (chosen === '') return choose(request, reply, pairing, { why: texts.serverMissing, status: 422 });
    const server = await chosenServer(request, chosen);
    if (server.state === 'activated') return reply.redirect(`/pair/${pairing.id}/replace?server=${server.id}`, 303);
    return approve(request, reply, pairing, { server: server.id, replaces: false });
  });

  app.get<OfPairing>(`${PATH}/replace`, { config }, async (request, reply) => {
    const [pairing, server] = [await find(request), await chosenServer(request, readText(request.query.server))];
    if (pairing.state !== 'pending' || pairing.isOver) return reply.redirect(`/pair/${pairing.id}`, 303);
    return sendPage(reply, <ReplacePage pairing={pairing} server={server} />);
  });

  app.post<OfPairing>(`${PATH}/replace`, { config: { ...config, ...asksAgain } }, async (request, reply) => {
    const [pairing, server] = [await find(request), await chosenServer(request, readText(request.query.server))];
    return approve(request, reply, pairing, { server: server.id, replaces: true });
  });

  app.post<OfPairing>(`${PATH}/refuse`, { config }, async (request, reply) => {
    await approvals.refuse(viewerOf(request).person.id, request.params.pairing);
    return reply.redirect(`/pair/${request.params.pairing}`, 303);
  });

  const find = (request: FastifyRequest<OfPairing>) =>
    approvals.read(viewerOf(request).person.id, request.params.pairing);

  /** A server that the reader may give a machine. Problems: NOT_FOUND, NOT_PERMITTED. */
  async function chosenServer(request: FastifyRequest, id: string): Promise<Server> {
    await access.toServer(viewerOf(request), id, mayManageServers);
    return (await services.servers.readServer(id)).view;
  }

  async function approvedServer({ server }: SeenPairing): Promise<Server | null> {
    return server === null ? null : (await services.servers.readServer(server)).view;
  }

  async function approve(
    request: FastifyRequest<OfPairing>,
    reply: FastifyReply,
    pairing: SeenPairing,
    approval: { server: string; replaces: boolean },
  ) {
    try {
      await approvals.approve(viewerOf(request), pairing.id, approval);
    } catch (error) {
      // Whoever approves what is over, or was said before, sees what became of it.
      if (codeOf(error) === 'PAIRING_EXPIRED') return reply.redirect(`/pair/${pairing.id}`, 303);
      const why = sentenceOf(request.reader!.language.texts.refusals, codeOf(error));
      if (why === undefined) throw error;
      leadsBackTo(request, `/pair/${pairing.id}`);
      return choose(request, reply, pairing, { why, status: statusOf(error) });
    }
    return reply.redirect(`/pair/${pairing.id}`, 303);
  }

  async function choose(
    request: FastifyRequest<OfPairing>,
    reply: FastifyReply,
    pairing: SeenPairing,
    failure?: { why: string; status: number },
  ) {
    if (pairing.state !== 'pending' || pairing.isOver) return reply.redirect(`/pair/${pairing.id}`, 303);
    const choice = await choiceOf(request);
    if (!choice) return sendPage(reply, <NotFound />, 404);
    const networks = { own: request.ip, isSame: networkOf(request.ip) === networkOf(pairing.address) };
    return sendPage(
      reply,
      <ChoicePage {...{ pairing, choice, networks }} failure={failure?.why ?? null} />,
      failure?.status ?? 200,
    );
  }

  /** What there is to choose from: the servers of a customer, else customers. */
  async function choiceOf(request: FastifyRequest<OfPairing>): Promise<Choice | null> {
    const viewer = viewerOf(request);
    const asked = readText(request.query.customer) || (readForm(request).customer ?? '');
    const customer = viewer.account.kind === 'customer' ? viewer.account.id : asked;
    if (customer === '') {
      const q = readSearch(request.query.q);
      const page = { q, sort: 'name', limit: CUSTOMERS_LISTED, offset: 0 } as const;
      return { kind: 'customer', q, customers: await services.todo.customers(viewer, page) };
    }
    await access.toCustomer(viewer, customer, mayManageServers);
    const servers = await services.serversOf(customer);
    const sorted = servers.toSorted((one, other) => SEQUENCE.indexOf(one.state) - SEQUENCE.indexOf(other.state));
    return { kind: 'server', customer, servers: sorted };
  }
}
