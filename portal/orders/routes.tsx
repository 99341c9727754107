import type { FastifyInstance } from 'fastify';
import { everybody, onOrder } from '../../services/permissions/permit.ts';
import { serverNames } from '../../db/queries/pages/servers.ts';
import { doersOf } from '../session/doers.ts';
import { isOver } from '../../domain/order/line/capacity.ts';
import { sellerOf } from '../../domain/order/arriving/seller.ts';
import {
  mayChangeOrders,
  mayReplaceUnlockLink,
  maySeeServers,
  maySeeTemporal,
  mayUnlock,
} from '../../domain/people/permissions.ts';
import { readForm } from '../form.ts';
import { sendPage } from '../pages.tsx';
import { readText, type Query } from '../parts/list/query.ts';
import type { PageServices } from '../services.ts';
import { viewerOf } from '../session/signed-in-only.ts';
import { readOrderFilter } from './filter.ts';
import { readChanged } from './change/done.tsx';
import { OrdersPage } from './list-page.tsx';
import { OrderPage } from './page.tsx';

type Route = { Params: { number: string }; Querystring: Query };
type DeliveryRoute = { Params: { number: string; delivery: string } };

const PAGE_ROWS = 50;

/** The address of Temporal's own pages, without a slash at its end, and where the workflows are. */
export type TemporalPages = { url: string; namespace: string };

/** Orders: the list, a page each, and its e-mail once more. */
export function registerOrders(app: FastifyInstance, services: PageServices, temporal: TemporalPages | null): void {
  app.get<{ Querystring: Query }>('/orders', { config: everybody }, async (request, reply) => {
    const filter = readOrderFilter(request.query);
    const { items, nextCursor } = await services.orders.listOrders(
      viewerOf(request),
      { ...(filter.q && { q: filter.q }), ...(filter.stage !== 'all' && { stage: filter.stage }) },
      { limit: PAGE_ROWS, ...(filter.cursor && { cursor: filter.cursor }) },
    );
    const viewer = viewerOf(request);
    const unlocks = items.filter(
      (order) =>
        !isOver(order) &&
        order.deliveries.some(({ unlockedAt }) => unlockedAt === null) &&
        mayUnlock(viewer, { seller: sellerOf(order).id }),
    );
    return sendPage(
      reply,
      <OrdersPage
        {...{ filter, nextCursor }}
        orders={items}
        unlocks={new Set(unlocks.map(({ number }) => number))}
        places={mayChangeOrders(viewer)}
      />,
    );
  });

  app.get<Route>('/orders/:number', { config: onOrder() }, async (request, reply) => {
    const viewer = viewerOf(request);
    const { number } = request.params;
    const [order, events, { items: offers }] = await Promise.all([
      services.orders.readOrder(viewer, number),
      services.lifeOfOrder(viewer, number),
      services.offers.list(viewer, number),
    ]);
    const facts = await services.customerFacts(viewer, order.customer.id);
    const servers = maySeeServers(viewer, facts) ? await serverNames(services.em(), order.customer.id) : new Map();
    const doers = await doersOf(services, viewer, events);
    const unlocks = mayUnlock(viewer, { seller: sellerOf(order).id });
    return sendPage(
      reply,
      <OrderPage
        {...{ order, events, servers, doers, unlocks, offers }}
        changed={readChanged(request.query)}
        replacesLinks={mayReplaceUnlockLink(viewer)}
        mails={unlocks ? await services.mails.readMails(number) : []}
        temporalUrl={temporal && maySeeTemporal(viewer) ? workflowUrl(temporal, number) : null}
        resent={readText(request.query.resent) !== ''}
        replaced={readText(request.query.replaced)}
      />,
    );
  });

  app.post<DeliveryRoute>('/orders/:number/mails/:delivery', { config: onOrder(mayUnlock) }, async (request, reply) => {
    const { number, delivery } = request.params;
    await services.mails.sendAgain(number, delivery, Number(readForm(request).copy), viewerOf(request).by);
    return reply.redirect(`/orders/${number}?resent=yes`, 303);
  });
}

function workflowUrl({ url, namespace }: TemporalPages, number: string): string {
  return `${url}/namespaces/${namespace}/workflows/${encodeURIComponent(`order/${number}`)}`;
}
