import { isDirect, sellerOf } from '../../domain/order/arriving/seller.ts';
import { isOver } from '../../domain/order/line/capacity.ts';
import { InstantText } from '../format.tsx';
import { Page } from '../layout.tsx';
import { Name } from '../parts/said/name.tsx';
import { Form } from '../parts/form/form.tsx';
import { isolate } from '../parts/list/listed.ts';
import { Live } from '../parts/said/live.tsx';
import { Notice } from '../parts/said/notice.tsx';
import { useReader, useTexts } from '../reader.ts';
import { LineTable } from './line-table.tsx';
import type { UnlockableOrder } from './orders.ts';

const REFRESH_AFTER_SECONDS = 3;

type UnlockPageProps = {
  order: UnlockableOrder;
  delivery: UnlockableOrder['deliveries'][number];
  /** Whether this reader has pressed the button and waits. */
  taken: boolean;
  /** Whether what this reader has pressed the button for was changed meanwhile. */
  isChanged?: boolean;
};

/** What an unlock link shows: the delivery, and what can be done or what became of it. */
export function UnlockPage({ order, delivery, taken, isChanged = false }: UnlockPageProps) {
  const { unlock, words } = useTexts();
  const { viewer } = useReader();
  const waits = taken && delivery.unlockedAt === null && !isOver(order);
  const lines = order.lines.filter((line) => line.delivery === delivery.id);
  const back = viewer ? { href: `/orders/${order.number}`, text: order.number } : undefined;
  return (
    <Page title={unlock.title} back={back} refreshAfterSeconds={waits ? REFRESH_AFTER_SECONDS : undefined}>
      <Live everySeconds={waits ? REFRESH_AFTER_SECONDS : undefined}>
        {isChanged && <Notice kind="warning" title={unlock.changed} text={unlock.changedText} />}
        <Outcome order={order} delivery={delivery} waits={waits} />
        <div className="card">
          <div className="card-body">
            <dl className="facts">
              <dt>{words.order}</dt>
              <dd>{order.number}</dd>
              <dt>{words.customer}</dt>
              <dd>
                <Name>{order.customer.name}</Name>
              </dd>
              <Seller order={order} />
            </dl>
          </div>
          <LineTable lines={lines} />
          {delivery.unlockedAt === null && !isOver(order) && !waits && (
            <Confirmation order={order} delivery={delivery} />
          )}
        </div>
      </Live>
    </Page>
  );
}

/** Who sold it, where that is not the vendor itself. */
function Seller({ order }: { order: UnlockableOrder }) {
  const { words } = useTexts();
  if (isDirect(order)) return null;
  return (
    <>
      <dt>{order.reseller ? words.reseller : words.distributor}</dt>
      <dd>
        <Name>{sellerOf(order).name}</Name>
      </dd>
    </>
  );
}

function Outcome({ order, delivery, waits }: Pick<UnlockPageProps, 'order' | 'delivery'> & { waits: boolean }) {
  const { unlock, next } = useTexts();
  if (order.status === 'canceled') return <Notice kind="danger" title={unlock.canceled} text={unlock.canceledText} />;
  if (order.status === 'ended') return <Notice kind="danger" title={unlock.ended} text={unlock.endedText} />;
  const suspended = order.status === 'suspended' && (
    <Notice kind="warning" title={unlock.suspended} text={unlock.suspendedText} />
  );
  if (waits) return <Notice kind="info" title={unlock.taken} text={unlock.takenText} />;
  if (delivery.unlockedAt === null) return suspended || null;
  return (
    <>
      <Notice
        kind="success"
        title={
          <>
            {unlock.unlockedOn} <InstantText at={delivery.unlockedAt} />
          </>
        }
        text={unlock.unlockedText(isolate(order.customer.name))}
      />
      {!isOver(order) && (
        <p>
          <a className="btn btn-primary action" href={`/customers/${order.customer.id}/assign`}>
            {next.assign}
          </a>
        </p>
      )}
      {suspended}
    </>
  );
}

function Confirmation({ order, delivery }: Pick<UnlockPageProps, 'order' | 'delivery'>) {
  const { unlock } = useTexts();
  return (
    <Form className="card-footer">
      <input type="hidden" name="edition" value={delivery.edition} />
      <p>
        {isDirect(order) ? unlock.consequenceDirect : unlock.consequence(isolate(order.customer.name))} {unlock.final}
      </p>
      <button type="submit" className="btn btn-primary btn-lg action">
        {unlock.button}
      </button>
    </Form>
  );
}
