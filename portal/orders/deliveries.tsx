import type { DeliveryMails } from '../../services/mails/mails.ts';
import { InstantText } from '../format.tsx';
import { sellerOf } from '../../domain/order/arriving/seller.ts';
import { isOver } from '../../domain/order/line/capacity.ts';
import { Badge, type Tone } from '../parts/said/badge.tsx';
import { Form } from '../parts/form/form.tsx';
import { Icon } from '../parts/said/icon.tsx';
import { useTexts } from '../reader.ts';
import type { Delivery, Order } from './order.ts';

type DeliveriesProps = {
  order: Order;
  unlocks: boolean;
  /** Whether the reader may replace the links that unlock. */
  replacesLinks: boolean;
  mails: readonly DeliveryMails[];
  /** The delivery whose e-mail is to be sent again next; empty where none is. */
  toSend: string;
};

/** How each delivery was announced, and whether it is unlocked. */
export function Deliveries({ order, unlocks, replacesLinks, mails, toSend }: DeliveriesProps) {
  const { orders, words, mails: mailTexts } = useTexts();
  return (
    <section className="card mb-3" aria-labelledby="deliveries">
      <div className="card-header">
        <h2 className="card-title" id="deliveries">
          {orders.deliveries}
        </h2>
        {unlocks && (
          <a className="ms-auto" href={`/orders/${order.number}/mails`}>
            {mailTexts.title}
          </a>
        )}
      </div>
      <ul className="list-group list-group-flush">
        {order.deliveries.map((delivery) => (
          <li key={delivery.id} className="list-group-item d-flex flex-wrap align-items-center gap-3">
            <div className="me-auto">
              <strong>
                <bdi>{delivery.reference}</bdi>
              </strong>
              <div className="text-secondary">
                {orders.delivered} <InstantText at={delivery.deliveredAt} />
                {delivery.unlockedAt && (
                  <>
                    {words.comma} {orders.unlocked} <InstantText at={delivery.unlockedAt} />
                  </>
                )}
              </div>
            </div>
            <MailFate mail={delivery.mail} />
            {unlocks && (
              <Actions
                {...{ order, delivery, replacesLinks }}
                mails={mails.find((one) => one.delivery === delivery.id)}
                sendsNext={toSend === delivery.id}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

const MAILS: Record<Delivery['mail'], Tone> = {
  due: 'quiet',
  sent: 'info',
  delivered: 'good',
  bounced: 'danger',
  unknown: 'warning',
  superseded: 'quiet',
};

function MailFate({ mail }: Pick<Delivery, 'mail'>) {
  const { orders } = useTexts();
  return (
    <Badge tone={MAILS[mail]} icon="mail">
      {orders.mails[mail]}
    </Badge>
  );
}

type ActionsProps = Pick<DeliveriesProps, 'order' | 'replacesLinks'> & {
  delivery: Delivery;
  mails: DeliveryMails | undefined;
  sendsNext: boolean;
};

function Actions({ order, delivery, replacesLinks, mails, sendsNext }: ActionsProps) {
  const { orders, addressCorrection } = useTexts();
  const address = `/orders/${order.number}`;
  if (isOver(order)) return null;
  return (
    <>
      {delivery.unlockedAt === null && (
        <a className="btn btn-warning action" href={`${address}/unlock/${delivery.id}`}>
          <Icon name="lock" /> {orders.unlock}
        </a>
      )}
      {delivery.unlockedAt === null && replacesLinks && (
        <a className="btn action" href={`${address}/unlock-link/${delivery.id}`}>
          {orders.replaceLink}
        </a>
      )}
      {delivery.unlockedAt === null && replacesLinks && (
        <a className="btn btn-link action" href={`/accounts/${sellerOf(order).id}/correct-address`}>
          {addressCorrection.title}
        </a>
      )}
      {mails?.next && mails.copies.length > 0 && delivery.mail !== 'due' && (
        <details open={sendsNext}>
          <summary>{orders.sendAgain}</summary>
          <Form action={`${address}/mails/${delivery.id}`} className="mt-2">
            <input type="hidden" name="copy" value={mails.next.copy} />
            <p className="mb-2">{orders.sendAgainTo(mails.next.recipient)}</p>
            <button className="btn action">{orders.sendAgainButton}</button>
          </Form>
        </details>
      )}
    </>
  );
}
