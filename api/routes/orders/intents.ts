import { mayStateIntent } from '../../../domain/people/permissions.ts';
import { actorOf, everybody, onOrder } from '../../../services/permissions/permit.ts';
import type { StateMany } from '../../../services/orders/intents-of-many.ts';
import type { IntentService } from '../../../services/orders/intents.ts';
import { Closed, Id } from '../../schemas/common.ts';
import { Intent, IntentOfMany, StatedOfMany } from '../../schemas/orders/order-facts.ts';
import type { Api } from '../../types.ts';
import { askedBy } from '../asked-by.ts';
import { answer, STATING, statingOf } from './order-facts.ts';

/** When to send again what is not known yet. */
const RETRY_AFTER_SECONDS = 5;

/** What sellers say that they mean to do when lines end. */
export function intentRoutes(app: Api, intents: IntentService, stateMany: StateMany): void {
  const tags = ['Orders'];
  const of = {
    ...STATING,
    params: Closed({ number: Id, line: Id }),
    problems: [...STATING.problems, 'LINE_CANCELED', 'LINE_UNKNOWN'],
  } as const;

  app.put(
    '/v1/orders/:number/lines/:line/intent',
    {
      config: { scope: 'orders:write', ...onOrder(mayStateIntent) },
      schema: {
        ...{
          tags,
          operationId: 'stateIntent',
          summary: 'Say what is meant to be done when a line ends',
          body: Intent,
          ...of,
        },
        description:
          'It changes no right, and its customer does not see it. A line that is to end needs no notice; a renewal, a conversion and another seller end it.',
      },
    },
    async (request, reply) => {
      const { number, line } = request.params;
      const stating = { ...statingOf(request), ...askedBy(request) };
      return answer(reply, await intents.state(number, line, request.body, stating));
    },
  );

  app.post(
    '/v1/intents',
    {
      config: { scope: 'orders:write', ...everybody },
      schema: {
        ...{ tags, operationId: 'stateIntents', summary: 'Say what is meant to be done when many lines end' },
        description:
          'Each line is told by the very statement of its own call, and has its own outcome: one that is refused stops none of the others. A line that means this already stays as it is, with its capacity and its note; one that meant something else keeps its note. 202 where something is not known yet: the same request with the same `Idempotency-Key` hears it.',
        ...{ body: IntentOfMany, answersWith: ['Retry-After'] },
        response: { 200: StatedOfMany, 202: StatedOfMany },
      },
    },
    async (request, reply) => {
      const { lines, intent } = request.body;
      const items = await stateMany(actorOf(request), lines, intent, askedBy(request));
      if (items.every(({ outcome }) => outcome !== 'waiting')) return reply.send({ items });
      return reply.code(202).header('retry-after', RETRY_AFTER_SECONDS).send({ items });
    },
  );

  app.delete(
    '/v1/orders/:number/lines/:line/intent',
    {
      config: { scope: 'orders:write', ...onOrder(mayStateIntent) },
      schema: {
        tags,
        operationId: 'withdrawIntent',
        summary: 'Take back what was meant to be done when a line ends',
        ...of,
      },
    },
    async (request, reply) => {
      const { number, line } = request.params;
      const stating = { ...statingOf(request), ...askedBy(request) };
      return answer(reply, await intents.state(number, line, null, stating));
    },
  );
}
