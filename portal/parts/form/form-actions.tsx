import { useTexts } from '../../reader.ts';

/** How a form ends: the press that does it, and the way back to where the reader came from. */
export function FormActions({ button, back }: { button: string; back: string }) {
  const { assign } = useTexts();
  return (
    <div className="card-footer d-flex flex-wrap gap-2">
      <button className="btn btn-primary action">{button}</button>
      <a className="btn btn-link action" href={back}>
        {assign.cancel}
      </a>
    </div>
  );
}
