import type { ReactNode } from 'react';
import { isOver } from '../../domain/order/line/capacity.ts';
import { Page } from '../layout.tsx';
import { Badge } from '../parts/said/badge.tsx';
import { Empty } from '../parts/list/empty.tsx';
import { FormActions } from '../parts/form/form-actions.tsx';
import { Form } from '../parts/form/form.tsx';
import { Live } from '../parts/said/live.tsx';
import { Name } from '../parts/said/name.tsx';
import { useFormat, useTexts } from '../reader.ts';
import { LineTable } from './line-table.tsx';
import type { PageServices } from '../services.ts';

type Order = Awaited<ReturnType<PageServices['orders']['readOrder']>>;

const REFRESH_AFTER_SECONDS = 3;

type UnlockingPageProps = {
  orders: readonly Order[];
  /** Deliveries whose unlock was taken, those that were changed before it, and those not answered for; as `<order>/<delivery>`. */
  taken: ReadonlySet<string>;
  changed: ReadonlySet<string>;
  unknown: ReadonlySet<string>;
};

/** Deliveries of one press: what became of each stands in an address, which is to stay below the 16 kB that are read. */
export const MOST_LOTS = 100;

type Lot = { order: Order; delivery: Order['deliveries'][number]; key: string };

/** Several orders at once: what of them is locked and for whom, one press, and what became of each. */
export function UnlockingPage({ orders, taken, changed, unknown }: UnlockingPageProps) {
  const { next, orders: texts, refusals } = useTexts();
  const format = useFormat();
  const back = { href: '/orders', text: texts.title };
  const lots = orders.flatMap((order): Lot[] =>
    order.deliveries.map((delivery) => ({ order, delivery, key: `${order.number}/${delivery.id}` })),
  );
  const isLocked = ({ order, delivery }: Lot) => delivery.unlockedAt === null && !isOver(order);
  const waiting = lots.filter((lot) => isLocked(lot) && taken.has(lot.key));
  // What is more is there for the next press.
  const locked = lots.filter((lot) => isLocked(lot) && !taken.has(lot.key)).slice(0, MOST_LOTS);
  const done = lots.filter((lot) => !isLocked(lot) && (taken.has(lot.key) || unknown.has(lot.key)));
  const customers = new Map([...done, ...waiting].map(({ order }) => [order.customer.id, order.customer.name]));
  return (
    <Page
      title={next.unlocking}
      back={back}
      refreshAfterSeconds={waiting.length > 0 ? REFRESH_AFTER_SECONDS : undefined}
    >
      {waiting.length + done.length + locked.length === 0 && (
        <Empty icon="lock" title={next.nothingChosen} text={next.nothingChosenText}>
          <a className="btn btn-primary action" href={back.href}>
            {next.toOrders}
          </a>
        </Empty>
      )}
      {waiting.length + done.length > 0 && (
        <Live everySeconds={waiting.length > 0 ? REFRESH_AFTER_SECONDS : undefined}>
          {waiting.map((lot) => (
            <LotCard
              key={lot.key}
              lot={lot}
              outcome={
                <Badge tone="info" icon="clock">
                  {next.beingUnlocked}
                </Badge>
              }
            />
          ))}
          {done.map((lot) => (
            <LotCard
              key={lot.key}
              lot={lot}
              outcome={
                <Badge tone="good" icon="unlock">
                  {next.unlocked}
                </Badge>
              }
            />
          ))}
          <ul className="list-unstyled d-flex flex-wrap gap-2">
            {[...customers].map(([id, name], index) => (
              <li key={id}>
                <a
                  className={index === 0 && locked.length === 0 ? 'btn btn-primary action' : 'btn action'}
                  href={`/customers/${id}/assign`}
                >
                  {next.assign} (<bdi>{name}</bdi>)
                </a>
              </li>
            ))}
          </ul>
        </Live>
      )}
      {locked.length > 0 && (
        <Form className="card" action="/unlocking">
          <div className="card-body">
            <p>{next.unlockingText}</p>
            {locked.map((lot) => (
              <div key={lot.key}>
                <input type="hidden" name={`unlock:${lot.key}`} value={lot.delivery.edition} />
                {changed.has(lot.key) && <p className="invalid-feedback d-block">{next.changed}</p>}
                {unknown.has(lot.key) && <p className="invalid-feedback d-block">{refusals.OUTCOME_UNKNOWN}</p>}
                <LotCard lot={lot} />
              </div>
            ))}
          </div>
          <FormActions button={next.unlockAll(format.number(locked.length))} back={back.href} />
        </Form>
      )}
    </Page>
  );
}

function LotCard({ lot: { order, delivery }, outcome }: { lot: Lot; outcome?: ReactNode }) {
  const { words } = useTexts();
  return (
    <section className="card mb-3" aria-label={`${words.order} ${order.number}`}>
      <div className="card-header d-flex flex-wrap gap-2">
        <h2 className="card-title me-auto">
          <Name>{order.customer.name}</Name>
        </h2>
        {outcome}
      </div>
      <div className="card-body">
        {words.order}{' '}
        <a href={`/orders/${order.number}`}>
          <bdi>{order.number}</bdi>
        </a>
        {order.purchaseOrder !== null && (
          <>
            {words.comma} {words.purchaseOrder} <bdi>{order.purchaseOrder}</bdi>
          </>
        )}
      </div>
      <LineTable lines={order.lines.filter((line) => line.delivery === delivery.id)} />
    </section>
  );
}
