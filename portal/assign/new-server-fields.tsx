import type { Unit } from '../../domain/catalogue.ts';
import { ServerFields } from '../parts/server-fields.tsx';
import { useTexts } from '../reader.ts';
import type { NewServerWish, Outcome } from './capacity-form.ts';
import { OutcomeText } from './capacity-field.tsx';

type NewServerProps = {
  wish: NewServerWish;
  pool: string;
  free: number;
  unit: Unit | null;
  /** There is no other server: this is the step to take. */
  open: boolean;
  outcome: Outcome | undefined;
};

/** A server that does not exist yet, registered and given capacity in the same step. */
export function NewServer({ wish, pool, free, open, outcome }: NewServerProps) {
  const { assign } = useTexts();
  return (
    <details className="mt-4" open={open || wish.name !== '' || outcome !== undefined}>
      <summary>{assign.newServer}</summary>
      <div className="mt-3">
        <ServerFields name={wish.name} role={wish.role} required={false} />
        <label className="form-label" htmlFor="new-capacity">
          {assign.capacity}
        </label>
        <input
          className="form-control"
          id="new-capacity"
          name="new-capacity"
          type="number"
          inputMode="numeric"
          min={0}
          max={free}
          defaultValue={wish.capacity}
          data-takes={pool}
          data-held={0}
        />
        {outcome && <OutcomeText outcome={outcome} application={pool} />}
      </div>
    </details>
  );
}
