import { ApplicationName, DayText, LicenseName } from '../format.tsx';
import { Name } from '../parts/said/name.tsx';
import { CareBadge, LineBadge, Until } from '../parts/said/states.tsx';
import { useTexts } from '../reader.ts';
import { Held } from '../parts/said/held.tsx';
import { PlannedOf } from './planned.tsx';
import type { Order, OrderLine } from './order.ts';

type LinesProps = { order: Order; servers: ReadonlyMap<string, string> };

/** The lines of an order, with what became of their capacity. */
export function OrderLines({ order, servers }: LinesProps) {
  const { words, orders, licenses } = useTexts();
  return (
    <section className="card mb-3" aria-label={orders.lines}>
      <table className="table card-table table-vcenter table-mobile-md">
        <thead>
          <tr>
            <th scope="col">{words.application}</th>
            <th scope="col">{words.capacity}</th>
            <th scope="col">{words.term}</th>
            <th scope="col">{words.care}</th>
            <th scope="col">{licenses.assigned}</th>
          </tr>
        </thead>
        <tbody>
          {order.lines.map((line) => (
            <tr key={line.id}>
              <th scope="row" data-label={words.application}>
                <ApplicationName application={line.application} />
                <div className="text-secondary fw-normal">
                  <LicenseName {...line} />
                </div>
                {line.reference !== null && (
                  <div className="text-secondary fw-normal">
                    <bdi>{line.reference}</bdi>
                  </div>
                )}
              </th>
              <td data-label={words.capacity}>
                <Held application={line.application} capacity={line.capacity} />
              </td>
              <td data-label={words.term}>
                <div>
                  <DayText day={line.startsOn} />
                  {' – '}
                  {line.endsOn === null ? licenses.endless : <DayText day={line.endsOn} />}
                </div>
                <LineBadge condition={line.condition} /> <Until condition={line.condition} />
                <PlannedOf line={line} />
              </td>
              <td data-label={words.care}>
                {line.care ? (
                  <>
                    <div>
                      {words.careLevels[line.care.level]}
                      {words.comma} <DayText day={line.care.endsOn} />
                    </div>
                    {line.careCondition && <CareBadge condition={line.careCondition} />}
                  </>
                ) : (
                  <span className="text-secondary">{words.noCare}</span>
                )}
              </td>
              <td data-label={licenses.assigned}>
                <Assigned line={line} order={order} servers={servers} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Assigned({ line, order, servers }: LinesProps & { line: OrderLine }) {
  const { licenses, servers: texts } = useTexts();
  const those = [...order.assignments, ...order.kept.map((share) => ({ ...share, isKept: true }))];
  const shares = those.filter((share) => share.line === line.id && share.capacity > 0);
  if (shares.length === 0) return <span className="text-secondary">{line.locked > 0 ? licenses.locked : '–'}</span>;
  return (
    <ul className="list-unstyled m-0">
      {shares.map(({ server, capacity, ...share }) => (
        <li key={server}>
          {servers.has(server) ? (
            <a href={`/customers/${order.customer.id}/servers/${server}`}>
              <Name>{servers.get(server)!}</Name>
            </a>
          ) : (
            <Name>{server}</Name>
          )}
          : <Held application={line.application} capacity={capacity} />
          {'isKept' in share && <span className="text-secondary"> ({texts.kept})</span>}
        </li>
      ))}
    </ul>
  );
}
