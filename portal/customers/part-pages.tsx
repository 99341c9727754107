import type { SuspendedShare } from '../../db/queries/pages/servers.ts';
import { ActivityList, type ActivityListProps } from '../activity/list.tsx';
import { Page } from '../layout.tsx';
import { ServerList } from '../licenses/servers.tsx';
import { OrderTable } from '../orders/list-page.tsx';
import type { Order } from '../orders/order.ts';
import type { Advised } from '../parts/advised.tsx';
import { CursorPager } from '../parts/cursor-pager.tsx';
import { Empty } from '../parts/empty.tsx';
import { Live } from '../parts/live.tsx';
import { useTexts } from '../reader.ts';
import type { Server } from '../services.ts';
import { useCustomerHead, type CustomerSight } from './head.tsx';

type OfCustomer = { customer: { id: string; name: string }; sees: CustomerSight };

type ServersProps = OfCustomer & {
  servers: readonly Server[];
  suspended: readonly SuspendedShare[];
  advised: Advised;
  manages: boolean;
};

/** The servers of a customer. */
export function CustomerServersPage({ customer, sees, ...servers }: ServersProps) {
  return (
    <Page {...useCustomerHead(customer, 'servers', sees)} wide>
      <Live>
        <ServerList customer={customer.id} hasLicenses {...servers} />
      </Live>
    </Page>
  );
}

type OrdersProps = OfCustomer & { orders: readonly Order[]; cursor: string; nextCursor: string | null };

/** What a customer bought, as far as the reader sees it, last accepted first. */
export function CustomerOrdersPage({ customer, sees, orders, cursor, nextCursor }: OrdersProps) {
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

/** Who did what at a customer. */
export function CustomerActivityPage({ customer, sees, list }: OfCustomer & { list: ActivityListProps }) {
  return (
    <Page {...useCustomerHead(customer, 'activity', sees)} wide>
      <ActivityList {...list} />
    </Page>
  );
}
