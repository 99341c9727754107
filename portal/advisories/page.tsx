import type { AdvisoryView } from '../../services/advisories/advisories.ts';
import { InstantText } from '../format.tsx';
import { Page } from '../layout.tsx';
import { Name } from '../parts/said/name.tsx';
import { Timeline } from '../parts/said/timeline.tsx';
import { useTexts } from '../reader.ts';
import type { JournalEvent } from '../services.ts';

/** A server that an advisory concerns; when it was told, in ISO 8601, null where it was not. */
export type AffectedServer = { id: string; name: string; customer: string; version: string; toldAt: string | null };

export type AdvisoryPageProps = {
  advisory: AdvisoryView;
  servers: readonly AffectedServer[];
  /** From where the list of servers goes on; null at its end. */
  nextCursor: string | null;
  events: readonly JournalEvent[];
};

/** An advisory: of which versions, what to do, and which of the servers that the reader sees it concerns. */
export function AdvisoryPage({ advisory, servers, nextCursor, events }: AdvisoryPageProps) {
  const { advisories: texts } = useTexts();
  return (
    <Page title={advisory.title}>
      <section className="card mb-3">
        <div className="card-body">
          <Facts advisory={advisory} />
          <a href={advisory.url} rel="noreferrer">
            {texts.read}
          </a>
        </div>
      </section>
      <section className="card mb-3" aria-labelledby="servers">
        <div className="card-header">
          <h2 className="card-title" id="servers">
            {texts.servers}
          </h2>
        </div>
        <Servers servers={servers} />
        {nextCursor && <More id={advisory.id} cursor={nextCursor} />}
      </section>
      <section className="card" aria-labelledby="events">
        <div className="card-body">
          <h2 className="card-title" id="events">
            {texts.life}
          </h2>
          <Timeline events={events} kind="advisoryEvents" />
        </div>
      </section>
    </Page>
  );
}

function Facts({ advisory: { severity, affects, fixedIn, publishedAt, withdrawnAt } }: { advisory: AdvisoryView }) {
  const { advisories: texts } = useTexts();
  return (
    <dl className="facts">
      <dt>{texts.severity}</dt>
      <dd>{texts.severities[severity]}</dd>
      <dt>{texts.affects}</dt>
      <dd>
        <bdi>{affects}</bdi>
      </dd>
      <dt>{texts.fixedIn}</dt>
      <dd>{fixedIn === null ? texts.noFix : <bdi>{fixedIn}</bdi>}</dd>
      <dt>{texts.published}</dt>
      <dd>
        <InstantText at={publishedAt} />
      </dd>
      {withdrawnAt && (
        <>
          <dt>{texts.withdrawn}</dt>
          <dd>
            <InstantText at={withdrawnAt} />
          </dd>
        </>
      )}
    </dl>
  );
}

function Servers({ servers }: Pick<AdvisoryPageProps, 'servers'>) {
  const texts = useTexts();
  if (servers.length === 0) return <p className="card-body m-0">{texts.advisories.noServers}</p>;
  return (
    <table className="table card-table table-vcenter table-mobile-md">
      <thead>
        <tr>
          <th scope="col">{texts.servers.server}</th>
          <th scope="col">{texts.servers.version}</th>
          <th scope="col">{texts.advisories.told}</th>
        </tr>
      </thead>
      <tbody>
        {servers.map(({ id, name, customer, version, toldAt }) => (
          <tr key={id}>
            <th scope="row" data-label={texts.servers.server}>
              <a href={`/customers/${customer}/servers/${id}`}>
                <Name>{name}</Name>
              </a>
              <div className="text-secondary fw-normal">
                <bdi>{customer}</bdi>
              </div>
            </th>
            <td data-label={texts.servers.version}>
              <bdi>{version}</bdi>
            </td>
            <td data-label={texts.advisories.told}>
              {toldAt ? (
                <InstantText at={toldAt} />
              ) : (
                <span className="text-secondary">{texts.advisories.notTold}</span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function More({ id, cursor }: { id: string; cursor: string }) {
  const { pager } = useTexts();
  return (
    <div className="card-footer">
      <a className="btn" href={`/advisories/${id}?${new URLSearchParams({ cursor }).toString()}`}>
        {pager.next}
      </a>
    </div>
  );
}
