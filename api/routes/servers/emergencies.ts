import {
  mayDeclareEmergency,
  maySeeAllEmergencies,
  maySeeEmergencies,
  maySeeEmergencyOrder,
} from '../../../domain/people/permissions.ts';
import type { EmergencyService } from '../../../services/emergencies/emergencies.ts';
import { actorOf, onCustomer, whoever } from '../../../services/permissions/permit.ts';
import { Closed, Id, Page, Paging } from '../../schemas/common.ts';
import { EmergenciesView, EmergencyView, NewEmergency } from '../../schemas/servers/emergencies.ts';
import { OrderView } from '../../schemas/orders/orders.ts';
import type { Api } from '../../types.ts';
import { askedBy } from '../asked-by.ts';

const ById = Closed({ id: Id });

/** What customers and their sellers declare when capacity has to be there at once. */
export function emergencyRoutes(app: Api, emergencies: EmergencyService): void {
  const tags = ['Emergencies'];

  app.post(
    '/v1/accounts/:id/emergencies',
    {
      config: { scope: 'orders:write', ...onCustomer(mayDeclareEmergency) },
      schema: {
        ...{ tags, operationId: 'declareEmergency', summary: 'Declare an emergency', params: ById },
        description:
          'Grants capacity for today and four days more at the customer, at once and unlocked, by an order of its own, and tells the vendor. Send an Idempotency-Key: two may be declared in any 365 days, and a repeat under the same key is the same one.',
        ...{ body: NewEmergency, answersWith: ['Location'] },
        problems: [
          ...(['APPLICATION_UNKNOWN', 'EMERGENCIES_USED_UP', 'EMERGENCY_TOO_LARGE', 'NOT_A_CUSTOMER'] as const),
          ...(['ORDER_NOT_REPAIRED', 'ORDER_NUMBER_TAKEN', 'TEMPORAL_UNAVAILABLE'] as const),
        ],
        response: { 201: OrderView },
      },
    },
    async (request, reply) => {
      const { params, body } = request;
      const actor = actorOf(request);
      const order = await emergencies.declare(actor, params.id, body, askedBy(request));
      if (maySeeEmergencyOrder(actor, params.id)) reply.header('location', `/v1/orders/${order.number}`);
      return reply.code(201).send(order);
    },
  );

  app.get(
    '/v1/accounts/:id/emergencies',
    {
      config: { scope: 'orders:read', ...onCustomer(maySeeEmergencies) },
      schema: {
        ...{ tags, operationId: 'listEmergencies', summary: 'List the emergencies of a customer, last declared first' },
        ...{ params: ById, querystring: Closed(Paging), problems: ['NOT_A_CUSTOMER'] },
        response: { 200: EmergenciesView },
      },
    },
    async (request) => emergencies.list(actorOf(request), request.params.id, request.query),
  );

  app.get(
    '/v1/emergencies',
    {
      config: { scope: 'orders:read', ...whoever(maySeeAllEmergencies) },
      schema: {
        ...{ tags, operationId: 'listAllEmergencies', summary: 'List all emergencies, last declared first' },
        ...{ querystring: Closed(Paging), response: { 200: Page(EmergencyView) } },
      },
    },
    async ({ query }) => emergencies.listAll(query),
  );
}
