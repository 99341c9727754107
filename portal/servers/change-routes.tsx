import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import type { ReactNode } from 'react';
import { onServer } from '../../api/services/permit.ts';
import { mayManageServers } from '../../domain/permissions.ts';
import type { Texts } from '../../languages/texts.ts';
import { codeOf } from '../error-code.ts';
import { NotFound, sendPage } from '../pages.tsx';
import { ConfirmPage } from '../parts/confirm.tsx';
import { sentenceOf } from '../refusals.ts';
import type { PageServices } from '../services.ts';
import { viewerOf } from '../session/signed-in-only.ts';
import type { Server } from './server.ts';

type Route = { Params: { id: string; serverId: string } };

/** What is done to a server with a second press: its words, what it does, and where it leads. */
type Change = {
  name: 'rotate' | 'replace' | 'retire';
  words: (texts: Texts) => { title: string; consequences: readonly string[]; button: string };
  carryOut: (request: FastifyRequest<Route>) => Promise<void>;
  leadsTo: (customer: string, server: string) => string;
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
      leadsTo: toServer,
    },
    {
      // The server stays who it is; only its next activation may come from another machine.
      name: 'replace',
      words: ({ servers }) => wordsOf(servers.replaceTitle, servers.replaceConsequences, servers.replaceButton),
      carryOut: rotate,
      leadsTo: toServer,
    },
    {
      name: 'retire',
      words: ({ servers }) => wordsOf(servers.retireTitle, servers.retireConsequences, servers.retireButton),
      carryOut: giveBackAndRetire,
      leadsTo: (customer) => `/customers/${customer}`,
    },
  ];

  for (const change of changes) {
    const path = `/customers/:id/servers/:serverId/${change.name}`;
    app.get<Route>(path, { config: onServer(mayManageServers) }, (request, reply) => show(change, request, reply));
    app.post<Route>(path, { config: onServer(mayManageServers) }, async (request, reply) => {
      const { id, serverId } = request.params;
      if (!(await find(request.params))) return sendPage(reply, <NotFound />, 404);
      try {
        await change.carryOut(request);
      } catch (error) {
        const sentence = sentenceOf(request.reader!.language.texts.refusals, codeOf(error));
        if (sentence === undefined) throw error;
        return show(change, request, reply, sentence);
      }
      return reply.redirect(change.leadsTo(id, serverId), 303);
    });
  }

  async function show(change: Change, request: FastifyRequest<Route>, reply: FastifyReply, failure?: string) {
    const server = await find(request.params);
    if (!server || server.state === 'retired') return sendPage(reply, <NotFound />, 404);
    const back = { href: toServer(server.customer, server.id), text: server.name };
    const page: ReactNode = (
      <ConfirmPage {...change.words(request.reader!.language.texts)} back={back} failure={failure ?? null} />
    );
    return sendPage(reply, page, failure === undefined ? 200 : 409);
  }

  async function find({ id, serverId }: Route['Params']): Promise<Server | null> {
    const { view } = await services.servers.readServer(serverId);
    return view.customer === id ? view : null;
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
