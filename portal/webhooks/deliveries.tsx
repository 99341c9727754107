import { DELIVERY_STATES, type DeliveryState } from '../../domain/webhook/delivery.ts';
import type { WebhookService } from '../../services/webhooks/webhooks.ts';
import { InstantText } from '../format.tsx';
import { Badge, type Tone } from '../parts/said/badge.tsx';
import { Chips } from '../parts/list/chips.tsx';
import { Empty } from '../parts/list/empty.tsx';
import { Form } from '../parts/form/form.tsx';
import type { IconName } from '../parts/said/icon.tsx';
import { Live } from '../parts/said/live.tsx';
import { useFormat, useTexts } from '../reader.ts';

type Delivery = Awaited<ReturnType<WebhookService['listDeliveries']>>['items'][number];
type Attempt = Pick<Delivery['attempts'][number], 'status' | 'error' | 'durationMs'>;

export type DeliveriesProps = {
  /** Of the webhook. */
  address: string;
  deliveries: readonly Delivery[];
  state: DeliveryState | 'any';
  nextCursor: string | null;
};

const LOOKS: Record<DeliveryState, { tone: Tone; icon: IconName }> = {
  waiting: { tone: 'info', icon: 'clock' },
  delivered: { tone: 'good', icon: 'check' },
  failed: { tone: 'danger', icon: 'alert' },
};

/** What became of each event at a webhook, the newest first. */
export function Deliveries({ address, deliveries, state, nextCursor }: DeliveriesProps) {
  const { deliveries: texts } = useTexts().account;
  const to = (some: string, cursor = '') =>
    `${address}?${new URLSearchParams({ state: some, ...(cursor && { cursor }) }).toString()}`;
  const choices = (['any', ...DELIVERY_STATES] as const).map((one) => ({
    href: to(one),
    text: one === 'any' ? texts.any : texts.states[one],
  }));
  return (
    <section className="card" aria-labelledby="deliveries">
      <div className="card-body">
        <h2 className="card-title" id="deliveries">
          {texts.title}
        </h2>
        <p className="text-secondary">{texts.introduction}</p>
        <Chips label={texts.state} choices={choices} current={to(state)} />
      </div>
      <Live>
        {deliveries.length === 0 ? (
          <Empty icon="mail" {...texts.none} />
        ) : (
          <Table address={address} deliveries={deliveries} />
        )}
      </Live>
      {nextCursor && (
        <div className="card-footer">
          <a className="btn" rel="next" href={to(state, nextCursor)}>
            {texts.older}
          </a>
        </div>
      )}
    </section>
  );
}

function Table({ address, deliveries }: Pick<DeliveriesProps, 'address' | 'deliveries'>) {
  const { deliveries: texts } = useTexts().account;
  return (
    <table className="table card-table table-vcenter table-mobile-md">
      <thead>
        <tr>
          <th scope="col">{texts.event}</th>
          <th scope="col">{texts.state}</th>
          <th scope="col">{texts.attempts}</th>
          <th scope="col">
            <span className="visually-hidden">{texts.again}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {deliveries.map(({ event, type, state, attempts }) => (
          <tr key={event}>
            <th scope="row" data-label={texts.event} className="wrap">
              <code dir="ltr">{type}</code>
              <div className="text-secondary fw-normal">
                <bdi dir="ltr">{event}</bdi>
              </div>
            </th>
            <td data-label={texts.state}>
              <Badge {...LOOKS[state]}>{texts.states[state]}</Badge>
            </td>
            <td data-label={texts.attempts}>
              {attempts.length === 0 && <span className="text-secondary">{texts.noAttempts}</span>}
              {attempts.map((attempt) => (
                <div key={attempt.at}>
                  <InstantText at={attempt.at} />: <AttemptText attempt={attempt} />
                </div>
              ))}
            </td>
            <td>
              <Form action={`${address}/deliveries/${event}`}>
                <button className="btn btn-sm" aria-label={texts.againFor(event)}>
                  {texts.again}
                </button>
              </Form>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What was answered, or why nothing was. */
export function AttemptText({ attempt: { status, error, durationMs } }: { attempt: Attempt }) {
  const { deliveries: texts } = useTexts().account;
  const { number } = useFormat();
  if (error) return <>{texts.errors[error]}</>;
  return <>{texts.answered(String(status), number(durationMs))}</>;
}
