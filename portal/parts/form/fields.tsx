import { useId } from 'react';

/** A field to search with; `q` in the address. */
export function Search({ label, value }: { label: string; value: string }) {
  const id = useId();
  return (
    <div className="field">
      <label className="form-label" htmlFor={id}>
        {label}
      </label>
      <input className="form-control" id={id} type="search" name="q" defaultValue={value} maxLength={200} dir="auto" />
    </div>
  );
}

type TextFieldProps = {
  name: string;
  label: string;
  value: string;
  maxLength: number;
  required: boolean;
  help?: string;
};

/** A line of text that a person writes, in whichever direction. */
export function TextField({ label, value, help, ...input }: TextFieldProps) {
  const id = useId();
  return (
    <div className="mb-3">
      <label className="form-label" htmlFor={id}>
        {label}
      </label>
      <input
        className="form-control"
        id={id}
        dir="auto"
        defaultValue={value}
        {...(help && { 'aria-describedby': `${id}-help` })}
        {...input}
      />
      {help && (
        <div className="form-hint" id={`${id}-help`}>
          {help}
        </div>
      )}
    </div>
  );
}

/** Of a field for a whole number: as a text, since browsers drop the digits of other keyboards from fields of numbers. */
export const asNumber = { type: 'text', inputMode: 'numeric', autoComplete: 'off', dir: 'ltr' } as const;

/** A whole number from 1 on. */
export function NumberField({ label, value, name }: { name: string; label: string; value: string }) {
  const id = useId();
  return (
    <div className="mb-3">
      <label className="form-label" htmlFor={id}>
        {label}
      </label>
      <input className="form-control" {...{ id, name, ...asNumber }} defaultValue={value} required />
    </div>
  );
}

type SelectProps<Option extends string> = {
  name: string;
  label: string;
  value: Option;
  options: readonly Option[];
  words: Readonly<Record<Option, string>>;
};

/** A choice of one. */
export function Select<Option extends string>({ name, label, value, options, words }: SelectProps<Option>) {
  const id = useId();
  return (
    <div className="field">
      <label className="form-label" htmlFor={id}>
        {label}
      </label>
      <select className="form-select" id={id} name={name} defaultValue={value}>
        {options.map((option) => (
          <option key={option} value={option}>
            {words[option]}
          </option>
        ))}
      </select>
    </div>
  );
}

/** A calendar day, in an address or a form. */
export function DayField({ name, label, value }: { name: string; label: string; value: string }) {
  const id = useId();
  return (
    <div className="field">
      <label className="form-label" htmlFor={id}>
        {label}
      </label>
      <input className="form-control" id={id} type="date" name={name} defaultValue={value} />
    </div>
  );
}
