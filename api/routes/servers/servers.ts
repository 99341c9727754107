import type { FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { mayManageServers, maySeeServers } from '../../../domain/people/permissions.ts';
import { isPreview } from '../../preview.ts';
import { Closed, Id, IfMatch, JournalEvent, Life, Nothing, Page, Paging } from '../../schemas/common.ts';
import { Previewing } from '../../schemas/orders/order-facts.ts';
import {
  ChangedServer,
  EstateQuery,
  NewServer,
  ServerOfCustomer,
  ServerPreview,
  ServerView,
  SetCapacity,
  TakeoversView,
  TokenView,
} from '../../schemas/servers/servers.ts';
import { actorOf, everybody, onCustomer, onServer } from '../../../services/permissions/permit.ts';
import type { SeenServer } from '../../../services/servers/view.ts';
import type { ServerService } from '../../../services/servers/servers.ts';
import type { Api } from '../../types.ts';
import { askedBy, askedWhere } from '../asked-by.ts';

const ById = Closed({ id: Id });

/** Of every change of a server, which is its workflow's to make. */
export const CHANGE_REFUSALS = [
  'CHANGE_IN_PROGRESS',
  'OUTCOME_UNKNOWN',
  'ROLLING_OVER',
  'SERVER_RETIRED',
  'TEMPORAL_UNAVAILABLE',
] as const;

export const CAPACITY_REFUSALS = [
  'APPLICATION_UNKNOWN',
  'CHANGED_MEANWHILE',
  'INSUFFICIENT_CAPACITY',
  'ONLINE_REQUIRED',
  'ORDER_NOT_ANSWERING',
  'RETURN_REQUIRED',
  'STANDBY_HOLDS_NOTHING',
] as const;

/** The key of a request with its caller: what two callers call the same is not the same. */
function keyOf(request: FastifyRequest): string | undefined {
  const key = request.headers['idempotency-key'];
  return typeof key === 'string' ? `${actorOf(request).by} ${key}` : undefined;
}

const NAMED_REFUSALS = ['CHANGED_MEANWHILE', 'NAME_TAKEN', 'RETURN_REQUIRED', 'STILL_ASSIGNED'] as const;

const STANDBY_REFUSALS = ['ONLINE_REQUIRED', 'STANDBY_OF_STANDBY', 'STANDBY_ROLE', 'STANDBY_TAKEN'] as const;

const TEST_REFUSALS = ['TEST_ROLE', 'TEST_UNITS_TAKEN'] as const;

/** A customer's servers, and what they are given. */
export function serverRoutes(app: Api, servers: ServerService): void {
  const tags = ['Servers'];

  app.get(
    '/v1/accounts/:id/servers',
    {
      config: { scope: 'licenses:read', ...onCustomer(maySeeServers) },
      schema: {
        ...{ tags, operationId: 'listServers', summary: 'List the servers of a customer', params: ById },
        querystring: Closed(Paging),
        response: { 200: Page(ServerView) },
      },
    },
    async ({ params, query }) => servers.listServers(params.id, query),
  );

  app.get(
    '/v1/servers',
    {
      config: { scope: 'licenses:read', ...everybody },
      schema: {
        ...{
          tags,
          operationId: 'listAllServers',
          summary: 'List the servers of all customers that the caller may see',
        },
        ...{ querystring: EstateQuery, response: { 200: Page(ServerOfCustomer) } },
      },
    },
    async (request) => {
      const { silent, limit, cursor, ...asked } = request.query;
      const filter = { ...asked, ...(silent !== undefined && { silent: silent === 'true' }) };
      return servers.listEstate(actorOf(request), filter, { limit, cursor });
    },
  );

  app.post(
    '/v1/accounts/:id/servers',
    {
      config: { scope: 'servers:write', ...onCustomer(mayManageServers) },
      schema: {
        ...{ tags, operationId: 'registerServer', summary: 'Register a server', params: ById, body: NewServer },
        answersWith: ['ETag', 'Location'],
        problems: ['NAME_TAKEN', 'NOT_A_CUSTOMER', ...STANDBY_REFUSALS, 'TEMPORAL_UNAVAILABLE', 'OUTCOME_UNKNOWN'],
        response: { 201: ServerView },
      },
    },
    async (request, reply) => {
      const { params, body } = request;
      const seen = await servers.register(params.id, body, actorOf(request).by, keyOf(request));
      return sendServer(reply.code(201).header('location', `/v1/servers/${seen.view.id}`), seen);
    },
  );

  app.get(
    '/v1/servers/:id',
    {
      config: { scope: 'licenses:read', ...onServer() },
      schema: {
        ...{ tags, operationId: 'readServer', summary: 'Read a server', params: ById },
        problems: ['OUTCOME_UNKNOWN'],
        answersWith: ['ETag'],
        response: { 200: ServerView },
      },
    },
    async ({ params }, reply) => sendServer(reply, await servers.readServer(params.id)),
  );

  app.patch(
    '/v1/servers/:id',
    {
      config: { scope: 'servers:write', ...onServer(mayManageServers) },
      schema: {
        ...{ tags, operationId: 'changeServer', summary: 'Give a server another name or role, or make it a standby' },
        description: '`testUnits` has it use what is free for tests of these applications, and of no others.',
        ...{ params: ById, body: ChangedServer, headers: IfMatch, answersWith: ['ETag'] },
        problems: [...CHANGE_REFUSALS, ...STANDBY_REFUSALS, ...TEST_REFUSALS, ...NAMED_REFUSALS],
        response: { 200: ServerView },
      },
    },
    async (request, reply) =>
      sendServer(reply, await servers.change(request.params.id, request.body, askedWhere(request))),
  );

  app.get(
    '/v1/servers/:id/events',
    {
      config: { scope: 'licenses:read', ...onServer() },
      schema: {
        ...{
          tags,
          operationId: 'listServerEvents',
          summary: 'Read the whole life of a server, oldest first',
          params: ById,
        },
        querystring: Closed(Paging),
        response: { 200: Life(JournalEvent) },
      },
    },
    async ({ params, query }) => servers.listEvents(params.id, query),
  );

  app.get(
    '/v1/servers/:id/takeovers',
    {
      config: { scope: 'licenses:read', ...onServer() },
      schema: {
        ...{ tags, operationId: 'listTakeovers', summary: 'Read when a standby took over, last begun first' },
        description: 'Of a server that has a standby, or is one: the last hundred, and how many days are left.',
        ...{ params: ById, problems: ['OUTCOME_UNKNOWN'], response: { 200: TakeoversView } },
      },
    },
    async ({ params }) => servers.listTakeovers(params.id),
  );

  app.put(
    '/v1/servers/:id/assignments/:application',
    {
      config: { scope: 'servers:write', ...onServer(mayManageServers) },
      schema: {
        ...{
          tags,
          operationId: 'setCapacity',
          summary: 'Set how much of an application a server has',
          body: SetCapacity,
        },
        params: Closed({ id: Id, application: Id }),
        ...{ querystring: Previewing, headers: IfMatch, answersWith: ['ETag'] },
        problems: [...CHANGE_REFUSALS, ...CAPACITY_REFUSALS],
        response: { 200: Type.Union([ServerView, ServerPreview]) },
      },
    },
    async (request, reply) => {
      const { params, body } = request;
      const asked = askedWhere(request);
      if (isPreview(request)) {
        const { id, application } = params;
        return reply.send(
          await servers.previewCapacity(actorOf(request), id, application, body.capacity, asked.expected),
        );
      }
      return sendServer(reply, await servers.setCapacity(params.id, params.application, body.capacity, asked));
    },
  );

  app.get(
    '/v1/servers/:id/token',
    {
      config: { scope: 'servers:write', ...onServer(mayManageServers) },
      schema: {
        ...{ tags, operationId: 'readToken', summary: 'Read the Activation Token', params: ById },
        ...{ problems: ['SERVER_RETIRED', ['NOTHING_ASSIGNED', 404], 'OUTCOME_UNKNOWN'], response: { 200: TokenView } },
      },
    },
    async ({ params }, reply) => reply.header('cache-control', 'no-store').send(await servers.readToken(params.id)),
  );

  app.post(
    '/v1/servers/:id/token/rotations',
    {
      config: { scope: 'servers:write', ...onServer(mayManageServers), answersSecret: true },
      schema: {
        ...{ tags, operationId: 'rotateToken', summary: 'Make a new Activation Token', params: ById },
        ...{ problems: [...CHANGE_REFUSALS, 'NOTHING_ASSIGNED'], response: { 201: TokenView } },
      },
    },
    async (request, reply) => {
      const isVendor = actorOf(request).account.kind === 'vendor';
      const rotated = await servers.rotateToken(request.params.id, isVendor, askedBy(request));
      return reply.code(201).header('cache-control', 'no-store').send(rotated);
    },
  );

  app.delete(
    '/v1/servers/:id',
    {
      config: { scope: 'servers:write', ...onServer(mayManageServers) },
      schema: {
        ...{ tags, operationId: 'retireServer', summary: 'Retire a server that holds nothing', params: ById },
        ...{ problems: [...CHANGE_REFUSALS, 'STILL_ASSIGNED'], response: { 204: Nothing('It is retired') } },
      },
    },
    async (request, reply) => {
      await servers.retire(request.params.id, askedBy(request));
      return reply.code(204).send();
    },
  );
}

/** The ETag is the place in the server's stream: check-ins do not count. */
export function sendServer(reply: FastifyReply, { seq, view }: SeenServer): FastifyReply {
  return reply.header('etag', `"${seq}"`).send(view);
}
