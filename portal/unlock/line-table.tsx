import { CATALOGUE } from '../../domain/catalogue.ts';
import { DayText } from '../format.tsx';
import type { UnlockableOrder } from './orders.ts';

type Line = UnlockableOrder['lines'][number];

/** The lines of a delivery; on a narrow screen each becomes a block. */
export function LineTable({ lines }: { lines: readonly Line[] }) {
  return (
    <table className="table card-table table-vcenter table-mobile-sm">
      <thead>
        <tr>
          <th scope="col">Application</th>
          <th scope="col">Capacity</th>
          <th scope="col">Term</th>
          <th scope="col">Care</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.id}>
            <td data-label="Application">
              <strong>{CATALOGUE.get(line.application)?.name ?? line.application}</strong>
              <div className="text-secondary">
                {line.license === 'subscription' ? 'Subscription' : 'Perpetual license'}
              </div>
            </td>
            <td data-label="Capacity">
              {line.capacity.toLocaleString('en')} {CATALOGUE.get(line.application)?.unit}
            </td>
            <td data-label="Term">
              <Term line={line} />
            </td>
            <td data-label="Care">
              <CareText care={line.care} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Term({ line }: { line: Line }) {
  if (line.endsOn === null)
    return (
      <>
        From <DayText day={line.startsOn} />, without end
      </>
    );
  return (
    <>
      <DayText day={line.startsOn} /> to <DayText day={line.endsOn} />
    </>
  );
}

function CareText({ care }: { care: Line['care'] }) {
  if (!care) return <>None</>;
  return (
    <>
      <span className="text-capitalize">{care.level}</span> until <DayText day={care.endsOn} />
    </>
  );
}
