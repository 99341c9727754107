import { nameIn } from '../../domain/catalogue.ts';
import { FromNow, NumberText } from '../format.tsx';
import { useCatalogue, useTexts } from '../reader.ts';
import { Held } from '../parts/held.tsx';
import { fieldOf, type Choice, type Outcome } from './capacity-form.ts';

type FieldProps = {
  choice: Choice;
  /** Fields of one pool take from the same free capacity. */
  pool: string;
  /** What was typed before; else what is held. */
  typed: string | undefined;
  outcome: Outcome | undefined;
};

/** One capacity to be typed: the most that it can be stands in the field itself, so that it holds without a script. */
export function ChoiceField({ choice, pool, typed, outcome }: FieldProps) {
  const { assign } = useTexts();
  const field = fieldOf(choice);
  const bad = outcome !== undefined && outcome.kind !== 'done';
  return (
    <div className="mb-3 choice">
      <label className="form-label m-0" htmlFor={field}>
        <bdi>{choice.name}</bdi> <span className="text-secondary fw-normal">{choice.about}</span>
      </label>
      <input type="hidden" name={`seq:${field}`} value={choice.seq} />
      <input type="hidden" name={`was:${field}`} value={choice.held} />
      <input
        className={bad ? 'form-control is-invalid' : 'form-control'}
        id={field}
        name={`set:${field}`}
        type="number"
        inputMode="numeric"
        required
        min={0}
        max={choice.held + choice.free}
        defaultValue={typed ?? choice.held}
        data-takes={pool}
        data-held={choice.held}
        aria-describedby={`${field}-help`}
        aria-invalid={bad || undefined}
      />
      <div id={`${field}-help`}>
        <div className="form-hint">
          {assign.now} <Held application={choice.application} capacity={choice.held} />. {assign.most}{' '}
          <NumberText value={choice.held + choice.free} />.
        </div>
        {outcome && <OutcomeText outcome={outcome} application={choice.application} />}
      </div>
    </div>
  );
}

/** What became of what was asked. */
export function OutcomeText({ outcome, application }: { outcome: Outcome; application: string }) {
  const { assign, refusals, words } = useTexts();
  const catalogue = useCatalogue();
  switch (outcome.kind) {
    case 'done':
      return <div className="text-green">{assign.set}</div>;
    case 'not-a-number':
      return <div className="invalid-feedback d-block">{assign.notANumber}</div>;
    case 'made-before':
      return <div className="invalid-feedback d-block">{assign.madeBefore}</div>;
    case 'refused':
      return (
        <div className="invalid-feedback d-block">
          {refusals[outcome.code]}{' '}
          {outcome.free !== null && (
            <>
              {assign.free} <Held application={application} capacity={outcome.free} />.
            </>
          )}{' '}
          {outcome.names.map((name) => nameIn(catalogue, name)).join(`${words.comma} `)}
        </div>
      );
    case 'changed':
      return (
        <div className="invalid-feedback d-block">
          {assign.changed(outcome.by)} {outcome.at && <FromNow at={outcome.at} />}. {assign.now}{' '}
          <Held application={application} capacity={outcome.now} />. {assign.changedKept}
        </div>
      );
  }
}
