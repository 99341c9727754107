import type { FastifyReply, FastifyRequest } from 'fastify';
import { Closed, Id } from '../../schemas/common.ts';
import {
  Because,
  Cancellation,
  Expansion,
  Known,
  Previewing,
  Preview,
  Renewal,
} from '../../schemas/orders/order-facts.ts';
import { Applied } from '../../schemas/orders/orders.ts';
import type { OrderFactService } from '../../../services/orders/facts.ts';
import { isPreview } from '../../preview.ts';
import type { Stated, Stating } from '../../../services/orders/stating.ts';
import { actorOf } from '../../../services/permissions/permit.ts';
import type { Api } from '../../types.ts';

const ByNumber = Closed({ number: Id });

/** Of every route that states a fact about an order. */
export const STATING = {
  params: ByNumber,
  querystring: Previewing,
  response: { 200: Preview, 202: Applied },
  problems: ['ORDER_CANCELED', 'ORDER_ENDED', 'ORDER_NUMBER_TAKEN', 'TEMPORAL_UNAVAILABLE', 'TIME_ZONE_CHANGED'],
} as const;

/** Who states a fact by a request, or asks what it would do. */
export function statingOf(request: FastifyRequest): Stating {
  const caller = actorOf(request);
  return { by: caller.by, preview: isPreview(request) ? caller : undefined };
}

/** Answers 202 for what was taken, 200 for what would happen. */
export function answer(reply: FastifyReply, stated: Stated): FastifyReply {
  return reply.code('preview' in stated ? 200 : 202).send(stated);
}

const RENEWAL_REFUSALS = [
  'CAPACITY_NOT_REDUCED',
  'EVALUATION_TOO_LONG',
  'LINE_CANCELED',
  'LINE_UNKNOWN',
  'NOTHING_TO_RENEW',
  'PERPETUAL_NOT_REDUCED',
  'REFERENCE_TAKEN',
  'REINSTATEMENT_OVER',
  'RENEWAL_NOT_LATER',
] as const;

const WITHDRAWALS = [
  { kind: 'renewal', path: 'renewals', operationId: 'withdrawRenewal', summary: 'Take a renewal back' },
  {
    kind: 'cancellation',
    path: 'cancellations',
    operationId: 'withdrawCancellation',
    summary: 'Take a cancellation back',
  },
] as const;

/** What the vendor states about an order after it was placed. */
export function orderFactRoutes(app: Api, facts: OrderFactService): void {
  const tags = ['Orders'];

  app.post(
    '/v1/orders/:number/renewals',
    {
      config: { scope: 'orders:write' },
      schema: {
        ...{ tags, operationId: 'renewOrder', summary: 'Renew subscriptions and care', body: Renewal, ...STATING },
        problems: [...STATING.problems, ...RENEWAL_REFUSALS],
        description:
          'One line that refuses refuses the whole. A reduced capacity counts from the first day of the new term. The same reference and content again changes nothing.',
      },
    },
    async (request, reply) => answer(reply, await facts.renew(request.params.number, request.body, statingOf(request))),
  );

  app.post(
    '/v1/orders/:number/expansions',
    {
      config: { scope: 'orders:write' },
      schema: {
        ...{
          tags,
          operationId: 'expandOrder',
          summary: 'Deliver more, locked and announced on its own',
          body: Expansion,
          ...STATING,
        },
        problems: [...STATING.problems, 'LAST_DAY_MISSING', 'REFERENCE_TAKEN', 'TOO_MANY_LINES'],
        description: 'The same reference and content again changes nothing.',
      },
    },
    async (request, reply) =>
      answer(reply, await facts.expand(request.params.number, request.body, statingOf(request))),
  );

  app.put(
    '/v1/orders/:number/suspension',
    {
      config: { scope: 'orders:write' },
      schema: {
        tags,
        operationId: 'suspendOrder',
        summary: 'Suspend an order: its license documents say so',
        body: Because,
        ...STATING,
      },
    },
    async (request, reply) =>
      answer(reply, await facts.suspend(request.params.number, request.body.reason, statingOf(request))),
  );

  app.delete(
    '/v1/orders/:number/suspension',
    {
      config: { scope: 'orders:write' },
      schema: { tags, operationId: 'resumeOrder', summary: 'Take a suspension back', ...STATING },
    },
    async (request, reply) => answer(reply, await facts.resume(request.params.number, statingOf(request))),
  );

  app.post(
    '/v1/orders/:number/cancellation',
    {
      config: { scope: 'orders:write' },
      schema: {
        ...{ tags, operationId: 'cancelOrder', summary: 'Cancel an order, or lines of it, now or on a later day' },
        ...{ body: Cancellation, ...STATING },
        problems: [...STATING.problems, 'LINE_CANCELED', 'LINE_UNKNOWN', 'REFERENCE_TAKEN'],
        description:
          'What is canceled owns nothing; it can be withdrawn for 14 days. Canceling a canceled order again is no error.',
      },
    },
    async (request, reply) =>
      answer(reply, await facts.cancel(request.params.number, request.body, statingOf(request))),
  );

  for (const { kind, path, ...named } of WITHDRAWALS)
    app.delete(
      `/v1/orders/:number/${path}/:reference`,
      {
        config: { scope: 'orders:write' },
        schema: {
          ...{ tags, ...named, ...STATING },
          problems: [...STATING.problems, 'NOT_THE_NEWEST', 'REFERENCE_UNKNOWN', 'TOO_LATE_TO_WITHDRAW'],
          params: Closed({ number: Id, reference: Known }),
          description:
            'Within 14 days, while nothing later concerns one of its lines. Each is as it was; what servers gave back meanwhile stays so. Once more changes nothing.',
        },
      },
      async (request, reply) => {
        const { number, reference } = request.params;
        return answer(reply, await facts.withdraw(number, { kind, reference }, statingOf(request)));
      },
    );

  app.delete(
    '/v1/orders/:number/planned/:plan',
    {
      config: { scope: 'orders:write' },
      schema: {
        ...{ tags, operationId: 'withdrawPlan', summary: 'Take back what is planned for a line', ...STATING },
        problems: [...STATING.problems, 'PLAN_UNKNOWN'],
        params: Closed({ number: Id, plan: Id }),
        description: 'Lines list what is planned for them. What has happened, or was taken back, is not found.',
      },
    },
    async (request, reply) => {
      const { number, plan } = request.params;
      return answer(reply, await facts.withdrawPlan(number, plan, statingOf(request)));
    },
  );
}
