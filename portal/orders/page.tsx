import type { ReactNode } from 'react';
import type { Offer } from '../../domain/order/offers.ts';
import { ORDER_STAGES } from '../../domain/order/order.ts';
import { isDirect } from '../../domain/order/arriving/seller.ts';
import { InstantText } from '../format.tsx';
import { useCustomerTrail } from '../parts/frame/customer-head.tsx';
import { Page } from '../layout.tsx';
import { Name } from '../parts/said/name.tsx';
import { Live } from '../parts/said/live.tsx';
import { Notice } from '../parts/said/notice.tsx';
import { OrderBadges } from '../parts/said/states.tsx';
import { Steps } from '../parts/frame/steps.tsx';
import { Timeline } from '../parts/said/timeline.tsx';
import { useTexts } from '../reader.ts';
import type { JournalEvent } from '../services.ts';
import type { DeliveryMails } from '../../services/mails/mails.ts';
import { ChangedNotice, type readChanged } from './change/done.tsx';
import { ChangeMenu } from './change/menu.tsx';
import { Deliveries } from './deliveries.tsx';
import { CanceledLines, RenewedLines } from './event-lines.tsx';
import { OrderLines } from './lines.tsx';
import type { Order } from './order.ts';

export type OrderPageProps = {
  order: Order;
  events: readonly JournalEvent[];
  /** Names of the servers that the order knows, by their ids; of none whose pages the reader can't open. */
  servers: ReadonlyMap<string, string>;
  /** What to call those who did something, by what events say. */
  doers: ReadonlyMap<string, string>;
  /** Whether the reader may unlock, and have an e-mail sent again. */
  unlocks: boolean;
  /** Whether the reader may replace the links that unlock. */
  replacesLinks: boolean;
  /** Where Temporal shows the order's workflow, for those who may look there. */
  temporalUrl: string | null;
  /** What was sent of each delivery, for who may have it sent again. */
  mails: readonly DeliveryMails[];
  /** What the reader may change of it, and whether it would be taken now. */
  offers: readonly Offer[];
  /** The change that was just made. */
  changed: ReturnType<typeof readChanged>;
  /** Whether an e-mail is being sent again. */
  resent: boolean;
  /** The delivery whose unlock link was just replaced; empty where none was. */
  replaced: string;
};

/** One order: how far it is, what was delivered and how that was announced, and its whole life. */
export function OrderPage(props: OrderPageProps) {
  const {
    order,
    events,
    servers,
    doers,
    unlocks,
    replacesLinks,
    mails,
    temporalUrl,
    resent,
    replaced,
    offers,
    changed,
  } = props;
  const { words, orders } = useTexts();
  return (
    <Page
      title={`${words.order} ${order.number}`}
      back={useCustomerTrail(order.customer, 'orders')}
      aside={<OrderBadges order={order} />}
      wide
    >
      <ChangedNotice changed={changed} />
      {resent && <Notice kind="success" title={orders.resent} text={orders.resentText} />}
      {replaced && <Notice kind="success" title={orders.linkReplaced} text={orders.linkReplacedText} />}
      <Live>
        {order.status !== 'open' && (
          <Notice kind="warning" title={words.statuses[order.status]} text={orders.statusTexts[order.status]} />
        )}
        <section className="card mb-3" aria-label={orders.stage}>
          <div className="card-body">
            <Steps
              steps={ORDER_STAGES.map((stage) => ({ key: stage, text: words.stages[stage] }))}
              current={order.stage}
            />
            <dl className="facts mt-3">
              <Party term={words.customer} party={order.customer} />
              <Party term={words.reseller} party={order.reseller} />
              <Party term={words.distributor} party={order.distributor} />
              {isDirect(order) && <Fact term={words.seller}>{orders.direct}</Fact>}
              {order.purchaseOrder !== null && (
                <Fact term={words.purchaseOrder}>
                  <bdi>{order.purchaseOrder}</bdi>
                </Fact>
              )}
              <Fact term={orders.placed}>
                <InstantText at={order.placedAt} />
              </Fact>
            </dl>
            {temporalUrl && (
              <p className="mt-3 mb-0">
                <a href={temporalUrl}>{orders.temporal}</a>
              </p>
            )}
          </div>
        </section>
        <ChangeMenu number={order.number} offers={offers} />
        <OrderLines order={order} servers={servers} />
        <Deliveries {...{ order, unlocks, replacesLinks, mails }} toSend={replaced} />
        <section className="card" aria-labelledby="life">
          <div className="card-body">
            <h2 className="card-title" id="life">
              {orders.life}
            </h2>
            {events.length === 0 ? (
              <p className="m-0">{orders.noLife}</p>
            ) : (
              <Timeline
                events={events}
                kind="orderEvents"
                names={{
                  servers,
                  doers,
                  deliveries: new Map(order.deliveries.map(({ id, reference }) => [id, reference])),
                }}
                more={(event) => (
                  <>
                    <RenewedLines event={event} />
                    <CanceledLines event={event} />
                  </>
                )}
              />
            )}
          </div>
        </section>
      </Live>
    </Page>
  );
}

function Party({ term, party }: { term: string; party: { name: string } | null }) {
  if (!party) return null;
  return (
    <Fact term={term}>
      <Name>{party.name}</Name>
    </Fact>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </>
  );
}
