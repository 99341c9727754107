import { ApplicationName, DayText, LicenseName } from '../format.tsx';
import { useTexts } from '../reader.ts';
import { Held } from '../parts/said/held.tsx';
import type { UnlockableOrder } from './orders.ts';

type Line = UnlockableOrder['lines'][number];

/** The lines of a delivery; on a narrow screen each becomes a block. */
export function LineTable({ lines }: { lines: readonly Line[] }) {
  const { words } = useTexts();
  return (
    <table className="table card-table table-vcenter table-mobile-sm">
      <thead>
        <tr>
          <th scope="col">{words.application}</th>
          <th scope="col">{words.capacity}</th>
          <th scope="col">{words.term}</th>
          <th scope="col">{words.care}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.id}>
            <td data-label={words.application}>
              <strong>
                <ApplicationName application={line.application} />
              </strong>
              <div className="text-secondary">
                <LicenseName {...line} />
              </div>
            </td>
            <td data-label={words.capacity}>
              <Held application={line.application} capacity={line.capacity} />
            </td>
            <td data-label={words.term}>
              <Term line={line} />
            </td>
            <td data-label={words.care}>
              <CareText care={line.care} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Term({ line }: { line: Line }) {
  const { licenses } = useTexts();
  return (
    <>
      <DayText day={line.startsOn} /> – {line.endsOn === null ? licenses.endless : <DayText day={line.endsOn} />}
    </>
  );
}

function CareText({ care }: { care: Line['care'] }) {
  const { words } = useTexts();
  if (!care) return <>{words.noCare}</>;
  return (
    <>
      {words.careLevels[care.level]}
      {words.comma} <DayText day={care.endsOn} />
    </>
  );
}
