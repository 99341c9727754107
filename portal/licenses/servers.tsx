import type { SuspendedShare } from '../../db/queries/pages/servers.ts';
import { ApplicationName, FromNow } from '../format.tsx';
import { Name } from '../parts/said/name.tsx';
import { Held, InUse, Suspended } from '../parts/said/held.tsx';
import { AdvisedBy, type Advised } from '../parts/said/advised.tsx';
import { ServerBadge } from '../parts/said/states.tsx';
import { useTexts } from '../reader.ts';
import type { Server } from '../services.ts';

type ListProps = {
  customer: string;
  servers: readonly Server[];
  suspended: readonly SuspendedShare[];
  manages: boolean;
  hasLicenses: boolean;
  /** What the vendor advises of each, by the server's id. */
  advised: Advised;
};

/** The servers of a customer, and how to get one more. */
export function ServerList({ customer, servers, suspended, manages, hasLicenses, advised }: ListProps) {
  const { servers: texts, pairing, tokens } = useTexts();
  return (
    <section className="card" aria-labelledby="servers">
      <div className="card-header d-flex flex-wrap gap-2">
        <h2 className="card-title me-auto" id="servers">
          {texts.title}
        </h2>
        {manages && (
          <>
            {servers.some(({ state }) => state === 'waiting') && (
              <a className="btn btn-sm" href={`/customers/${customer}/tokens`}>
                {tokens.open}
              </a>
            )}
            <a className="btn btn-sm" href="/pair">
              {pairing.open}
            </a>
            <a className="btn btn-sm" href={`/customers/${customer}/servers/new`}>
              {texts.add}
            </a>
          </>
        )}
      </div>
      {servers.length === 0 ? (
        <p className="card-body m-0">{hasLicenses ? texts.empty : texts.emptyWithoutLicenses}</p>
      ) : (
        <table className="table card-table table-vcenter table-mobile-md">
          <thead>
            <tr>
              <th scope="col">{texts.server}</th>
              <th scope="col">{texts.state}</th>
              <th scope="col">{texts.holds}</th>
              <th scope="col">{texts.lastContact}</th>
            </tr>
          </thead>
          <tbody>
            {servers.map((server) => (
              <Row key={server.id} {...{ customer, server, suspended, advised }} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Row({
  customer,
  server,
  suspended,
  advised,
}: Pick<ListProps, 'customer' | 'suspended' | 'advised'> & { server: Server }) {
  const texts = useTexts();
  const { id, name, role, mode, assignments, lastCheckInAt } = server;
  return (
    <tr id={id}>
      <th scope="row" data-label={texts.servers.server}>
        <a className="fs-3" href={`/customers/${customer}/servers/${id}`}>
          <Name>{name}</Name>
        </a>
        <div className="text-secondary fw-normal">{texts.words.serverRoles[role]}</div>
      </th>
      <td data-label={texts.servers.state}>
        <ServerBadge server={server} />
        <AdvisedBy advisories={advised.get(id)} />
      </td>
      <td data-label={texts.servers.holds}>
        {assignments.length === 0 && <span className="text-secondary">{texts.servers.nothing}</span>}
        <ul className="list-unstyled m-0">
          {assignments.map(({ application, capacity, used }) => (
            <li key={application}>
              <bdi>
                <ApplicationName application={application} />
              </bdi>
              : <Held application={application} capacity={capacity} />
              <InUse used={used} /> <Suspended server={id} application={application} suspended={suspended} />
            </li>
          ))}
        </ul>
      </td>
      <td data-label={texts.servers.lastContact}>
        {lastCheckInAt ? (
          <FromNow at={lastCheckInAt} />
        ) : (
          <span className="text-secondary">
            {mode === 'offline' ? texts.servers.modes.offline : texts.servers.never}
          </span>
        )}
      </td>
    </tr>
  );
}
