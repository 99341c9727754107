import { createContext, useContext, useId, type ReactNode } from 'react';
import type { FormBody } from '../../form.ts';
import { asNumber } from '../../parts/form/fields.tsx';
import { MarkedField } from '../../parts/form/marked-field.tsx';

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
  const { typed, wrong, suggestions } = useForm();
  const suggested = suggestions.get(name) ?? [];
  return (
    <MarkedField label={label} help={help} wrong={wrong.get(name)}>
      {(tied) => (
        <>
          <input
            {...{ ...tied, name, required, maxLength }}
            {...(type === 'number' ? asNumber : { type })}
            {...(type === 'text' && { dir: 'auto' })}
            {...(suggested.length > 0 && { list: `${tied.id}-list` })}
            defaultValue={typed[name] ?? ''}
          />
          {suggested.length > 0 && (
            <datalist id={`${tied.id}-list`}>
              {suggested.map(({ value, text }) => (
                <option key={value} value={value}>
                  {text}
                </option>
              ))}
            </datalist>
          )}
        </>
      )}
    </MarkedField>
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
  const { typed, wrong } = useForm();
  return (
    <MarkedField label={label} help={help} wrong={wrong.get(name)}>
      {({ className, ...tied }) => (
        <select
          {...{ ...tied, name }}
          className={className.replace('control', 'select')}
          defaultValue={typed[name] ?? ''}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.text}
            </option>
          ))}
        </select>
      )}
    </MarkedField>
  );
}

/** The same for yes or no. */
export function Tick({ name, disabled = false, children }: { name: string; disabled?: boolean; children: ReactNode }) {
  const { typed, wrong } = useForm();
  const id = useId();
  const said = wrong.get(name);
  return (
    <div className="mb-3">
      <label className="form-check m-0" htmlFor={id}>
        <input
          className={said ? 'form-check-input is-invalid' : 'form-check-input'}
          {...{ id, name, disabled }}
          {...(said && { 'aria-describedby': `${id}-wrong`, 'aria-invalid': true })}
          type="checkbox"
          value="yes"
          defaultChecked={typed[name] === 'yes'}
        />
        <span className="form-check-label">{children}</span>
      </label>
      {said && (
        <div className="invalid-feedback d-block" id={`${id}-wrong`}>
          {said}
        </div>
      )}
    </div>
  );
}
