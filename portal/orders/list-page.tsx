import { isDirect, sellerOf } from '../../domain/order/arriving/seller.ts';
import { InstantText } from '../format.tsx';
import { Page } from '../layout.tsx';
import { Name } from '../parts/said/name.tsx';
import { Chips } from '../parts/list/chips.tsx';
import { CursorPager } from '../parts/list/cursor-pager.tsx';
import { Search } from '../parts/form/fields.tsx';
import { Empty } from '../parts/list/empty.tsx';
import { Live } from '../parts/said/live.tsx';
import { OrderBadges } from '../parts/said/states.tsx';
import { useTexts } from '../reader.ts';
import { ORDER_FILTER_STAGES, type OrderListFilter } from './filter.ts';
import type { Order } from './order.ts';

type OrdersPageProps = {
  orders: readonly Order[];
  filter: OrderListFilter;
  nextCursor: string | null;
  /** The numbers of those of which something is locked that the reader may unlock. */
  unlocks: ReadonlySet<string>;
  /** Whether the reader may place orders. */
  places: boolean;
};

/** Where orders stand that were asked for like this, from the first. */
function addressOf({ q, stage }: Pick<OrderListFilter, 'q' | 'stage'>): string {
  const asked = new URLSearchParams({ ...(q && { q }), ...(stage !== 'all' && { stage }) }).toString();
  return asked ? `/orders?${asked}` : '/orders';
}

const NONE: ReadonlySet<string> = new Set();

/** Orders that the reader may see, last accepted first. */
export function OrdersPage({ orders, filter, nextCursor, unlocks, places }: OrdersPageProps) {
  const { orders: texts, filter: words, next, orderChanges } = useTexts();
  const asked = filter.q !== '' || filter.stage !== 'all';
  return (
    <Page
      title={texts.title}
      action={
        places && (
          <a className="btn btn-primary action" href="/place-order">
            {orderChanges.changes.place.title}
          </a>
        )
      }
      wide
    >
      <Chips
        label={texts.stage}
        choices={ORDER_FILTER_STAGES.map((stage) => ({
          href: addressOf({ ...filter, stage }),
          text: texts.stages[stage],
        }))}
        current={addressOf(filter)}
      />
      <section className="card" aria-label={texts.title}>
        <form
          method="get"
          role="search"
          className="card-body border-bottom d-flex flex-wrap align-items-end gap-2"
          data-autosubmit
        >
          <Search label={texts.search} value={filter.q} />
          {filter.stage !== 'all' && <input type="hidden" name="stage" value={filter.stage} />}
          <button className="btn">{words.apply}</button>
        </form>
        <Live>
          {orders.length > 0 ? (
            <form method="get" action="/unlocking">
              <OrderTable orders={orders} unlocks={unlocks} />
              {unlocks.size > 0 && (
                <div className="card-footer">
                  <button className="btn action">{next.unlockChosen}</button>
                </div>
              )}
            </form>
          ) : asked ? (
            <p className="card-body m-0">
              {words.nothing} <a href="/orders">{words.clear}</a>
            </p>
          ) : (
            <Empty icon="order" {...texts.empty} />
          )}
        </Live>
        <CursorPager
          path="/orders"
          parameters={{ q: filter.q, stage: filter.stage }}
          cursor={filter.cursor}
          nextCursor={nextCursor}
        />
      </section>
    </Page>
  );
}

/** Orders, a row each; `unlocks` are those that can be chosen to be unlocked. */
export function OrderTable({
  orders,
  unlocks = NONE,
}: Pick<OrdersPageProps, 'orders'> & { unlocks?: ReadonlySet<string> }) {
  const { words, orders: texts, next } = useTexts();
  return (
    <table className="table card-table table-vcenter table-mobile-md">
      <thead>
        <tr>
          <th scope="col">{words.order}</th>
          <th scope="col">{words.customer}</th>
          <th scope="col">{words.seller}</th>
          <th scope="col">{texts.placed}</th>
          <th scope="col">{texts.stage}</th>
        </tr>
      </thead>
      <tbody>
        {orders.map(({ number, purchaseOrder, placedAt, ...order }) => (
          <tr key={number}>
            <th scope="row" data-label={words.order}>
              {unlocks.has(number) && (
                <input
                  className="form-check-input me-2"
                  type="checkbox"
                  name="order"
                  value={number}
                  aria-label={next.choose(number)}
                />
              )}
              <a href={`/orders/${number}`}>
                <bdi>{number}</bdi>
              </a>
              {purchaseOrder !== null && (
                <div className="text-secondary fw-normal">
                  {words.purchaseOrder} <bdi>{purchaseOrder}</bdi>
                </div>
              )}
            </th>
            <td data-label={words.customer}>
              <Name>{order.customer.name}</Name>
            </td>
            <td data-label={words.seller}>{isDirect(order) ? texts.direct : <Name>{sellerOf(order).name}</Name>}</td>
            <td data-label={texts.placed}>
              <InstantText at={placedAt} />
            </td>
            <td data-label={texts.stage}>
              <OrderBadges order={order} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
