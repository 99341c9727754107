import Type from 'typebox';
import { mayUnlock } from '../../../domain/people/permissions.ts';
import { Preview, Previewing } from '../../schemas/orders/order-facts.ts';
import { Id, JournalEvent, Life, Page, Paging, Closed } from '../../schemas/common.ts';
import {
  ABOUT_METADATA,
  LineOfOrder,
  LineQuery,
  METADATA_PREFIX,
  OrderQuery,
  OrderView,
  PostedOrder,
  Unlock,
} from '../../schemas/orders/orders.ts';
import type { OrderService } from '../../../services/orders/orders.ts';
import { actorOf, everybody, onOrder } from '../../../services/permissions/permit.ts';
import { Prefer, waitMsOf } from '../../prefer.ts';
import { isPreview } from '../../preview.ts';
import type { Api } from '../../types.ts';
import { answer, STATING, statingOf } from './order-facts.ts';

const ByNumber = Closed({ number: Id });

/** What the vendor's ERP does with orders, and what sellers and customers see of theirs. */
export function orderRoutes(app: Api, orders: OrderService): void {
  const tags = ['Orders'];

  app.post(
    '/v1/orders',
    {
      config: { scope: 'orders:write' },
      schema: {
        ...{ tags, operationId: 'placeOrder', summary: 'Place an order', body: PostedOrder },
        ...{
          answersWith: ['Location'],
          problems: ['ACCOUNT_KIND_DIFFERS', 'ORDER_NOT_REPAIRED', 'ORDER_NUMBER_TAKEN', 'TEMPORAL_UNAVAILABLE'],
        },
        description:
          'Once it is answered it is kept, and is delivered by itself within moments. The same number and content again is the same order: 200, and nothing happens twice.',
        querystring: Previewing,
        headers: Prefer,
        response: { 200: Type.Union([OrderView, Preview]), 201: OrderView },
      },
    },
    async (request, reply) => {
      if (isPreview(request)) return reply.send(await orders.previewOrder(actorOf(request), request.body));
      const { created, order } = await orders.takeIn(actorOf(request), request.body, waitMsOf(request));
      return reply
        .code(created ? 201 : 200)
        .header('location', `/v1/orders/${order.number}`)
        .send(order);
    },
  );

  app.get(
    '/v1/orders',
    {
      config: { scope: 'orders:read', ...everybody },
      schema: {
        ...{ tags, operationId: 'listOrders', summary: 'List orders, last accepted first', querystring: OrderQuery },
        description: ABOUT_METADATA,
        response: { 200: Page(OrderView) },
      },
    },
    async (request) => {
      const { limit, cursor, locked, ...filter } = withMetadata(request.query);
      const asked = { ...filter, ...(locked && { locked: locked === 'true' }) };
      return orders.listOrders(actorOf(request), asked, { limit, cursor });
    },
  );

  app.get(
    '/v1/lines',
    {
      config: { scope: 'orders:read', ...everybody },
      schema: {
        ...{
          tags,
          operationId: 'listLines',
          summary: 'List the lines of all orders, whose last day comes first first',
        },
        querystring: LineQuery,
        description: `The last day is that of the term, else of the care; lines without one come last. ${ABOUT_METADATA}`,
        response: { 200: Page(LineOfOrder) },
      },
    },
    async (request) => {
      const { limit, cursor, ...asked } = withMetadata(request.query);
      return orders.listLines(actorOf(request), asked, { limit, cursor });
    },
  );

  app.get(
    '/v1/orders/:number',
    {
      config: { scope: 'orders:read', ...onOrder() },
      schema: {
        tags,
        operationId: 'readOrder',
        summary: 'Read an order',
        params: ByNumber,
        response: { 200: OrderView },
      },
    },
    async (request) => orders.readOrder(actorOf(request), request.params.number),
  );

  app.get(
    '/v1/orders/:number/events',
    {
      config: { scope: 'orders:read', ...onOrder() },
      schema: {
        ...{
          tags,
          operationId: 'listOrderEvents',
          summary: 'Read the whole life of an order, oldest first',
          params: ByNumber,
        },
        querystring: Closed(Paging),
        response: { 200: Life(JournalEvent) },
      },
    },
    async (request) => orders.listEvents(actorOf(request), request.params.number, request.query),
  );

  app.post(
    '/v1/orders/:number/unlock',
    {
      config: { scope: 'orders:write', ...onOrder(mayUnlock) },
      schema: {
        ...{
          tags,
          operationId: 'unlockOrder',
          summary: 'Unlock a delivery, or all that is locked',
          body: Unlock,
          ...STATING,
        },
        problems: [...STATING.problems, 'DELIVERY_UNKNOWN'],
      },
    },
    async (request, reply) => {
      const { number } = request.params;
      const { by, preview } = statingOf(request);
      const unlock = request.body ?? {};
      return answer(
        reply,
        preview ? await orders.previewUnlock(preview, number, unlock) : await orders.unlock(number, unlock, { by }),
      );
    },
  );
}

/** A query with its filters by metadata as one field. */
function withMetadata<Query extends object>(query: Query): Query & { metadata?: Record<string, string> } {
  const entries = Object.entries(query as Record<string, string>);
  const isMetadata = ([name]: [string, string]) => name.startsWith(METADATA_PREFIX);
  const metadata = entries
    .filter(isMetadata)
    .map(([name, value]) => [name.slice(METADATA_PREFIX.length), value] as const);
  if (metadata.length === 0) return query;
  const others = Object.fromEntries(entries.filter((entry) => !isMetadata(entry))) as Query;
  return { ...others, metadata: Object.fromEntries(metadata) };
}
