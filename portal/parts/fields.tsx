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
