import { FromNow } from '../format.tsx';
import { Page } from '../layout.tsx';
import { AdvisedBy, type Advised } from '../parts/said/advised.tsx';
import { CursorPager } from '../parts/list/cursor-pager.tsx';
import { Search, Select } from '../parts/form/fields.tsx';
import { Live } from '../parts/said/live.tsx';
import { Name } from '../parts/said/name.tsx';
import { ServerBadge } from '../parts/said/states.tsx';
import { useTexts } from '../reader.ts';
import type { ServerOfCustomer } from '../services.ts';
import { ESTATE_SHOWS, type EstateFilter } from './filter.ts';

type EstatePageProps = {
  items: readonly ServerOfCustomer[];
  filter: EstateFilter;
  nextCursor: string | null;
  /** What the vendor advises of each, by the server's id. */
  advised: Advised;
};

/** The servers of all customers that the reader sees, last registered first. */
export function EstatePage({ items, filter, nextCursor, advised }: EstatePageProps) {
  const { estate, filter: words } = useTexts();
  const { cursor, ...asked } = filter;
  const parameters = { ...asked };
  const isAsked = asked.q !== '' || asked.show !== 'all' || asked.version !== '';
  return (
    <Page title={estate.title} wide>
      <section className="card" aria-label={estate.title}>
        <form
          method="get"
          role="search"
          aria-label={words.show}
          className="card-body border-bottom d-flex flex-wrap align-items-end gap-2"
          data-autosubmit
        >
          <Search label={estate.search} value={filter.q} />
          <Select name="show" label={words.show} value={filter.show} options={ESTATE_SHOWS} words={estate.shows} />
          {filter.version && <input type="hidden" name="version" value={filter.version} />}
          <button className="btn">{words.apply}</button>
          {items.length > 0 && (
            <a className="btn" href={`/servers.csv?${new URLSearchParams(parameters).toString()}`}>
              {estate.csv}
            </a>
          )}
        </form>
        <Live>
          {items.length === 0 ? (
            <p className="card-body m-0">
              {isAsked ? words.nothing : estate.empty} {isAsked && <a href="/servers">{words.clear}</a>}
            </p>
          ) : (
            <EstateTable items={items} advised={advised} />
          )}
        </Live>
        <CursorPager path="/servers" parameters={parameters} cursor={cursor} nextCursor={nextCursor} />
      </section>
    </Page>
  );
}

function EstateTable({ items, advised }: Pick<EstatePageProps, 'items' | 'advised'>) {
  const { estate, servers, words } = useTexts();
  return (
    <table className="table card-table table-vcenter table-mobile-md">
      <thead>
        <tr>
          <th scope="col">{words.server}</th>
          <th scope="col">{words.customer}</th>
          <th scope="col">{servers.state}</th>
          <th scope="col">{estate.version}</th>
          <th scope="col">{servers.lastContact}</th>
        </tr>
      </thead>
      <tbody>
        {items.map(({ customer, hostname, server }) => (
          <tr key={server.id}>
            <th scope="row" data-label={words.server}>
              <a href={`/customers/${customer.id}/servers/${server.id}`}>
                <Name>{server.name}</Name>
              </a>
              <div className="text-secondary fw-normal">
                {words.serverRoles[server.role]}
                {hostname !== null && (
                  <>
                    {' · '}
                    <bdi dir="ltr">{hostname}</bdi>
                  </>
                )}
              </div>
            </th>
            <td data-label={words.customer}>
              <a href={`/customers/${customer.id}`}>
                <Name>{customer.name}</Name>
              </a>
            </td>
            <td data-label={servers.state}>
              <ServerBadge server={server} />
              <AdvisedBy advisories={advised.get(server.id)} />
            </td>
            <td data-label={estate.version}>
              {server.version === null ? (
                <span className="text-secondary">–</span>
              ) : (
                <a href={`/servers?${new URLSearchParams({ version: server.version }).toString()}`}>
                  <bdi dir="ltr">{server.version}</bdi>
                </a>
              )}
            </td>
            <td data-label={servers.lastContact}>
              {server.lastCheckInAt ? (
                <FromNow at={server.lastCheckInAt} />
              ) : (
                <span className="text-secondary">{servers.never}</span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
