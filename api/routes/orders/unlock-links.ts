import { mayReplaceUnlockLink } from '../../../domain/people/permissions.ts';
import { Closed, Id } from '../../schemas/common.ts';
import { UnlockLinkView } from '../../schemas/orders/orders.ts';
import { onOrder } from '../../../services/permissions/permit.ts';
import type { UnlockLinkService } from '../../../services/orders/unlock-links.ts';
import type { Api } from '../../types.ts';
import { askedBy } from '../asked-by.ts';

/** What the vendor does with the unlock links of deliveries. */
export function unlockLinkRoutes(app: Api, links: UnlockLinkService): void {
  app.post(
    '/v1/orders/:number/deliveries/:delivery/unlock-link',
    {
      config: { scope: 'orders:write', ...onOrder(mayReplaceUnlockLink), answersSecret: true },
      schema: {
        ...{ tags: ['Orders'], operationId: 'replaceUnlockLink', summary: 'Replace the unlock link of a delivery' },
        problems: ['ALREADY_UNLOCKED', 'DELIVERY_UNKNOWN', 'ORDER_CANCELED', 'ORDER_ENDED', 'TEMPORAL_UNAVAILABLE'],
        description:
          'Every earlier link of the delivery stops working at once. No e-mail is sent: a copy that is sent again has the new link.',
        params: Closed({ number: Id, delivery: Id }),
        response: { 201: UnlockLinkView },
      },
    },
    async (request, reply) => {
      const { number, delivery } = request.params;
      const replaced = await links.replace(number, delivery, askedBy(request));
      return reply.code(201).header('cache-control', 'no-store').send(replaced);
    },
  );
}
