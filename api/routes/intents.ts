import { mayStateIntent } from '../../domain/permissions.ts';
import type { IntentService } from '../../services/orders/intents.ts';
import { onOrder } from '../../services/permissions/permit.ts';
import { Closed, Id } from '../schemas/common.ts';
import { Intent } from '../schemas/order-facts.ts';
import type { Api } from '../types.ts';
import { askedBy } from './asked-by.ts';
import { answer, STATING, statingOf } from './order-facts.ts';

/** What sellers say that they mean to do when lines end. */
export function intentRoutes(app: Api, intents: IntentService): void {
  const tags = ['Orders'];
  const of = { ...STATING, params: Closed({ number: Id, line: Id }) };

  app.put(
    '/v1/orders/:number/lines/:line/intent',
    {
      config: { scope: 'orders:write', ...onOrder(mayStateIntent) },
      schema: {
        ...{ tags, summary: 'Say what is meant to be done when a line ends', body: Intent, ...of },
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

  app.delete(
    '/v1/orders/:number/lines/:line/intent',
    {
      config: { scope: 'orders:write', ...onOrder(mayStateIntent) },
      schema: { tags, summary: 'Take back what was meant to be done when a line ends', ...of },
    },
    async (request, reply) => {
      const { number, line } = request.params;
      const stating = { ...statingOf(request), ...askedBy(request) };
      return answer(reply, await intents.state(number, line, null, stating));
    },
  );
}
