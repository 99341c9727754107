import { mayLock } from '../../../domain/people/permissions.ts';
import type { AmendmentService } from '../../../services/orders/amendments.ts';
import { onOrder } from '../../../services/permissions/permit.ts';
import { Closed, Id } from '../../schemas/common.ts';
import { Amendment, Lock, Seller } from '../../schemas/orders/order-facts.ts';
import type { Api } from '../../types.ts';
import { answer, STATING, statingOf } from './order-facts.ts';

/** What corrects an order, locks again what was unlocked, and gives it another seller. */
export function amendmentRoutes(app: Api, amendments: AmendmentService): void {
  const tags = ['Orders'];

  app.post(
    '/v1/orders/:number/amendments',
    {
      config: { scope: 'orders:write' },
      schema: {
        ...{ tags, operationId: 'amendOrder', summary: 'Correct an order of which nothing has become yet' },
        ...{ body: Amendment, ...STATING },
        problems: [
          ...STATING.problems,
          'ACCOUNT_KIND_DIFFERS',
          'ALREADY_CHANGED',
          'ALREADY_EXPANDED',
          'ALREADY_UNLOCKED',
          'REFERENCE_TAKEN',
          'TOO_MANY_LINES',
        ],
        description:
          'Every earlier unlock link stops working at once. Where an e-mail may have left, one that says so follows 10 minutes after the last amendment. The same reference and content again changes nothing.',
      },
    },
    async (request, reply) =>
      answer(reply, await amendments.amend(request.params.number, request.body, statingOf(request))),
  );

  app.post(
    '/v1/orders/:number/deliveries/:delivery/lock',
    {
      config: { scope: 'orders:write', ...onOrder(mayLock) },
      schema: {
        ...{ tags, operationId: 'lockDelivery', summary: 'Lock a delivery again of which nothing is assigned' },
        ...{ body: Lock, ...STATING },
        problems: [...STATING.problems, 'DELIVERY_UNKNOWN', 'REFERENCE_TAKEN', 'STILL_ASSIGNED'],
        params: Closed({ number: Id, delivery: Id }),
        description:
          'Its unlock link works again. What is kept for a reinstatement is given up. An unlock that was asked for earlier changes nothing any more.',
      },
    },
    async (request, reply) => {
      const { number, delivery } = request.params;
      return answer(reply, await amendments.lock(number, delivery, request.body, statingOf(request)));
    },
  );

  app.put(
    '/v1/orders/:number/seller',
    {
      config: { scope: 'orders:write' },
      schema: {
        ...{ tags, operationId: 'changeSeller', summary: 'Give an order another reseller', body: Seller, ...STATING },
        problems: [...STATING.problems, 'ACCOUNT_KIND_DIFFERS', 'REFERENCE_TAKEN'],
        description:
          'What is locked gets another unlock link, which goes to the new reseller at once. The former one reads the order no more.',
      },
    },
    async (request, reply) =>
      answer(reply, await amendments.changeSeller(request.params.number, request.body, statingOf(request))),
  );
}
