import { CARE_LEVELS, LICENSE_KINDS } from '../../../domain/catalogue/terms.ts';
import { useCatalogue, useTexts } from '../../reader.ts';
import { Choice, Field, useTyped } from './field.tsx';

/** The lines that are sold: as many rows as are asked for. A row without an application is none. */
export function LineFields({ rows, endsWithOrder }: { rows: number; endsWithOrder: boolean }) {
  const { fields } = useTexts().orderChanges;
  return (
    <>
      <h2 className="h3">{fields.lines}</h2>
      {Array.from({ length: rows }, (_, row) => (
        <Line key={row} row={row} endsWithOrder={endsWithOrder} />
      ))}
    </>
  );
}

function Line({ row, endsWithOrder }: { row: number; endsWithOrder: boolean }) {
  const { words, orderChanges } = useTexts();
  const { fields } = orderChanges;
  const at = `/lines/${row}`;
  const none = { value: '', text: fields.none };
  return (
    <fieldset className="border-top pt-3 mb-2">
      <legend className="h4">{fields.line(row + 1)}</legend>
      <div className="row">
        <div className="col-md-5">
          <Choice
            name={`${at}/application`}
            label={words.application}
            options={[none, ...useApplications(`${at}/application`)]}
          />
        </div>
        <div className="col-md-3">
          <Choice
            name={`${at}/license`}
            label={fields.license}
            options={LICENSE_KINDS.map((value) => ({ value, text: words.licenses[value] }))}
          />
        </div>
        <div className="col-md-4">
          <Field name={`${at}/capacity`} label={words.capacity} type="number" />
        </div>
        <div className="col-md-4">
          <Field name={`${at}/startsOn`} label={fields.startsOn} type="date" help={fields.startsOnHelp} />
        </div>
        <div className="col-md-4">
          <Field
            name={`${at}/endsOn`}
            label={fields.endsOn}
            type="date"
            {...(endsWithOrder && { help: fields.endsOnHelp })}
          />
        </div>
        <div className="col-md-4">
          <Field name={`${at}/reference`} label={fields.lineReference} maxLength={80} />
        </div>
      </div>
      <CareFields at={at} />
    </fieldset>
  );
}

/** The care of a line: a level, and the last day of that of a perpetual license. */
export function CareFields({ at }: { at: string }) {
  const { words, orderChanges } = useTexts();
  const { fields } = orderChanges;
  const levels = CARE_LEVELS.map((value) => ({ value, text: words.careLevels[value] }));
  return (
    <div className="row">
      <div className="col-md-5">
        <Choice
          name={`${at}/care/level`}
          label={fields.careLevel}
          help={fields.careHelp}
          options={[{ value: '', text: fields.none }, ...levels]}
        />
      </div>
      <div className="col-md-4">
        <Field name={`${at}/care/endsOn`} label={fields.careEndsOn} type="date" />
      </div>
    </div>
  );
}

/** What can be sold, and what a line has that is sold no more. */
function useApplications(name: string) {
  const chosen = useTyped(name);
  return [...useCatalogue().values()].flatMap(({ key, name: text, retired }) =>
    !retired || key === chosen ? [{ value: key, text }] : [],
  );
}
