import type { AccountKind } from '../../domain/people/permissions.ts';
import type { MailView } from '../../services/mails/history.ts';
import { InstantText } from '../format.tsx';
import { Page, type PageProps } from '../layout.tsx';
import { useAccountTabs } from '../parts/frame/account-tabs.ts';
import { Badge, type Tone } from '../parts/said/badge.tsx';
import { Empty } from '../parts/list/empty.tsx';
import { Name } from '../parts/said/name.tsx';
import { useTexts } from '../reader.ts';

type Listed = { items: readonly MailView[]; nextCursor: string | null; address: string };

/** The e-mails to an account. */
export function AccountMailsPage({
  account,
  ...listed
}: Listed & { account: { id: string; kind: AccountKind; name: string } }) {
  const { mails: texts } = useTexts();
  const head = { title: account.name, says: texts.toAccount, tabs: useAccountTabs(account, '/mails') };
  return <MailsPage head={head} {...listed} />;
}

/** The e-mails of an order; one is sent again where its delivery stands. */
export function OrderMailsPage({ number, ...listed }: Listed & { number: string }) {
  const { mails: texts } = useTexts();
  const head = { title: texts.title, says: texts.ofOrder, back: { href: `/orders/${number}`, text: number } };
  return <MailsPage head={head} {...listed} />;
}

function MailsPage({ head, items, nextCursor, address }: Listed & { head: Omit<PageProps, 'children'> }) {
  const { mails: texts, pager } = useTexts();
  return (
    <Page {...head} wide>
      <section className="card" aria-label={texts.title}>
        {items.length === 0 ? <Empty icon="mail" {...texts.none} /> : <MailTable items={items} />}
        {nextCursor && (
          <div className="card-footer">
            <a className="btn" rel="next" href={`${address}?${new URLSearchParams({ cursor: nextCursor }).toString()}`}>
              {pager.next}
            </a>
          </div>
        )}
      </section>
    </Page>
  );
}

const TONES: Record<MailView['state'], Tone> = {
  due: 'quiet',
  sent: 'info',
  delivered: 'good',
  bounced: 'danger',
  unknown: 'warning',
  superseded: 'quiet',
};

function MailTable({ items }: Pick<Listed, 'items'>) {
  const { mails: texts, orders } = useTexts();
  return (
    <table className="table card-table table-vcenter table-mobile-md">
      <thead>
        <tr>
          <th scope="col">{texts.subject}</th>
          <th scope="col">{texts.recipient}</th>
          <th scope="col">{texts.fate}</th>
          <th scope="col">{texts.made}</th>
        </tr>
      </thead>
      <tbody>
        {items.map(({ id, order, copy, subject, recipient, state, reason, madeAt, reportedAt }) => (
          <tr key={id}>
            <th scope="row" data-label={texts.subject} className="wrap">
              {order === null ? (
                <Name>{subject}</Name>
              ) : (
                <a href={`/orders/${order}`}>
                  <Name>{subject}</Name>
                </a>
              )}
              {copy > 1 && <div className="text-secondary fw-normal">{texts.again}</div>}
            </th>
            <td data-label={texts.recipient} className="wrap">
              <bdi dir="ltr">{recipient}</bdi>
            </td>
            <td data-label={texts.fate}>
              <Badge tone={TONES[state]} icon="mail">
                {orders.mails[state]}
              </Badge>
              {reportedAt && (
                <div className="text-secondary">
                  <InstantText at={reportedAt} />
                </div>
              )}
              {reason && (
                <div className="text-secondary wrap">
                  <bdi dir="ltr">{reason}</bdi>
                </div>
              )}
            </td>
            <td data-label={texts.made}>
              <InstantText at={madeAt} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
