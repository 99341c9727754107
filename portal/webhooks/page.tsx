import { stateOf, type WebhookService, type WebhookView } from '../../services/webhooks/webhooks.ts';
import { InstantText } from '../format.tsx';
import { Page } from '../layout.tsx';
import { Form } from '../parts/form/form.tsx';
import { Notice } from '../parts/said/notice.tsx';
import { useTexts } from '../reader.ts';
import { AttemptText, Deliveries, type DeliveriesProps } from './deliveries.tsx';
import { WebhookFields } from './fields.tsx';
import { WebhookBadge } from './state.tsx';
import type { TypedWebhook, WrongWebhook } from './webhook-form.ts';

/** What came of a message to try an endpoint. */
type Tried = Awaited<ReturnType<WebhookService['test']>>;

export type WebhookPageProps = Omit<DeliveriesProps, 'address'> & {
  account: { id: string };
  webhook: WebhookView;
  typed: TypedWebhook;
  wrong: WrongWebhook;
  /** What was just done; null where nothing was. */
  said: 'changed' | 'asked' | null;
  /** What came of a test; null where none was made. */
  tried: Tried | null;
};

/** A webhook: how it stands, why it is disabled, what can be done, and what became of each event. */
export function WebhookPage({ account, webhook, typed, wrong, said, tried, ...listed }: WebhookPageProps) {
  const { webhooks: texts, deliveries } = useTexts().account;
  const address = `/accounts/${account.id}/webhooks/${webhook.id}`;
  const isWrong = Object.keys(wrong).length > 0;
  return (
    <Page
      title={webhook.url}
      back={{ href: `/accounts/${account.id}/webhooks`, text: texts.title }}
      aside={<WebhookBadge webhook={webhook} />}
      more={[
        { href: `${address}/rotate`, text: texts.rotate },
        { href: `${address}/remove`, text: texts.remove, grave: true },
      ]}
    >
      {said && <Notice kind="success" title={said === 'changed' ? texts.changed : deliveries.asked} />}
      {tried && <TriedNotice tried={tried} />}
      {isWrong && <Notice kind="danger" title={wrong.title ?? texts.wrong.title} />}
      {webhook.disabledFor && (
        <Notice
          kind={webhook.disabledFor === 'asked' ? 'info' : 'danger'}
          {...texts.disabledFor[webhook.disabledFor]}
        />
      )}
      <Acts address={address} webhook={webhook} />
      <details className="card mb-3" open={isWrong}>
        <summary className="card-header">{texts.change}</summary>
        <Form action={address}>
          <div className="card-body">
            <SeenState webhook={webhook} />
            <WebhookFields typed={typed} wrong={wrong} />
          </div>
          <div className="card-footer">
            <button className="btn action">{texts.change}</button>
          </div>
        </Form>
      </details>
      <Deliveries address={address} {...listed} />
    </Page>
  );
}

/** Which state of it a form is about: one that was changed since is not changed by it. */
function SeenState({ webhook }: { webhook: WebhookView }) {
  return <input type="hidden" name="seen" value={stateOf(webhook)} />;
}

function TriedNotice({ tried }: { tried: Tried }) {
  const { webhooks: texts } = useTexts().account;
  const isTaken = tried.status !== null && tried.status >= 200 && tried.status < 300;
  return (
    <Notice kind={isTaken ? 'success' : 'danger'} title={isTaken ? texts.tested.title : texts.testFailed}>
      <AttemptText attempt={tried} /> (<InstantText at={tried.at} />)
    </Notice>
  );
}

/** Tries it, and switches it on and off. */
function Acts({ address, webhook }: { address: string; webhook: WebhookView }) {
  const { webhooks: texts } = useTexts().account;
  const isEnabled = webhook.state === 'enabled';
  return (
    <div className="d-flex flex-wrap gap-2 mb-3">
      <Form action={`${address}/test`}>
        <button className={isEnabled ? 'btn btn-primary action' : 'btn action'}>{texts.test}</button>
      </Form>
      <Form action={`${address}/state`} className="d-flex flex-wrap gap-2">
        <SeenState webhook={webhook} />
        {isEnabled ? (
          <button className="btn action" name="state" value="disabled">
            {texts.disable}
          </button>
        ) : (
          <>
            <button className="btn btn-primary action" name="state" value="enabled">
              {texts.enable}
            </button>
            <button className="btn action" name="state" value="from-now">
              {texts.enableFromNow}
            </button>
          </>
        )}
      </Form>
    </div>
  );
}
