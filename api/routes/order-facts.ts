import { Closed, Id } from '../schemas/common.ts';
import { Because, Expansion, Renewal } from '../schemas/order-facts.ts';
import { Applied } from '../schemas/orders.ts';
import type { OrderFactService } from '../../services/orders/facts.ts';
import { actorOf } from '../../services/permissions/permit.ts';
import type { Api } from '../types.ts';

const ByNumber = Closed({ number: Id });

/** What the vendor states about an order after it was placed. */
export function orderFactRoutes(app: Api, facts: OrderFactService): void {
  const tags = ['Orders'];
  const taken = { params: ByNumber, response: { 202: Applied } };

  app.post(
    '/v1/orders/:number/renewals',
    {
      schema: {
        ...{ tags, summary: 'Renew subscriptions and care', body: Renewal, ...taken },
        description: 'One line that refuses refuses the whole. The same reference and content again changes nothing.',
      },
    },
    async (request, reply) =>
      reply.code(202).send(await facts.renew(request.params.number, request.body, actorOf(request).by)),
  );

  app.post(
    '/v1/orders/:number/expansions',
    {
      schema: {
        ...{ tags, summary: 'Deliver more, locked and announced on its own', body: Expansion, ...taken },
        description: 'The same reference and content again changes nothing.',
      },
    },
    async (request, reply) =>
      reply.code(202).send(await facts.expand(request.params.number, request.body, actorOf(request).by)),
  );

  app.put(
    '/v1/orders/:number/suspension',
    { schema: { tags, summary: 'Suspend an order: its license documents say so', body: Because, ...taken } },
    async (request, reply) =>
      reply.code(202).send(await facts.suspend(request.params.number, request.body.reason, actorOf(request).by)),
  );

  app.delete(
    '/v1/orders/:number/suspension',
    { schema: { tags, summary: 'Take a suspension back', ...taken } },
    async (request, reply) => reply.code(202).send(await facts.resume(request.params.number, actorOf(request).by)),
  );

  app.post(
    '/v1/orders/:number/cancellation',
    {
      schema: {
        ...{ tags, summary: 'Cancel an order for good', body: Because, ...taken },
        description: 'Its capacity and its licenses end. Canceling again is no error.',
      },
    },
    async (request, reply) =>
      reply.code(202).send(await facts.cancel(request.params.number, request.body.reason, actorOf(request).by)),
  );
}
