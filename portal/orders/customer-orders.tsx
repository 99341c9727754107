import type { FastifyInstance } from 'fastify';
import { onCustomer } from '../../services/permissions/permit.ts';
import { Page } from '../layout.tsx';
import { sendPage } from '../pages.tsx';
import { CursorPager } from '../parts/list/cursor-pager.tsx';
import { sightOfParts, useCustomerHead, type CustomerSight } from '../parts/frame/customer-head.tsx';
import { Empty } from '../parts/list/empty.tsx';
import { Live } from '../parts/said/live.tsx';
import { readText, type Query } from '../parts/list/query.ts';
import { useTexts } from '../reader.ts';
import type { PageServices } from '../services.ts';
import { viewerOf } from '../session/signed-in-only.ts';
import { OrderTable } from './list-page.tsx';
import type { Order } from './order.ts';

const PAGE_ROWS = 50;

/** What a customer bought, as far as the reader sees it. */
export function registerCustomerOrders(app: FastifyInstance, services: PageServices): void {
  app.get<{ Params: { id: string }; Querystring: Query }>(
    '/customers/:id/orders',
    { config: onCustomer() },
    async (request, reply) => {
      const viewer = viewerOf(request);
      const { id } = request.params;
      const cursor = readText(request.query.cursor);
      const [facts, customer, { items: orders, nextCursor }] = await Promise.all([
        services.customerFacts(viewer, id),
        services.accounts.readAccount(id),
        services.orders.listOrders(viewer, { customer: id }, { limit: PAGE_ROWS, ...(cursor && { cursor }) }),
      ]);
      const sees = sightOfParts(viewer, facts);
      return sendPage(reply, <CustomerOrders {...{ customer, sees, orders, cursor, nextCursor }} />);
    },
  );
}

type CustomerOrdersProps = {
  customer: { id: string; name: string };
  sees: CustomerSight;
  orders: readonly Order[];
  cursor: string;
  nextCursor: string | null;
};

/** The orders of a customer, last accepted first. */
function CustomerOrders({ customer, sees, orders, cursor, nextCursor }: CustomerOrdersProps) {
  const { orders: texts } = useTexts();
  return (
    <Page {...useCustomerHead(customer, 'orders', sees)} wide>
      <section className="card" aria-label={texts.title}>
        <Live>{orders.length === 0 ? <Empty icon="order" {...texts.empty} /> : <OrderTable orders={orders} />}</Live>
        <CursorPager
          path={`/customers/${customer.id}/orders`}
          parameters={{}}
          cursor={cursor}
          nextCursor={nextCursor}
        />
      </section>
    </Page>
  );
}
