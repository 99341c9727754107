import type { SuspendedShare } from '../../db/queries/pages/servers.ts';
import { useCustomerHead, type CustomerSight } from '../parts/frame/customer-head.tsx';
import { Live } from '../parts/said/live.tsx';
import { Page } from '../layout.tsx';
import { Notice } from '../parts/said/notice.tsx';
import { useReader, useTexts } from '../reader.ts';
import type { License, PastLicense, Server } from '../services.ts';
import { HistoryCharts } from './history.tsx';
import type { Advised } from '../parts/said/advised.tsx';
import { ServerList } from './servers.tsx';
import { DoneNotice, type DoneNoticeProps } from '../parts/said/done.tsx';
import { FilterBar } from './filter-bar.tsx';
import { chosen, type LicenseFilter } from './license.ts';
import { LicenseTable } from './table.tsx';

/** So few rows need no search. */
const FEW = 3;

export type LicensesPageProps = {
  customer: { id: string; name: string };
  licenses: readonly License[];
  /** Which of the customer's pages it is, and which others the reader sees. */
  tab: 'overview' | 'licenses';
  sees: CustomerSight;
  /** What was owned over time, where the page shows it. */
  past: readonly PastLicense[];
  /** Null where they are not for the reader to see. */
  servers: readonly Server[] | null;
  /** Numbers of orders whose licenses may not be used at present. */
  suspended: readonly string[];
  /** What servers have of them. */
  suspendedOn: readonly SuspendedShare[];
  advised: Advised;
  filter: LicenseFilter;
  /** Whether the reader may assign, and see tokens. */
  manages: boolean;
  /** Numbers of the orders whose pages the reader may open, and of those that it may unlock. */
  opens: ReadonlySet<string>;
  unlocks: ReadonlySet<string>;
  /** What the reader has just assigned, or taken back. */
  said: DoneNoticeProps['said'];
};

/** What a customer owns, one row per application, and its servers. */
export function LicensesPage(props: LicensesPageProps) {
  const {
    customer,
    licenses,
    servers,
    suspended,
    suspendedOn,
    advised,
    filter,
    manages,
    opens,
    unlocks,
    said,
    tab,
    sees,
    past,
  } = props;
  const texts = useTexts();
  const { language, catalogue } = useReader();
  const rows = chosen(licenses, filter, { language: language.locale, catalogue });
  const head = useCustomerHead(customer, tab, sees);
  return (
    <Page {...head} wide>
      <DoneNotice customer={customer.id} said={said} servers={servers ?? []} />
      <Live>
        {suspended.map((number) => (
          <Notice
            key={number}
            kind="danger"
            title={`${texts.words.order} ${number}: ${texts.words.statuses.suspended}`}
            text={texts.orders.statusTexts.suspended}
          />
        ))}
        <section className="card mb-4" aria-labelledby="licenses">
          <div className="card-header d-flex flex-wrap gap-2">
            <h2 className="card-title me-auto" id="licenses">
              {texts.licenses.title}
            </h2>
            {manages && licenses.some(({ owned, locked }) => owned > locked) && (
              <a className="btn btn-primary btn-sm" href={`/customers/${customer.id}/assign`}>
                {texts.assign.open}
              </a>
            )}
            {manages && licenses.length > 0 && (
              <a className="btn btn-sm" href={`/customers/${customer.id}/emergency`}>
                {texts.emergencies.title}
              </a>
            )}
            {licenses.length > 0 && (
              <a className="btn btn-sm" href={`/customers/${customer.id}/licenses.csv`}>
                {texts.licenses.csv}
              </a>
            )}
          </div>
          {(licenses.length > FEW || rows.length < licenses.length) && <FilterBar filter={filter} />}
          <Rows {...{ customer: customer.id, licenses, rows, servers: servers ?? [], manages, opens, unlocks }} />
        </section>
        <HistoryCharts past={past} />
        {servers && tab === 'overview' && (
          <ServerList
            {...{ servers, manages, advised }}
            customer={customer.id}
            suspended={suspendedOn}
            hasLicenses={licenses.length > 0}
          />
        )}
      </Live>
    </Page>
  );
}

type RowsProps = Pick<LicensesPageProps, 'licenses' | 'manages' | 'opens' | 'unlocks'> & {
  customer: string;
  servers: readonly Server[];
  rows: readonly License[];
};

function Rows({ licenses, rows, ...rest }: RowsProps) {
  const texts = useTexts();
  const { viewer } = useReader();
  if (licenses.length === 0)
    return (
      <p className="card-body m-0">
        {viewer?.account.kind === 'customer' ? texts.licenses.emptyForCustomer : texts.licenses.empty}
      </p>
    );
  if (rows.length === 0)
    return (
      <p className="card-body m-0">
        {texts.filter.nothing} <a href={`/customers/${rest.customer}`}>{texts.filter.clear}</a>
      </p>
    );
  return <LicenseTable rows={rows} {...rest} />;
}
