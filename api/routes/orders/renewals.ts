import type { RenewalService } from '../../../services/renewals/renewals.ts';
import { actorOf, everybody } from '../../../services/permissions/permit.ts';
import { RenewalPage, RenewalQuery } from '../../schemas/orders/renewals.ts';
import type { Api } from '../../types.ts';

/** What ends, over all customers that a caller sees. */
export function renewalRoutes(app: Api, renewals: RenewalService): void {
  app.get(
    '/v1/renewals',
    {
      config: { scope: 'orders:read', ...everybody },
      schema: {
        ...{ tags: ['Orders'], operationId: 'listRenewals' },
        summary: 'List what ends and can be renewed, whose last day comes first first',
        description:
          'Lines with a last day, of orders that go on, neither canceled nor past reinstatement. What is to be done with one is said by `PUT /v1/orders/{number}/lines/{line}/intent`.',
        querystring: RenewalQuery,
        response: { 200: RenewalPage },
      },
    },
    async (request) => {
      const { limit, cursor, ...asked } = request.query;
      return renewals.list(actorOf(request), asked, { limit, cursor });
    },
  );
}
