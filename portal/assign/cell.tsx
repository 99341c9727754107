import { nameIn } from '../../domain/catalogue/catalogue.ts';
import { FromNow } from '../format.tsx';
import { asNumber } from '../parts/form/fields.tsx';
import { Held } from '../parts/said/held.tsx';
import { useCatalogue, useTexts } from '../reader.ts';
import { cellOf, fieldOf, type Outcome } from './cells.ts';

type CellProps = {
  server: string;
  serverName: string;
  application: string;
  name: string;
  held: number;
  /** What was typed before; else what is held. */
  typed: string | undefined;
  outcome: Outcome | undefined;
};

/** One capacity to be typed, in the digits of any keyboard: what is too much is said by a script while it is typed, else by the answer. */
export function Cell({ server, serverName, application, name, held, typed, outcome }: CellProps) {
  const id = cellOf({ server, application });
  const bad = outcome !== undefined && outcome.kind !== 'set';
  return (
    <div className="matrix-cell">
      <label htmlFor={id}>
        <bdi>{name}</bdi>
        <span className="visually-hidden">
          , <bdi>{serverName}</bdi>
        </span>
      </label>
      <input
        className={bad ? 'form-control is-invalid' : 'form-control'}
        id={id}
        name={fieldOf({ server, application }, held)}
        {...asNumber}
        required={held > 0}
        placeholder="0"
        defaultValue={typed ?? (held || '')}
        data-takes={application}
        data-held={held}
        aria-describedby={outcome ? `free-${application} ${id}-said` : `free-${application}`}
        aria-invalid={bad || undefined}
      />
      {outcome && (
        <div id={`${id}-said`}>
          <OutcomeText outcome={outcome} application={application} />
        </div>
      )}
    </div>
  );
}

/** What became of what was asked. */
export function OutcomeText({ outcome, application }: { outcome: Outcome; application: string }) {
  const { assign, refusals, words } = useTexts();
  const catalogue = useCatalogue();
  switch (outcome.kind) {
    case 'set':
      return <div className="text-green">{assign.set}</div>;
    case 'not-a-number':
      return <div className="invalid-feedback d-block">{assign.notANumber}</div>;
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
