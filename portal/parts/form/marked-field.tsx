import { useId, type ReactNode } from 'react';

type MarkedFieldProps = {
  label: string;
  help?: string | undefined;
  /** What is wrong with what was typed; null where nothing is. */
  wrong?: string | null | undefined;
  /** The control, with what ties it to its words. */
  children: (tied: { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true; className: string }) => ReactNode;
};

/** A field with its label, what helps to fill it, and what is wrong with it beside it. */
export function MarkedField({ label, help, wrong, children }: MarkedFieldProps) {
  const id = useId();
  const about = [help && `${id}-help`, wrong && `${id}-wrong`].filter(Boolean).join(' ');
  return (
    <div className="mb-3">
      <label className="form-label" htmlFor={id}>
        {label}
      </label>
      {children({
        id,
        className: wrong ? 'form-control is-invalid' : 'form-control',
        ...(about && { 'aria-describedby': about }),
        ...(wrong && { 'aria-invalid': true }),
      })}
      {wrong && (
        <div className="invalid-feedback d-block" id={`${id}-wrong`}>
          {wrong}
        </div>
      )}
      {help && (
        <div className="form-hint" id={`${id}-help`}>
          {help}
        </div>
      )}
    </div>
  );
}
