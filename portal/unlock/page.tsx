import { isOver } from '../../domain/order/capacity.ts';
import { InstantText } from '../format.tsx';
import { Name, Page } from '../layout.tsx';
import { LineTable } from './line-table.tsx';
import type { UnlockableOrder } from './orders.ts';

const REFRESH_AFTER_SECONDS = 3;

type UnlockPageProps = {
  order: UnlockableOrder;
  delivery: UnlockableOrder['deliveries'][number];
  /** Whether this reader has pressed the button and waits. */
  taken: boolean;
};

/** What an unlock link shows: the delivery, and what can be done or what became of it. */
export function UnlockPage({ order, delivery, taken }: UnlockPageProps) {
  const waits = taken && delivery.unlockedAt === null && !isOver(order);
  const lines = order.lines.filter((line) => line.delivery === delivery.id);
  return (
    <Page title="Unlock licenses" refreshAfterSeconds={waits ? REFRESH_AFTER_SECONDS : undefined}>
      <Outcome order={order} delivery={delivery} waits={waits} />
      <div className="card">
        <div className="card-body">
          <dl className="facts">
            <dt>Order</dt>
            <dd>{order.number}</dd>
            <dt>Customer</dt>
            <dd>
              <Name>{order.customer.name}</Name>
            </dd>
            {order.reseller && <Reseller name={order.reseller.name} />}
          </dl>
        </div>
        <LineTable lines={lines} />
        {delivery.unlockedAt === null && !isOver(order) && !waits && <Confirmation order={order} />}
      </div>
    </Page>
  );
}

function Reseller({ name }: { name: string }) {
  return (
    <>
      <dt>Reseller</dt>
      <dd>
        <Name>{name}</Name>
      </dd>
    </>
  );
}

function Outcome({ order, delivery, waits }: Omit<UnlockPageProps, 'taken'> & { waits: boolean }) {
  if (order.status === 'canceled')
    return (
      <Notice kind="danger" title="This order was canceled." text="Its licenses can no longer be unlocked or used." />
    );
  if (order.status === 'ended')
    return (
      <Notice
        kind="danger"
        title="This order has ended."
        text="Its licenses are over, and nothing is left to unlock."
      />
    );
  if (waits)
    return (
      <Notice
        kind="info"
        title="Your unlock is taken."
        text="It is carried out as soon as possible, even if you close this page. The result shows here by itself."
      />
    );
  if (delivery.unlockedAt === null) return null;
  return (
    <div className="alert alert-success" role="status">
      <div>
        <h2 className="alert-title">
          Unlocked on <InstantText at={new Date(delivery.unlockedAt)} />
        </h2>
        <div className="text-secondary">
          <Name>{order.customer.name}</Name> has these licenses in its Smart Account. Assigned to a server, they are
          activated with the server’s Activation Token.
        </div>
      </div>
    </div>
  );
}

function Notice({ kind, title, text }: { kind: 'danger' | 'info'; title: string; text: string }) {
  return (
    <div className={`alert alert-${kind}`} role="status">
      <div>
        <h2 className="alert-title">{title}</h2>
        <div className="text-secondary">{text}</div>
      </div>
    </div>
  );
}

function Confirmation({ order }: { order: UnlockableOrder }) {
  return (
    <form method="post" className="card-footer">
      <p>
        Once unlocked, <Name>{order.customer.name}</Name> sees these licenses in its Smart Account and can assign them
        to servers. This cannot be taken back.
      </p>
      <button type="submit" className="btn btn-primary btn-lg action">
        Unlock these licenses
      </button>
    </form>
  );
}
