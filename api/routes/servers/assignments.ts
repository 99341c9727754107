import { mayManageServers, maySeeServers } from '../../../domain/people/permissions.ts';
import type { AssignmentService } from '../../../services/assignments/assignments.ts';
import { actorOf, onCustomer } from '../../../services/permissions/permit.ts';
import {
  AssignableQuery,
  AssignableView,
  AssignmentsView,
  MoveView,
  NewAssignments,
  NewMove,
  WaitingToken,
} from '../../schemas/servers/assignments.ts';
import { Closed, Id, Page, Paging } from '../../schemas/common.ts';
import type { Api } from '../../types.ts';
import { askedBy } from '../asked-by.ts';
import { CAPACITY_REFUSALS, CHANGE_REFUSALS } from './servers.ts';

const ById = Closed({ id: Id });

/** When to send again what is not known yet. */
const RETRY_AFTER_SECONDS = 5;

/** Capacity of many applications on many servers at once. */
export function assignmentRoutes(app: Api, assignments: AssignmentService): void {
  const tags = ['Servers'];

  app.get(
    '/v1/accounts/:id/assignments',
    {
      config: { scope: 'licenses:read', ...onCustomer(maySeeServers) },
      schema: {
        ...{ tags, operationId: 'listAssignable', summary: 'Read what can be assigned, and what servers have' },
        description: 'The servers are a page; `applications` are all of which something is unlocked or assigned.',
        ...{ params: ById, querystring: AssignableQuery, response: { 200: AssignableView } },
      },
    },
    async (request) => {
      const { limit, cursor, ...filter } = request.query;
      return assignments.listAssignable(actorOf(request), request.params.id, filter, { limit, cursor });
    },
  );

  app.patch(
    '/v1/accounts/:id/assignments',
    {
      config: { scope: 'servers:write', ...onCustomer(mayManageServers) },
      schema: {
        ...{ tags, operationId: 'assignCapacities', summary: 'Set capacities on many servers, and register new ones' },
        description:
          'Each item is set by the very change that its own call makes, and has its own outcome: one that is refused stops none of the others. What is not named stays. What gives back comes first. A new server is not registered where nothing of what it was to have is free. 202 where something is not known yet: the same request with the same `Idempotency-Key` hears it.',
        ...{ params: ById, body: NewAssignments, answersWith: ['Retry-After'] },
        response: { 200: AssignmentsView, 202: AssignmentsView },
      },
    },
    async (request, reply) => {
      const { params, body } = request;
      const assigned = await assignments.assign(actorOf(request), params.id, body, request.requestId!);
      const waits = [...assigned.servers, ...assigned.items].some(({ outcome }) => outcome === 'waiting');
      if (!waits) return reply.send(assigned);
      return reply.code(202).header('retry-after', RETRY_AFTER_SECONDS).send(assigned);
    },
  );

  app.post(
    '/v1/accounts/:id/moves',
    {
      config: { scope: 'servers:write', ...onCustomer(mayManageServers) },
      schema: {
        ...{ tags, operationId: 'moveCapacity', summary: 'Move units from one server to another', params: ById },
        description:
          'Both say what they have been seen to have. Where the second cannot have the units the first gets them back.',
        ...{
          body: NewMove,
          problems: [...CHANGE_REFUSALS, ...CAPACITY_REFUSALS, 'LEFT_FREE'],
          response: { 200: MoveView },
        },
      },
    },
    async (request) => assignments.move(request.params.id, request.body, askedBy(request)),
  );

  app.get(
    '/v1/accounts/:id/tokens',
    {
      config: { scope: 'servers:write', ...onCustomer(mayManageServers) },
      schema: {
        ...{
          tags,
          operationId: 'listWaitingTokens',
          summary: 'Read the Activation Tokens of servers that wait for them',
        },
        description: 'Of the server registered last first.',
        ...{ params: ById, querystring: Closed(Paging), response: { 200: Page(WaitingToken) } },
      },
    },
    async ({ params, query }, reply) =>
      reply.header('cache-control', 'no-store').send(await assignments.listWaitingTokens(params.id, query)),
  );
}
