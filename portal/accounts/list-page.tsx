import { ACCOUNT_KINDS, type AccountKind } from '../../domain/people/permissions.ts';
import { Page } from '../layout.tsx';
import { Empty } from '../parts/list/empty.tsx';
import { Search, Select } from '../parts/form/fields.tsx';
import { Name } from '../parts/said/name.tsx';
import { useTexts } from '../reader.ts';
import type { AccountService } from '../../services/accounts/accounts.ts';

type ListedAccounts = Awaited<ReturnType<AccountService['listAccounts']>>;

/** Those that a list can be limited to: the vendor is not in it. */
export const LISTED_KINDS = ['all', ...ACCOUNT_KINDS.filter((kind) => kind !== 'vendor')] as const;
export type ListedKind = Exclude<AccountKind, 'vendor'> | 'all';

type AccountsPageProps = ListedAccounts & { q: string; kind: ListedKind };

/** Every account, for the vendor. */
export function AccountsPage({ items, nextCursor, q, kind }: AccountsPageProps) {
  const { account, words, filter, pager } = useTexts();
  const texts = account.all;
  const next = new URLSearchParams({ q, kind, cursor: nextCursor ?? '' }).toString();
  return (
    <Page title={texts.title} says={texts.introduction} wide>
      <section className="card" aria-label={texts.title}>
        <form
          method="get"
          role="search"
          className="card-body border-bottom d-flex flex-wrap align-items-end gap-2"
          data-autosubmit
        >
          <Search label={texts.search} value={q} />
          <Select
            name="kind"
            label={texts.kind}
            value={kind}
            options={LISTED_KINDS}
            words={{ ...words.accountKinds, all: texts.anyKind }}
          />
          <button className="btn">{filter.apply}</button>
        </form>
        {items.length > 0 ? (
          <AccountTable items={items} />
        ) : q !== '' || kind !== 'all' ? (
          <p className="card-body m-0">
            {filter.nothing} <a href="/accounts">{filter.clear}</a>
          </p>
        ) : (
          <Empty icon="people" {...texts.none} />
        )}
        {nextCursor && (
          <div className="card-footer">
            <a className="btn" rel="next" href={`/accounts?${next}`}>
              {pager.next}
            </a>
          </div>
        )}
      </section>
    </Page>
  );
}

function AccountTable({ items }: Pick<ListedAccounts, 'items'>) {
  const { account, words } = useTexts();
  return (
    <table className="table card-table table-vcenter table-mobile-md">
      <thead>
        <tr>
          <th scope="col">{account.profile.name}</th>
          <th scope="col">{account.profile.kind}</th>
          <th scope="col">{account.profile.email}</th>
        </tr>
      </thead>
      <tbody>
        {items.map(({ id, name, kind, email }) => (
          <tr key={id}>
            <th scope="row" data-label={account.profile.name}>
              <a href={`/accounts/${id}`}>
                <Name>{name}</Name>
              </a>
            </th>
            <td data-label={account.profile.kind}>{words.accountKinds[kind]}</td>
            <td data-label={account.profile.email} className="wrap">
              <bdi dir="ltr">{email}</bdi>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
