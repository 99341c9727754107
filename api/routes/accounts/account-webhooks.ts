import { mayManageWebhooks } from '../../../domain/people/permissions.ts';
import { Closed, Id, Nothing, Page, Paging } from '../../schemas/common.ts';
import {
  AddedWebhook,
  AskedAgain,
  AttemptView,
  DeliveryQuery,
  DeliveryView,
  NewWebhook,
  SecretView,
  WebhookChange,
  WebhookView,
} from '../../schemas/accounts/webhooks.ts';
import { onAccount } from '../../../services/permissions/permit.ts';
import type { WebhookService } from '../../../services/webhooks/webhooks.ts';
import type { Api } from '../../types.ts';
import { askedBy } from '../asked-by.ts';

const ById = Closed({ id: Id });
const ByWebhook = Closed({ id: Id, webhook: Id });
const ByEvent = Closed({ id: Id, webhook: Id, event: Id });

/** Endpoints that the events of an account are delivered to. */
export function accountWebhookRoutes(app: Api, webhooks: WebhookService): void {
  const tags = ['Webhooks'];
  const config = { scope: 'webhooks:write', ...onAccount(mayManageWebhooks) } as const;

  app.post(
    '/v1/accounts/:id/webhooks',
    {
      config: { ...config, answersSecret: true, isPaced: true },
      schema: {
        ...{ tags, operationId: 'addWebhook', summary: 'Add a webhook', params: ById, body: NewWebhook },
        ...{ answersWith: ['Location'], problems: ['TOO_MANY_WEBHOOKS'], response: { 201: AddedWebhook } },
        description: 'It begins with what happens from now on. An Idempotency-Key lets it be repeated.',
      },
    },
    async (request, reply) => {
      const added = await webhooks.add(request.params.id, request.body, askedBy(request));
      return reply.code(201).header('location', `/v1/accounts/${request.params.id}/webhooks/${added.id}`).send(added);
    },
  );

  app.get(
    '/v1/accounts/:id/webhooks',
    {
      config,
      schema: {
        tags,
        operationId: 'listWebhooks',
        summary: 'List webhooks',
        params: ById,
        querystring: Closed(Paging),
        response: { 200: Page(WebhookView) },
      },
    },
    async ({ params, query }) => webhooks.list(params.id, query),
  );

  app.get(
    '/v1/accounts/:id/webhooks/:webhook',
    {
      config,
      schema: {
        tags,
        operationId: 'readWebhook',
        summary: 'Read a webhook',
        params: ByWebhook,
        response: { 200: WebhookView },
      },
    },
    async ({ params }) => webhooks.read(params.id, params.webhook),
  );

  app.patch(
    '/v1/accounts/:id/webhooks/:webhook',
    {
      config: { ...config, isPaced: true },
      schema: {
        ...{ tags, operationId: 'changeWebhook', summary: 'Change a webhook', params: ByWebhook, body: WebhookChange },
        problems: ['CURSOR_UNKNOWN'],
        description:
          'Enabled again it goes on where it stopped, with all that waits, or behind `after`; then what waited is given up.',
        response: { 200: WebhookView },
      },
    },
    async (request) => webhooks.change(request.params.id, request.params.webhook, request.body, askedBy(request)),
  );

  app.delete(
    '/v1/accounts/:id/webhooks/:webhook',
    {
      config,
      schema: {
        ...{ tags, operationId: 'removeWebhook', summary: 'Remove a webhook', params: ByWebhook },
        response: { 204: Nothing('It is removed') },
        description: 'What was not delivered yet is not. Removing it again is no error.',
      },
    },
    async (request, reply) => {
      await webhooks.remove(request.params.id, request.params.webhook, askedBy(request));
      return reply.code(204).send();
    },
  );

  app.post(
    '/v1/accounts/:id/webhooks/:webhook/secret',
    {
      config: { ...config, answersSecret: true, isPaced: true },
      schema: {
        ...{ tags, operationId: 'makeWebhookSecret', summary: 'Make another secret', params: ByWebhook },
        response: { 201: SecretView },
        description: 'The one before signs beside it for 24 hours.',
      },
    },
    async (request, reply) => {
      const made = await webhooks.rotate(request.params.id, request.params.webhook, askedBy(request));
      return reply.code(201).send(made);
    },
  );

  app.post(
    '/v1/accounts/:id/webhooks/:webhook/test',
    {
      config,
      schema: {
        ...{ tags, operationId: 'testWebhook', summary: 'Send a message to try a webhook', params: ByWebhook },
        response: { 200: AttemptView },
        description:
          'Its type is `webhook-test`. It is sent once, at once, also to a disabled one, and judges nothing.',
      },
    },
    async (request) => webhooks.test(request.params.id, request.params.webhook, askedBy(request)),
  );

  app.get(
    '/v1/accounts/:id/webhooks/:webhook/deliveries',
    {
      config,
      schema: {
        ...{
          tags,
          operationId: 'listDeliveries',
          summary: 'List what became of each event, the newest first',
          params: ByWebhook,
        },
        description: 'Of the last 30 days, and what waits.',
        querystring: DeliveryQuery,
        response: { 200: Page(DeliveryView) },
      },
    },
    async ({ params, query }) => webhooks.listDeliveries(params.id, params.webhook, query),
  );

  app.post(
    '/v1/accounts/:id/webhooks/:webhook/deliveries/:event/redelivery',
    {
      config: { ...config, isPaced: true },
      schema: {
        ...{ tags, operationId: 'deliverAgain', summary: 'Deliver an event again', params: ByEvent },
        ...{ problems: ['WEBHOOK_DISABLED'], response: { 202: AskedAgain } },
        description: 'What waits is tried now, in the sequence of its stream.',
      },
    },
    async ({ params }, reply) =>
      reply.code(202).send(await webhooks.deliverAgain(params.id, params.webhook, params.event)),
  );
}
