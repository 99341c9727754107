import { createContext, useContext, useId, type ReactNode } from 'react';
import type { FormBody } from '../../form.ts';

/** A form as it is shown: what stands in its fields, and what is wrong with them, as sentences by their names. */
export type ShownForm = { typed: FormBody; wrong: ReadonlyMap<string, string>; suggestions: Suggestions };

/** Values that a field suggests, by its name. */
export type Suggestions = ReadonlyMap<string, readonly Suggestion[]>;
export type Suggestion = { value: string; text: string };

/** The form whose fields are being written. */
export const FormContext = createContext<ShownForm>({ typed: {}, wrong: new Map(), suggestions: new Map() });

const useForm = (): ShownForm => useContext(FormContext);

/** The value that a field has; empty where it has none. */
export const useTyped = (name: string): string => useForm().typed[name] ?? '';

type FieldProps = {
  name: string;
  label: string;
  help?: string;
  required?: boolean;
  type?: 'text' | 'date' | 'number' | 'email';
  maxLength?: number;
};

/** A field that keeps what was typed and says beside it what is wrong. */
export function Field({ name, label, help, required = false, type = 'text', maxLength = 200 }: FieldProps) {
  const { typed, suggestions } = useForm();
  const id = useId();
  const suggested = suggestions.get(name) ?? [];
  const { wrong, describedBy, says } = useSaid(id, name, help);
  return (
    <div className="mb-3">
      <label className="form-label" htmlFor={id}>
        {label}
      </label>
      <input
        className={wrong ? 'form-control is-invalid' : 'form-control'}
        {...{ id, name, type, required }}
        {...(type === 'number' ? { min: 1, max: 1_000_000, step: 1, inputMode: 'numeric' as const } : { maxLength })}
        {...(type === 'text' && { dir: 'auto' })}
        {...(suggested.length > 0 && { list: `${id}-list` })}
        {...describedBy}
        defaultValue={typed[name] ?? ''}
      />
      {suggested.length > 0 && (
        <datalist id={`${id}-list`}>
          {suggested.map(({ value, text }) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </datalist>
      )}
      {says}
    </div>
  );
}

type ChoiceProps = {
  name: string;
  label: string;
  help?: string;
  options: readonly { value: string; text: string }[];
};

/** The same where one of a few is chosen. */
export function Choice({ name, label, help, options }: ChoiceProps) {
  const id = useId();
  const value = useTyped(name);
  const { wrong, describedBy, says } = useSaid(id, name, help);
  return (
    <div className="mb-3">
      <label className="form-label" htmlFor={id}>
        {label}
      </label>
      <select
        className={wrong ? 'form-select is-invalid' : 'form-select'}
        {...{ id, name, ...describedBy }}
        defaultValue={value}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
      {says}
    </div>
  );
}

/** The same for yes or no. */
export function Tick({ name, disabled = false, children }: { name: string; disabled?: boolean; children: ReactNode }) {
  const id = useId();
  const { wrong, describedBy, says } = useSaid(id, name, undefined);
  return (
    <div className="mb-3">
      <label className="form-check m-0" htmlFor={id}>
        <input
          className={wrong ? 'form-check-input is-invalid' : 'form-check-input'}
          {...{ id, name, disabled, ...describedBy }}
          type="checkbox"
          value="yes"
          defaultChecked={useTyped(name) === 'yes'}
        />
        <span className="form-check-label">{children}</span>
      </label>
      {says}
    </div>
  );
}

/** What stands beneath a field, and how the field says that it is about it. */
function useSaid(id: string, name: string, help: string | undefined) {
  const wrong = useForm().wrong.get(name);
  const about = [...(wrong ? [`${id}-wrong`] : []), ...(help ? [`${id}-help`] : [])];
  return {
    wrong,
    describedBy: {
      ...(about.length > 0 && { 'aria-describedby': about.join(' ') }),
      ...(wrong && { 'aria-invalid': true }),
    },
    says: (
      <>
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
      </>
    ),
  };
}
