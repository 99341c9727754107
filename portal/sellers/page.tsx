import type { SellerView } from '../../services/accounts/sellers.ts';
import { InstantText } from '../format.tsx';
import { Page } from '../layout.tsx';
import { useAccountTabs } from '../parts/frame/account-tabs.ts';
import { Name } from '../parts/said/name.tsx';
import { useTexts } from '../reader.ts';

type SellersPageProps = {
  customer: { id: string; name: string };
  sellers: readonly SellerView[];
  /** Whether the reader may end and restore relations. */
  mayEnd: boolean;
};

/** Who sold a customer something, and what each may do there. */
export function SellersPage({ customer, sellers, mayEnd }: SellersPageProps) {
  const { sellers: texts } = useTexts();
  return (
    <Page
      title={customer.name}
      says={texts.introduction}
      tabs={useAccountTabs({ id: customer.id, kind: 'customer' }, '/sellers')}
    >
      {sellers.length === 0 && <p>{texts.nobody}</p>}
      <ul className="list-group">
        {sellers.map(({ id, name, standing, endedAt }) => (
          <li key={id} className="list-group-item d-flex flex-wrap gap-2 align-items-center">
            <div className="flex-fill">
              <strong>
                <Name>{name}</Name>
              </strong>
              <div className="text-secondary">
                {texts.standings[standing]}
                {endedAt && (
                  <>
                    {' '}
                    <InstantText at={endedAt} />
                  </>
                )}
              </div>
            </div>
            {mayEnd && (
              <a
                className="btn"
                href={`/accounts/${customer.id}/sellers/${id}/${standing === 'ended' ? 'restore' : 'end'}`}
              >
                {(standing === 'ended' ? texts.restoring : texts.ending).title(name)}
              </a>
            )}
          </li>
        ))}
      </ul>
    </Page>
  );
}
