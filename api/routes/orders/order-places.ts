import type { PlaceService } from '../../../services/orders/places.ts';
import { Relocation, Transfer } from '../../schemas/orders/order-facts.ts';
import type { Api } from '../../types.ts';
import { answer, STATING, statingOf } from './order-facts.ts';

/** Where the vendor says that an order belongs. */
export function orderPlaceRoutes(app: Api, places: PlaceService): void {
  const tags = ['Orders'];

  app.put(
    '/v1/orders/:number/time-zone',
    {
      config: { scope: 'orders:write' },
      schema: {
        ...{ tags, operationId: 'changeTimeZone', summary: 'Say in which time zone the days of an order begin' },
        ...{ body: Relocation, ...STATING },
        problems: [...STATING.problems, 'REFERENCE_TAKEN'],
        description:
          'What has passed stays, and what is to come never comes to lie before the change. The same zone again, under another reference, moves what lies elsewhere by the time zone database of now.',
      },
    },
    async (request, reply) =>
      answer(reply, await places.changeTimeZone(request.params.number, request.body, statingOf(request))),
  );

  app.post(
    '/v1/orders/:number/transfer',
    {
      config: { scope: 'orders:write' },
      schema: {
        ...{
          tags,
          operationId: 'transferOrder',
          summary: 'Give an order to another customer',
          body: Transfer,
          ...STATING,
        },
        problems: [...STATING.problems, 'ACCOUNT_KIND_DIFFERS', 'REFERENCE_TAKEN', 'STILL_ASSIGNED'],
        description:
          'While servers hold nothing of it that counts; what is kept for a reinstatement is given up. The former customer reads the order no more. The same reference and content again changes nothing.',
      },
    },
    async (request, reply) =>
      answer(reply, await places.transfer(request.params.number, request.body, statingOf(request))),
  );
}
