import { mayAcknowledge } from '../../domain/people/permissions.ts';
import { actorOf, everybody, whoever } from '../../services/permissions/permit.ts';
import type { TodoService } from '../../services/todo/todo.ts';
import { Nothing } from '../schemas/common.ts';
import { AcknowledgedItem, Acknowledgement, TodoPage, TodoQuery, TodoView } from '../schemas/todo.ts';
import type { Api } from '../types.ts';
import { askedBy } from './asked-by.ts';

/** What is to be done by whoever asks. */
export function todoRoutes(app: Api, todo: TodoService): void {
  const tags = ['To do'];

  app.get(
    '/v1/todo',
    {
      config: { scope: 'licenses:read', ...everybody },
      schema: {
        ...{ tags, operationId: 'listTodo', summary: 'List what is to be done' },
        description:
          'What matters most first, then what is due first. Kinds about orders are listed for keys with `orders:read`, about webhooks for those with `webhooks:write`.',
        querystring: TodoQuery,
        response: { 200: TodoPage },
      },
    },
    async (request) => {
      const { limit, cursor, acknowledged, ...filter } = request.query;
      return todo.list(actorOf(request), { ...filter, acknowledged: acknowledged !== undefined }, { limit, cursor });
    },
  );

  app.post(
    '/v1/todo/acknowledgements',
    {
      config: { scope: 'accounts:write', ...whoever(mayAcknowledge) },
      schema: {
        ...{ tags, operationId: 'acknowledge', summary: 'Acknowledge what is to be done', body: Acknowledgement },
        description:
          'For the account of the caller it is listed no more, until it happens again: that is another item. Once more changes nothing.',
        ...{ problems: ['NOT_FOUND'] },
        response: { 201: TodoView },
      },
    },
    async (request, reply) => {
      const { item, note = null } = request.body;
      return reply.code(201).send(await todo.acknowledge(actorOf(request), item, note, askedBy(request)));
    },
  );

  app.delete(
    '/v1/todo/acknowledgements/:item',
    {
      config: { scope: 'accounts:write', ...whoever(mayAcknowledge) },
      schema: {
        ...{ tags, operationId: 'takeBackAcknowledgement', summary: 'Take an acknowledgement back' },
        description: 'It is listed again, if it is still so. What was not acknowledged is left alone.',
        params: AcknowledgedItem,
        response: { 204: Nothing('It is not acknowledged') },
      },
    },
    async (request, reply) => {
      await todo.takeBack(actorOf(request), request.params.item, askedBy(request));
      return reply.code(204).send();
    },
  );
}
