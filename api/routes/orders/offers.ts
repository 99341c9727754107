import type { OfferService } from '../../../services/orders/offers.ts';
import { actorOf, onOrder } from '../../../services/permissions/permit.ts';
import { Closed, Id } from '../../schemas/common.ts';
import { Offers } from '../../schemas/orders/order-facts.ts';
import type { Api } from '../../types.ts';

/** What can be changed of an order now. */
export function offerRoutes(app: Api, offers: OfferService): void {
  app.get(
    '/v1/orders/:number/changes',
    {
      config: { scope: 'orders:read', ...onOrder() },
      schema: {
        ...{ tags: ['Orders'], operationId: 'listOrderChanges' },
        summary: 'List what may be changed of an order now, and why not the rest',
        description:
          'As the rules that judge changes say it, by the mildest of each kind: one that is stated may still be refused for what it says. Whoever may change nothing gets an empty list.',
        params: Closed({ number: Id }),
        response: { 200: Offers },
      },
    },
    async (request) => offers.list(actorOf(request), request.params.number),
  );
}
