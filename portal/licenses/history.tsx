import { DayText, NumberText, Quantity } from '../format.tsx';
import { CHART, stepsOf, topOf } from '../parts/said/chart-geometry.ts';
import { useFormat, useReader, useTexts } from '../reader.ts';
import type { PastLicense } from '../services.ts';

/** What was owned and assigned over the last months, a drawing and a table for each application. */
export function HistoryCharts({ past }: { past: readonly PastLicense[] }) {
  return past.map((license) => <HistoryChart key={license.application} license={license} />);
}

function HistoryChart({ license }: { license: PastLicense }) {
  const { history } = useTexts();
  const { points, name, application, used, unit } = license;
  const id = `history-${application}`;
  return (
    <section className="card mb-3" aria-labelledby={id}>
      <div className="card-body">
        <h2 className="card-title" id={id}>
          {history.title(name)}
        </h2>
        <Drawing license={license} />
        <ul className="list-inline mb-2">
          <li className="list-inline-item">
            <span className="text-primary" aria-hidden="true">
              ━
            </span>{' '}
            {history.owned}
          </li>
          <li className="list-inline-item">
            <span className="text-secondary" aria-hidden="true">
              ┅
            </span>{' '}
            {history.assigned}
          </li>
          {used !== null && (
            <li className="list-inline-item">
              {history.used}: <Quantity value={used} unit={unit} />
            </li>
          )}
        </ul>
        <details>
          <summary>{history.table}</summary>
          <table className="table table-sm mt-2">
            <thead>
              <tr>
                <th scope="col">{history.month}</th>
                <th scope="col">{history.owned}</th>
                <th scope="col">{history.assigned}</th>
              </tr>
            </thead>
            <tbody>
              {points.map(({ on, owned, assigned }) => (
                <tr key={on}>
                  <th scope="row">
                    <DayText day={on} />
                  </th>
                  <td>
                    <NumberText value={owned} />
                  </td>
                  <td>
                    <NumberText value={assigned} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      </div>
    </section>
  );
}

/** The drawing says what the table says: the solid line what was owned, the dashed one what was assigned. */
function Drawing({ license: { application, name, points } }: { license: PastLicense }) {
  const { history } = useTexts();
  const { texts } = useReader().language;
  const { day } = useFormat();
  const owned = points.map((point) => point.owned);
  const assigned = points.map((point) => point.assigned);
  const top = topOf([...owned, ...assigned]);
  const [from, to] = [points[0]!.on, points.at(-1)!.on].map(day);
  const titles = [`${application}-title`, `${application}-desc`] as const;
  return (
    <svg
      role="img"
      aria-labelledby={titles.join(' ')}
      viewBox={`0 0 ${CHART.width} ${CHART.height}`}
      width="100%"
      fill="none"
      strokeWidth="3"
    >
      <title id={titles[0]}>{history.title(name)}</title>
      <desc id={titles[1]}>{history.described(name, from!, to!)}</desc>
      <path className="text-primary" stroke="currentColor" d={stepsOf(owned, top, texts.direction)} />
      <path
        className="text-secondary"
        stroke="currentColor"
        strokeDasharray="8 6"
        d={stepsOf(assigned, top, texts.direction)}
      />
    </svg>
  );
}
