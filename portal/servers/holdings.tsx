import type { SuspendedShare } from '../../db/queries/pages/servers.ts';
import { unitIn } from '../../domain/catalogue/catalogue.ts';
import { capacityIn } from '../../languages/index.ts';
import { ApplicationName } from '../format.tsx';
import { useCatalogue, useFormat, useReader, useTexts } from '../reader.ts';
import { Held, InUse, Suspended } from '../parts/said/held.tsx';
import { CareBadge, LineBadge, Until } from '../parts/said/states.tsx';
import type { Server } from '../services.ts';

type HoldingsProps = {
  customer: string;
  server: Server;
  suspended: readonly SuspendedShare[];
  manages: boolean;
};

/** What a server has, and where that is changed. */
export function Holdings({ customer, server, suspended, manages }: HoldingsProps) {
  const { servers, assign, standby } = useTexts();
  return (
    <section className="card mb-3" aria-labelledby="holds">
      <div className="card-header d-flex flex-wrap gap-2">
        <h2 className="card-title me-auto" id="holds">
          {servers.holds}
        </h2>
        {manages && (
          <a className="btn btn-sm" href={`/customers/${customer}/assign?server=${server.id}`}>
            {assign.open}
          </a>
        )}
      </div>
      {server.assignments.length === 0 && server.kept.length === 0 ? (
        <p className="card-body m-0">{server.standbyFor === null ? servers.holdsNothing : standby.holdsNothing}</p>
      ) : (
        <table className="table card-table">
          <thead className="visually-hidden">
            <tr>
              <th scope="col">{assign.applicationColumn}</th>
              <th scope="col">{assign.capacity}</th>
            </tr>
          </thead>
          <tbody>
            {server.assignments.map(({ application, capacity, used, usable, condition, careCondition }) => (
              <tr key={application}>
                <th scope="row">
                  <ApplicationName application={application} />
                </th>
                <td className="text-end">
                  <Held application={application} capacity={capacity} />
                  <InUse used={used} />
                  <Runs {...{ application, capacity, usable, condition, careCondition }} />
                  <Suspended server={server.id} application={application} suspended={suspended} />
                </td>
              </tr>
            ))}
            {server.kept.map(({ application, capacity }) => (
              <tr key={`kept ${application}`} className="text-secondary">
                <th scope="row">
                  <ApplicationName application={application} />
                </th>
                <td className="text-end">
                  <Held application={application} capacity={capacity} /> ({servers.kept})
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

type RunsProps = Pick<
  Server['assignments'][number],
  'application' | 'capacity' | 'usable' | 'condition' | 'careCondition'
>;

/** What of it runs now, until when, and with which care: as the AppSuite itself says. */
function Runs({ application, capacity, usable, condition, careCondition }: RunsProps) {
  const { conditions, words } = useTexts();
  const format = useFormat();
  const { language } = useReader();
  const catalogue = useCatalogue();
  return (
    <div>
      <LineBadge condition={condition} />{' '}
      {usable !== capacity && conditions.usable(capacityIn(language, usable, unitIn(catalogue, application)))}
      <div className="text-secondary">
        <Until condition={condition} />
        {careCondition && (
          <div>
            {words.careUntil(words.careLevels[careCondition.level], format.day(careCondition.endsOn))}{' '}
            {careCondition.severity !== 'fine' && <CareBadge condition={careCondition} />}
          </div>
        )}
      </div>
    </div>
  );
}
