import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import type { ReactNode } from 'react';
import { onServer } from '../../services/permissions/permit.ts';
import { nameIn } from '../../domain/catalogue/catalogue.ts';
import { mayManageServers, mayOverrideOffline } from '../../domain/people/permissions.ts';
import type { Texts } from '../../languages/texts.ts';
import { codeOf } from '../error-code.ts';
import { NotFound, sendPage } from '../pages.tsx';
import { ConfirmPage } from '../confirm.tsx';
import { heldBy } from '../parts/said/held.tsx';
import { listed } from '../parts/list/listed.ts';
import { sentenceOf } from '../refusals.ts';
import type { PageServices, Server } from '../services.ts';
import { asksAgain } from '../session/asks-again.ts';
import { viewerOf } from '../session/signed-in-only.ts';
import { OfflineFirstPage } from './offline-first.tsx';

type Route = { Params: { id: string; serverId: string } };

/** What is done to a server with a second press: its words, and what it does. Its page says what came of it. */
type Change = {
  name: 'rotate' | 'replace' | 'retire';
  words: (texts: Texts) => { title: string; consequences: readonly string[]; button: string };
  carryOut: (request: FastifyRequest<Route>) => Promise<void>;
  /** Whether it has to wait until an offline server has given back what its document says. */
  waitsForReturn?: (server: Server) => boolean;
};

const toServer = (customer: string, server: string) => `/customers/${customer}/servers/${server}`;

/** A new token, a new machine, and the end of a server: each says what follows before it is done. */
export function registerServerChanges(app: FastifyInstance, services: PageServices): void {
  const rotate = async (request: FastifyRequest<Route>) => {
    const byVendor = viewerOf(request).account.kind === 'vendor';
    await services.servers.rotateToken(request.params.serverId, byVendor, askedBy(request));
  };

  const changes: Change[] = [
    {
      name: 'rotate',
      words: ({ token }) => wordsOf(token.rotateTitle, token.rotateConsequences, token.rotateButton),
      carryOut: rotate,
    },
    {
      // The server stays who it is; only its next activation may come from another machine.
      name: 'replace',
      words: ({ servers }) => wordsOf(servers.replaceTitle, servers.replaceConsequences, servers.replaceButton),
      carryOut: rotate,
      // Another machine is refused while the old one may run its document for good; a new token would change nothing.
      waitsForReturn: ({ mode }) => mode === 'offline',
    },
    {
      name: 'retire',
      words: ({ servers }) => wordsOf(servers.retireTitle, servers.retireConsequences, servers.retireButton),
      carryOut: giveBackAndRetire,
      waitsForReturn: ({ mode, assignments }) => mode === 'offline' && assignments.some(({ capacity }) => capacity > 0),
    },
  ];

  for (const change of changes) {
    const path = `/customers/:id/servers/:serverId/${change.name}`;
    app.get<Route>(path, { config: onServer(mayManageServers) }, (request, reply) => show(change, request, reply));
    app.post<Route>(path, { config: { ...onServer(mayManageServers), ...asksAgain } }, async (request, reply) => {
      const { id, serverId } = request.params;
      const before = await find(request.params);
      if (!before) return sendPage(reply, <NotFound />, 404);
      const { refusals } = request.reader!.language.texts;
      if (change.waitsForReturn?.(before)) return show(change, request, reply, refusals.RETURN_REQUIRED);
      try {
        await change.carryOut(request);
      } catch (error) {
        const sentence = sentenceOf(refusals, codeOf(error));
        if (sentence === undefined) throw error;
        return show(change, request, reply, [sentence, await givenBackSince(request, before)].join(' ').trim());
      }
      return reply.redirect(toServer(id, serverId), 303);
    });
  }

  async function show(change: Change, request: FastifyRequest<Route>, reply: FastifyReply, failure?: string) {
    const server = await find(request.params);
    if (!server) return sendPage(reply, <NotFound />, 404);
    // Who comes back to this page after the server was retired is told that it was.
    if (server.state === 'retired') return reply.redirect(toServer(server.customer, server.id), 303);
    const back = { href: toServer(server.customer, server.id), text: server.name };
    const { texts } = request.reader!.language;
    const words = change.words(texts);
    const more = server.standbyFor === null ? [] : [texts.standby.whileItRuns];
    const page: ReactNode = change.waitsForReturn?.(server) ? (
      <OfflineFirstPage
        {...{ server, back, failure }}
        title={words.title}
        overrides={mayOverrideOffline(viewerOf(request))}
      />
    ) : (
      <ConfirmPage {...words} consequences={[...words.consequences, ...more]} back={back} failure={failure ?? null} />
    );
    return sendPage(reply, page, failure === undefined ? 200 : 409);
  }

  async function find({ id, serverId }: Route['Params']): Promise<Server | null> {
    const { view } = await services.servers.readServer(serverId);
    return view.customer === id ? view : null;
  }

  /** What a change that was refused in its middle has given back already, in a sentence; empty where it is nothing. */
  async function givenBackSince(request: FastifyRequest<Route>, before: Server): Promise<string> {
    const { view } = await services.servers.readServer(before.id);
    const given = before.assignments.filter(({ application, capacity }) => heldBy(view, application) < capacity);
    const names = given.map(({ application }) => nameIn(request.reader!.catalogue, application));
    const { servers, words } = request.reader!.language.texts;
    return names.length === 0 ? '' : servers.givenBack(listed(names, words.comma));
  }

  /** A server that has nothing can be retired; what it has is given back first. */
  async function giveBackAndRetire(request: FastifyRequest<Route>): Promise<void> {
    const { serverId } = request.params;
    const { view } = await services.servers.readServer(serverId);
    for (const { application, capacity } of view.assignments) {
      const wish = { server: serverId, application, capacity: 0, seq: null };
      if (capacity > 0) await services.setCapacity(viewerOf(request), wish, randomUUID());
    }
    await services.servers.retire(serverId, askedBy(request));
  }
}

/** Under which id, and in whose name, something is asked of a server. */
function askedBy(request: FastifyRequest) {
  return { requestId: randomUUID(), by: viewerOf(request).by };
}

function wordsOf(title: string, consequences: readonly string[], button: string) {
  return { title, consequences, button };
}
