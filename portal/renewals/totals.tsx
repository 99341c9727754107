import { ApplicationName, Quantity } from '../format.tsx';
import { useFormat, useTexts } from '../reader.ts';
import type { Renewals } from '../services.ts';

/** How much of each application all that is found is. */
export function Totals({ totals }: Pick<Renewals, 'totals'>) {
  const { renewals: texts } = useTexts();
  const format = useFormat();
  return (
    <div className="card-body border-bottom">
      <h2 className="card-title">{texts.totals}</h2>
      <ul className="list-unstyled m-0 d-flex flex-wrap gap-3">
        {totals.map(({ application, unit, lines, capacity }) => (
          <li key={application}>
            <bdi>
              <ApplicationName application={application} />
            </bdi>
            :{' '}
            <strong>
              <Quantity value={capacity} unit={unit} />
            </strong>{' '}
            <span className="text-secondary">({texts.lines(lines, format.number(lines))})</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
