import type { AccountKind } from '../../domain/people/permissions.ts';
import type { WebhookView } from '../../services/webhooks/webhooks.ts';
import { Page } from '../layout.tsx';
import { useAccountTabs } from '../parts/frame/account-tabs.ts';
import { Empty } from '../parts/list/empty.tsx';
import { Form } from '../parts/form/form.tsx';
import { Name } from '../parts/said/name.tsx';
import { Notice } from '../parts/said/notice.tsx';
import { useTexts } from '../reader.ts';
import { WebhookFields } from './fields.tsx';
import { WebhookBadge } from './state.tsx';
import type { TypedWebhook, WrongWebhook } from './webhook-form.ts';

export type WebhooksPageProps = {
  account: { id: string; kind: AccountKind; name: string };
  webhooks: readonly WebhookView[];
  typed: TypedWebhook;
  wrong: WrongWebhook;
  isRemoved: boolean;
};

/** The addresses that are told of an account's events, and how another one is added. */
export function WebhooksPage({ account, webhooks, typed, wrong, isRemoved }: WebhooksPageProps) {
  const { webhooks: texts } = useTexts().account;
  const isWrong = Object.keys(wrong).length > 0;
  return (
    <Page title={account.name} says={texts.introduction} tabs={useAccountTabs(account, '/webhooks')}>
      {isRemoved && <Notice kind="success" title={texts.removed} />}
      {isWrong && <Notice kind="danger" title={wrong.title ?? texts.wrong.title} />}
      <section className="card mb-3" aria-label={texts.title}>
        {webhooks.length === 0 ? (
          <Empty icon="plug" {...texts.none} />
        ) : (
          <ul className="list-group list-group-flush">
            {webhooks.map((webhook) => (
              <li key={webhook.id} className="list-group-item d-flex flex-wrap gap-2 align-items-center">
                <div className="flex-fill wrap">
                  <a href={`/accounts/${account.id}/webhooks/${webhook.id}`}>
                    <bdi dir="ltr">{webhook.url}</bdi>
                  </a>
                  {webhook.description && (
                    <div className="text-secondary">
                      <Name>{webhook.description}</Name>
                    </div>
                  )}
                </div>
                <WebhookBadge webhook={webhook} />
              </li>
            ))}
          </ul>
        )}
      </section>
      <Form action={`/accounts/${account.id}/webhooks`} className="card">
        <h2 className="card-header card-title">{texts.add}</h2>
        <div className="card-body">
          <WebhookFields typed={typed} wrong={wrong} />
        </div>
        <div className="card-footer">
          <button className="btn btn-primary action">{texts.add}</button>
        </div>
      </Form>
    </Page>
  );
}
