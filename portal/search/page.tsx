import type { ReactNode } from 'react';
import type { SearchAnswer } from '../../services/search/search.ts';
import { Page } from '../layout.tsx';
import { Name } from '../parts/said/name.tsx';
import { ServerLifeBadge, StageBadge } from '../parts/said/states.tsx';
import { useTexts } from '../reader.ts';
import { addressOfAccount, addressOfServer } from './addresses.ts';

type SearchPageProps = { q: string; found: SearchAnswer | null };

/** What was found, a few of each kind. */
export function SearchPage({ q, found }: SearchPageProps) {
  const { search } = useTexts();
  const isEmpty = found !== null && GROUPS.every((group) => found[group].items.length === 0);
  return (
    <Page title={search.title}>
      {found === null && <p>{search.teach}</p>}
      {isEmpty && (
        <p role="status">
          {search.nothing(q)} {search.teach}
        </p>
      )}
      {found && (
        <>
          <Group kind="orders" found={found.orders} all={`/orders?${asQuery(q)}`}>
            {found.orders.items.map((order) => (
              <Entry key={order.number} href={`/orders/${order.number}`} name={order.number}>
                <StageBadge order={order} />
                <Name>{order.customer.name}</Name>
                {order.purchaseOrder !== null && <bdi>{order.purchaseOrder}</bdi>}
              </Entry>
            ))}
          </Group>
          <Group kind="accounts" found={found.accounts} all={`/customers?${asQuery(q)}`}>
            {found.accounts.items.map((account) => (
              <Entry key={account.id} href={addressOfAccount(account)} name={account.name}>
                <AccountKind kind={account.kind} />
                <bdi>{account.id}</bdi>
              </Entry>
            ))}
          </Group>
          <Group kind="servers" found={found.servers} all={`/servers?${asQuery(q)}`}>
            {found.servers.items.map((server) => (
              <Entry key={server.id} href={addressOfServer(server)} name={server.name}>
                <ServerLifeBadge state={server.state} />
                <Name>{server.customer.name}</Name>
                {server.hostname !== null && <bdi>{server.hostname}</bdi>}
              </Entry>
            ))}
          </Group>
          <Group kind="people" found={found.people}>
            {found.people.items.map(({ id, email, name, accounts }) => (
              <Entry key={id} href={accounts[0] ? `/accounts/${accounts[0].id}/people` : undefined} name={email}>
                {name !== null && <Name>{name}</Name>}
                {accounts.map((account) => (
                  <Name key={account.id}>{account.name}</Name>
                ))}
              </Entry>
            ))}
          </Group>
        </>
      )}
    </Page>
  );
}

const GROUPS = ['orders', 'accounts', 'servers', 'people'] as const;

const asQuery = (q: string) => new URLSearchParams({ q }).toString();

function AccountKind({ kind }: { kind: SearchAnswer['accounts']['items'][number]['kind'] }) {
  return <>{useTexts().words.accountKinds[kind]}</>;
}

type GroupProps = {
  kind: (typeof GROUPS)[number];
  found: { items: readonly unknown[]; more: boolean };
  /** The whole list; absent where there is none. */
  all?: string;
  children: ReactNode;
};

/** What was found of a kind, and the way to all of it; nothing where nothing was. */
function Group({ kind, found, all, children }: GroupProps) {
  const { search } = useTexts();
  if (found.items.length === 0) return null;
  return (
    <section className="card mb-3" aria-labelledby={kind}>
      <h2 className="card-header card-title" id={kind}>
        {search.groups[kind]}
      </h2>
      <ul className="list-group list-group-flush list-unstyled">{children}</ul>
      {found.more && all && (
        <p className="card-footer m-0">
          <a href={all}>
            {search.all}
            <span className="visually-hidden"> ({search.groups[kind]})</span>
          </a>
        </p>
      )}
    </section>
  );
}

function Entry({ href, name, children }: { href: string | undefined; name: string; children: ReactNode }) {
  return (
    <li className="list-group-item">
      <strong>
        {href === undefined ? (
          <Name>{name}</Name>
        ) : (
          <a href={href}>
            <Name>{name}</Name>
          </a>
        )}
      </strong>
      <div className="d-flex flex-wrap gap-2 text-secondary">{children}</div>
    </li>
  );
}
