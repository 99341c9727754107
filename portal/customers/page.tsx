import type { CustomerRow } from '../../db/queries/pages/customers.ts';
import { TODO, TODO_KINDS } from '../../domain/todo.ts';
import { DayFromNow, NumberText } from '../format.tsx';
import { Page } from '../layout.tsx';
import { Name } from '../parts/said/name.tsx';
import { Badge } from '../parts/said/badge.tsx';
import { Search, Select } from '../parts/form/fields.tsx';
import { Empty } from '../parts/list/empty.tsx';
import { Live } from '../parts/said/live.tsx';
import { Pager } from '../parts/list/pager.tsx';
import { SEVERITY_LOOKS } from '../parts/said/severity.ts';
import { useTexts } from '../reader.ts';
import { addressOf } from '../parts/list/todo-address.ts';
import { CUSTOMER_SORTS, type CustomerFilter } from './filter.ts';

type CustomersPageProps = { rows: readonly CustomerRow[]; filter: CustomerFilter; more: boolean };

/** Whoever buys from this reader, those who need something first. */
export function CustomersPage({ rows, filter, more }: CustomersPageProps) {
  const { frame, customers, filter: words } = useTexts();
  const asked = filter.q !== '' || filter.page > 1;
  return (
    <Page title={frame.customers} wide>
      <section className="card" aria-label={frame.customers}>
        <form
          method="get"
          role="search"
          className="card-body border-bottom d-flex flex-wrap align-items-end gap-2"
          data-autosubmit
        >
          <Search label={customers.search} value={filter.q} />
          <Select name="sort" label={words.sort} value={filter.sort} options={CUSTOMER_SORTS} words={customers.sorts} />
          <button className="btn">{words.apply}</button>
        </form>
        <Live>
          {rows.length > 0 ? (
            <CustomerTable rows={rows} />
          ) : asked ? (
            <p className="card-body m-0">
              {words.nothing} <a href="/customers">{words.clear}</a>
            </p>
          ) : (
            <Empty icon="people" {...customers.empty} />
          )}
        </Live>
        <Pager path="/customers" parameters={{ q: filter.q, sort: filter.sort }} page={filter.page} more={more} />
      </section>
    </Page>
  );
}

function CustomerTable({ rows }: Pick<CustomersPageProps, 'rows'>) {
  const { words, customers } = useTexts();
  return (
    <table className="table card-table table-vcenter table-mobile-md">
      <thead>
        <tr>
          <th scope="col">{words.customer}</th>
          <th scope="col">{customers.attention}</th>
          <th scope="col">{customers.nextEnd}</th>
          <th scope="col" className="number">
            {customers.servers}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row" data-label={words.customer}>
              <a href={`/customers/${row.id}`}>
                <Name>{row.name}</Name>
              </a>
            </th>
            <td data-label={customers.attention}>
              <Attention row={row} />
            </td>
            <td data-label={customers.nextEnd}>
              {row.endsOn ? <DayFromNow day={row.endsOn} /> : <span className="text-secondary">–</span>}
            </td>
            <td className="number" data-label={customers.servers}>
              <NumberText value={row.servers} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What is to be done for a customer, the most urgent first: one press shows it. */
function Attention({ row }: { row: CustomerRow }) {
  const { customers, todo } = useTexts();
  const due = TODO_KINDS.filter((kind) => row.todo[kind]);
  if (due.length === 0)
    return (
      <Badge tone="good" icon="check">
        {customers.fine}
      </Badge>
    );
  return (
    <div className="d-flex flex-wrap gap-1">
      {due.map((kind) => (
        <a key={kind} href={addressOf({ kind, customer: row.id })}>
          <Badge {...SEVERITY_LOOKS[TODO[kind].severity]}>
            {todo.kinds[kind]} <NumberText value={row.todo[kind]!} />
          </Badge>
        </a>
      ))}
    </div>
  );
}
